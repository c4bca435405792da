package io.landline.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.room.RoomKey;
import io.landline.ui.control.FieldNote;
import io.landline.ui.control.FieldNote.Kind;
import io.landline.ui.text.Language;
import io.landline.ui.text.Texts;
import org.junit.jupiter.api.Test;

class JoinRoomViewModelTest {
    private final JoinRoomViewModel model = new JoinRoomViewModel(
            Texts.beside(JoinRoomViewModel.class, Language.ENGLISH));

    private FieldNote typed(String words) {
        model.words().set(words);
        return model.wordsNote().get();
    }

    @Test
    void fourWordsOfTheListAreGood() {
        assertEquals(Kind.GOOD, typed("Amber fox-PIANO  river").kind());
    }

    @Test
    void fewerWordsOfTheListAreCounted() {
        assertEquals("2 words so far; Landline’s own keys have 4.", typed("amber fox").sentence());
    }

    @Test
    void aWordThatIsBeingTypedIsNotJudged() {
        assertTrue(typed("ambe").isNothing());
        assertEquals(Kind.HINT, typed("amber fox piano ").kind());
        assertTrue(typed("amber fox piano rive").isNothing());
    }

    @Test
    void aWordThatIsNotOfTheListIsNamedOnceItIsWhole() {
        assertTrue(typed("pianno ").sentence().startsWith("“\u200Epianno\u200E” is not one of Landline’s words."));
        typed("amber pianno");
        model.wordsLeft();
        assertTrue(model.wordsNote().get().sentence().contains("pianno"));
    }

    @Test
    void aWordThatIsNotOfTheListIsTakenAllTheSame() {
        typed("correct-horse battery staple zzyzx");
        assertTrue(model.checkWords());
        assertEquals(Kind.HINT, model.wordsNote().get().kind());
    }

    @Test
    void aWeakKeyIsWarnedAboutAndTaken() {
        typed("1234");
        assertTrue(model.checkWords());
        assertEquals(Kind.WARNING, model.wordsNote().get().kind());
    }

    @Test
    void nothingAndTooMuchAreNoKey() {
        typed(" - ");
        assertFalse(model.checkWords());
        typed("a".repeat(RoomKey.MAX_BYTES));
        assertTrue(model.checkWords());
        typed("a".repeat(RoomKey.MAX_BYTES + 1));
        assertFalse(model.checkWords());
    }

    @Test
    void aLongRowOfWordsMakesAShortSentence() {
        assertTrue(typed("x".repeat(200) + " yy zzz qqqq wwwww ").sentence().length() < 250);
    }
}
