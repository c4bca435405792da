package io.landline.ui.chats.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.node.port.Contacts.Contact;
import io.landline.settings.LookSettings;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.chats.composer.CompletionViewModel.Offer;
import io.landline.ui.chats.composer.CompletionViewModel.Offers;
import io.landline.ui.chats.composer.CompletionViewModel.Taken;
import io.landline.ui.emoji.EmojiNames;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionViewModelTest {
    private final MentionCandidates callees = new MentionCandidates();
    private final ObjectProperty<LookSettings> look = new SimpleObjectProperty<>(LookSettings.DEFAULTS);
    private final CompletionViewModel model = new CompletionViewModel(callees, () -> EmojiNames.in(Language.ENGLISH),
            look);

    CompletionViewModelTest() {
        callees.show(List.of(person(1, "Bob"), person(2, "Bobby Brown"), person(3, "Anna")));
    }

    private static Contact person(int number, String name) {
        return PlainRecords.contact(FakeChats.peer(number), name, Set.of(), List.of(), List.of(), List.of());
    }

    private List<String> offered(String text) {
        model.typed(text, text.length());
        Offers now = model.offers().get();
        return now == null ? List.of() : now.all().stream().map(Offer::letters).toList();
    }

    @Test
    void membersAreOfferedBehindTheirSign() {
        assertEquals(List.of("@Anna", "@Bob", "@Bobby Brown"), offered("@"));
        assertEquals(List.of("@Bob", "@Bobby Brown"), offered("hello @bo"));
        assertEquals(List.of("@Bobby Brown"), offered("(@bobby b"));
        assertEquals(List.of("@Bobby Brown"), offered("@br"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bob", "a@bo", "@ bo", "@Bob how", "@\nbo", ":", ":D", ":)", "12:30", "http://bo", "a:smile",
                    ":smile now", ":-)", ":xyzzyx", "so: "})
    void nothingIsOfferedElsewhere(String text) {
        assertEquals(List.of(), offered(text));
    }

    @Test
    void emojiAreOfferedByTheirNamesFromTwoLettersOn() {
        assertTrue(offered(":thumbs").contains("\ud83d\udc4d"), offered(":thumbs").toString());
        assertTrue(offered("yes :thumbs_up").contains("\ud83d\udc4d"));
        assertEquals(CompletionViewModel.OFFERS_MAX, offered(":sm").size());
    }

    @Test
    void onlyWhatStandsBeforeTheCaretCounts() {
        model.typed("@bo and more", 3);
        Offers now = model.offers().get();
        assertTrue(now != null);
        assertEquals(0, now.start());
        assertEquals(3, now.end());
    }

    @Test
    void nothingIsTakenBeforeItIsChosen() {
        offered("@bo");
        assertNull(model.take());
        assertTrue(model.step(1));
        assertEquals(new Taken(0, 3, "@Bob "), model.take());
        assertNull(model.offers().get());
    }

    @Test
    void theFirstIsTakenWhereNoneWasChosen() {
        offered("@bo");
        assertEquals(new Taken(0, 3, "@Bob "), model.takeFirst());
    }

    @Test
    void stepsGoRoundInBothDirections() {
        offered("@bo");
        model.step(-1);
        assertEquals("@Bobby Brown", model.offers().get().chosenOne().letters());
        model.step(1);
        assertEquals("@Bob", model.offers().get().chosenOne().letters());
        model.step(1);
        model.step(1);
        assertEquals("@Bob", model.offers().get().chosenOne().letters());
    }

    @Test
    void whatIsRefusedIsNotOfferedAgainInThatPlace() {
        offered("@b");
        assertTrue(model.refuse());
        assertEquals(List.of(), offered("@bo"));
        assertFalse(model.refuse());
        assertFalse(model.step(1));
        assertEquals(2, offered("@b @bo").size());
        assertEquals(List.of(), offered(""));
        assertEquals(2, offered("@bo").size());
    }

    @Test
    void anEmojiThatIsTakenIsTheFirstOfThoseUsedLast() {
        offered(":thumbs_up");
        Taken taken = model.takeFirst();
        assertTrue(taken != null);
        assertEquals(taken.letters(), look.get().recentEmoji().getFirst());
    }

    private Taken closed(String text) {
        model.typed(text, text.length());
        return model.close(text, text.length());
    }

    @Test
    void aNameThatIsClosedIsTakenWhole() {
        assertEquals(new Taken(0, 7, "\ud83d\ude04"), closed(":smile"));
        assertEquals(new Taken(2, 13, "\ud83d\udc4d"), closed("a :thumbs_up"));
        assertEquals(new Taken(1, 5, "\ud83d\udc4d"), closed("(:+1"));
        assertEquals("\ud83d\udc4d", look.get().recentEmoji().getFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":", "smile", "a:smile", "12:30", ":thumb", ":smile now", "std::map", "::smile", "`:smile",
                    "a `b` `c :smile", "```\n:smile", "```java\nint a;\n :smile", ":smile:", "so :"})
    void nothingElseIsClosed(String text) {
        assertNull(closed(text));
    }

    @Test
    void behindCodeNamesAreClosedAgain() {
        assertEquals("\ud83d\ude04", closed("`a:b` :smile").letters());
        assertEquals("\ud83d\ude04", closed("```\na\n```\n:smile").letters());
    }

    @Test
    void whatWasRefusedIsNotClosed() {
        offered(":smil");
        model.refuse();
        assertNull(closed(":smile"));
    }

    @Test
    void whatAColonWouldTakeIsOfferedFirst() {
        assertEquals("\ud83d\ude04", offered(":smile").getFirst());
        assertEquals(1, offered(":smile").stream().filter("\ud83d\ude04"::equals).count());
    }
}
