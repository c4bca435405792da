package io.landline.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.room.RoomKey;
import io.landline.ui.control.FieldNote;
import io.landline.ui.control.FieldNote.Kind;
import io.landline.ui.invitation.Invitation;
import io.landline.ui.welcome.JoinRoomViewModel.WordTip;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
    void fourWordsOfWhichOneStandsTwiceAreNotTooFewButWeak() {
        assertEquals(FieldNote.NOTHING, typed("amber fox piano amber"));
        model.wordsLeft();
        assertTrue(model.wordsNote().get().sentence().startsWith("This key is easy to guess."));
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
    void aWordThatIsNotOfTheListIsTakenOnceItIsMeantSo() {
        typed("correct-horse battery staple zzyzx");
        assertFalse(model.checkWords());
        model.acceptWords();
        assertTrue(model.checkWords());
        assertEquals(Kind.HINT, model.wordsNote().get().kind());
        typed("correct-horse battery staple zzyzy");
        assertFalse(model.checkWords(), "other words are asked about again");
    }

    @Test
    void theNearestWordIsOfferedWhileOneTypes() {
        typed("amber pianno rivr ");
        assertEquals(List.of(new WordTip("pianno", "piano"), new WordTip("rivr", "river")), model.tips());
        typed("amber pianno rivr");
        assertEquals(List.of(new WordTip("pianno", "piano")), model.tips(), "the last may be under way");
        model.take(model.tips().getFirst());
        assertEquals("amber piano rivr", model.words().get());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aPastedInvitationFillsInBoth(Language language) {
        typed(new Invitation(language).withWords("7 b “maths”", "amber fox piano river"));
        assertEquals("7 b “maths”", model.name().get());
        assertEquals("amber fox piano river", model.words().get());
        assertEquals(Kind.GOOD, model.wordsNote().get().kind());
    }

    @Test
    void quotesAndBlanksThatAMessengerChangedAreNoObstacle() {
        typed("Hi!\nOn Landline join the room \"class\"  with the words: amber fox piano river\n");
        assertEquals("class", model.name().get());
        assertEquals("amber fox piano river", model.words().get());
    }

    @Test
    void aPastedLinkFillsInBoth() {
        typed("Come in: landline:join?room=7%20b&words=amber-fox-piano-river");
        assertEquals("7 b", model.name().get());
        assertEquals("amber fox piano river", model.words().get());
    }

    @Test
    void h33_aLinkWithMoreThanItMayHaveFillsInNothing() {
        typed("landline:join?room=class&words=amber-fox-piano-river&do=join");
        assertEquals("", model.name().get());
    }

    /// The words of a link would be tried as words otherwise.
    @Test
    void aLinkThatIsCutOffIsSaidToBeSoAndIsNoKey() {
        String cut = "This link is broken or cut off: ask for it once more, or type the words.";
        assertEquals(FieldNote.bad(cut), typed("Come in: landline:join?room=7%20b&wor"));
        assertEquals(List.of(), model.tips());
        model.acceptWords();
        assertFalse(model.checkWords());
        assertEquals(FieldNote.bad(cut), model.wordsNote().get());
    }

    @Test
    void aWeakKeyIsWarnedAboutAndTaken() {
        typed("1234");
        model.acceptWords();
        assertTrue(model.checkWords());
        assertEquals(Kind.WARNING, model.wordsNote().get().kind());
    }

    @Test
    void nothingAndTooMuchAreNoKey() {
        typed(" - ");
        assertFalse(model.checkWords());
        typed("a".repeat(RoomKey.MAX_BYTES));
        model.acceptWords();
        assertTrue(model.checkWords());
        typed("a".repeat(RoomKey.MAX_BYTES + 1));
        assertFalse(model.checkWords());
    }

    @Test
    void aLongRowOfWordsMakesAShortSentence() {
        assertTrue(typed("x".repeat(200) + " yy zzz qqqq wwwww ").sentence().length() < 250);
    }
}
