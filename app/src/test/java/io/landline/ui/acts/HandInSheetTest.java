package io.landline.ui.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.act.HandInBox;
import io.landline.filetransfer.FailureReason;
import io.landline.node.port.HandIns.Box;
import io.landline.node.port.HandIns.Person;
import io.landline.node.port.HandIns.Receipt;
import io.landline.node.port.HandIns.State;
import io.landline.node.port.NodeEvent;
import io.landline.peer.Direction;
import io.landline.room.EntryId;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.sheet.Sheet;
import io.landline.ui.sheet.SheetTest;
import io.landline.ui.welcome.FakeNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a collector does with a box.
class HandInSheetTest extends SheetTest {
    private static final EntryId BOX = new EntryId(0, 7);
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private Instant now = NOON.minusSeconds(1);
    private HandInSheet sheet;

    @Override
    protected Sheet make(Runnable close) {
        var what = new HandInBox("Essay", NOON, "*.pdf", 1_000, true);
        node.files.handIns.boxes.add(new Box(BOX, "#class", FakeNode.SELF, "", what, false, true));
        node.files.handIns.people.add(new Person(FakeChats.peer(1), "Anna", true, State.HANDED_IN,
                List.of(new Receipt("0f".repeat(16), NOON.plusSeconds(1), true, 7, null))));
        node.files.handIns.people.add(new Person(FakeChats.peer(2), "Max", false, State.MISSING, List.of()));
        sheet = new HandInSheet(window.context(node), () -> now, BOX, close);
        return sheet;
    }

    @Test
    void itSaysWhoHasAndWhoHasNot() {
        assertTrue(lookup("#box-have").tryQuery().isPresent());
        assertTrue(lookup("#box-missing").tryQuery().isPresent());
        assertTrue(lookup("#box-coming").tryQuery().isEmpty(), "nobody");
    }

    private List<String> paragraphs() {
        return lookup(".label").queryAllAs(Label.class).stream().map(Label::getText).toList();
    }

    @Test
    void aBoxWhoseTimeIsOverSaysSo() {
        assertTrue(paragraphs().stream().anyMatch(each -> each.startsWith("Until ")), paragraphs()::toString);
        assertTrue(paragraphs().stream().noneMatch(each -> each.endsWith("what comes now is late")));
        now = NOON.plusSeconds(1);
        interact(() -> node.chats.changed("#class"));
        assertTrue(paragraphs().stream().anyMatch(each -> each.endsWith("what comes now is late")),
                paragraphs()::toString);
    }

    @Test
    void thoseWhoHaveNotAreRemindedByOneButton() {
        press("box-remind");
        assertEquals(List.of("remind"), node.files.handIns.done);
    }

    @Test
    void aDoubleClickRemindsOnce() {
        press("box-remind");
        press("box-remind");
        assertEquals(List.of("remind"), node.files.handIns.done);
    }

    /// Else the next one would come under a mouse that is about to press.
    @Test
    void theButtonsKeepTheirPlaceWhenTheLastOneHandsIn() {
        double before = left("box-export");
        node.files.handIns.people.set(1, new Person(FakeChats.peer(2), "Max", true, State.HANDED_IN,
                List.of(new Receipt("1a".repeat(16), NOON, false, 7, null))));
        interact(() -> node.chats.changed("#class"));
        assertTrue(lookup("#box-missing").tryQuery().isEmpty());
        assertEquals(before, left("box-export"));
        assertTrue(lookup("#box-remind").query().isDisabled(), "nobody is to be reminded");
    }

    private double left(String id) {
        interact(() -> lookup("#" + id).query().getScene().getRoot().layout());
        return lookup("#" + id).query().localToScene(0, 0).getX();
    }

    /// The toolkit drops a click on what is put in the place of the button between press and release.
    @Test
    void aClickWhileSomebodyHandsInIsNotLost() {
        Node before = lookup("#box-close").query();
        interact(() -> node.chats.changed("#class"));
        assertSame(before, lookup("#box-close").query());
    }

    /// One member may hand in under hundreds of identities: that hides nobody who has not.
    @Test
    void ofVeryManyPeopleSomeAreListedAndTheOthersCounted() {
        for (int i = 3; i <= MessageSheet.LINES_MAX + 7; i++) {
            node.files.handIns.people.add(new Person(FakeChats.peer(i), "Eve", true, State.UNDER_WAY, List.of()));
        }
        interact(() -> node.chats.changed("#class"));
        assertEquals(MessageSheet.LINES_MAX - 2, paragraphs().stream().filter(each -> each.contains("Eve")).count());
        assertEquals(List.of("7 more"), paragraphs().stream().filter(each -> each.endsWith(" more")).toList());
        assertTrue(paragraphs().stream().anyMatch(each -> each.contains("Max")), "who is missing");
    }

    /// Such files were too large for the box, say: no message tells of that.
    @Test
    void whatIsRefusedIsNoLongerOnItsWay() {
        var people = node.files.handIns.people;
        people.set(1, new Person(FakeChats.peer(2), "Max", true, State.UNDER_WAY, List.of()));
        interact(() -> node.chats.changed("#class"));
        assertTrue(lookup("#box-missing").tryQuery().isEmpty());
        people.set(1, new Person(FakeChats.peer(2), "Max", true, State.MISSING, List.of()));
        var refused = new NodeEvent.TransferId("0f".repeat(16), "1a".repeat(8), FakeChats.peer(2), Direction.IN);
        interact(() -> node.tell(
                new NodeEvent.TransferFailed(refused, "Max", FailureReason.DECLINED, false, null, 0)));
        assertTrue(lookup("#box-coming").tryQuery().isEmpty());
        assertTrue(lookup("#box-missing").tryQuery().isPresent());
    }

    private void focus(String id) {
        interact(() -> lookup("#" + id).query().requestFocus());
    }

    private String keyboard() {
        return String.valueOf(lookup("#box-title").query().getScene().getFocusOwner().getId());
    }

    @Test
    void theKeyboardIsOnTheAnswerThatKeepsTheBoxOpen() {
        focus("box-close");
        press("box-close");
        assertEquals("box-close-no", keyboard());
    }

    @Test
    void whatIsHandedInMeanwhileDoesNotTakeTheKeyboardAway() {
        focus("box-export");
        interact(() -> node.chats.changed("#class"));
        assertEquals("box-export", keyboard());
    }

    /// A collector looks at what one has handed in, after another.
    @Test
    void whatSomebodyHandedInIsShownInItsFolder() {
        Path essay = Path.of("Essay", "Anna~01", "essay.pdf");
        node.files.held.put("0f".repeat(16), List.of(essay));
        press("box-show-" + FakeChats.peer(1).brief());
        assertEquals("folder " + essay, window.told.getLast());
        assertTrue(lookup("#box-show-" + FakeChats.peer(2).brief()).tryQuery().isEmpty(), "nothing is there of them");
    }

    @Test
    void whatIsNotThereAnyMoreIsSaidToBeGone() {
        press("box-show-" + FakeChats.peer(1).brief());
        String told = window.told.getLast().replace("\u200e", "");
        assertTrue(told.contains("What Anna handed in is not where it was"), told);
    }

    @Test
    void aReminderIsWrittenInTheLanguageOfTheWindow() {
        press("box-remind");
        assertTrue(node.files.handIns.reminder.startsWith("Please hand in “Essay” by "), node.files.handIns.reminder);
    }

    @Test
    void aReminderAfterTheEndSaysSoAndNamesNoTimeThatIsOver() {
        now = NOON;
        press("box-remind");
        assertEquals("Please hand in “Essay”. Its time is over. Nothing of yours has arrived yet.",
                node.files.handIns.reminder);
    }

    @Test
    void theTableOfABoxBearsItsTitle() {
        Box box = node.files.handIns.boxes.getFirst();
        assertEquals("Essay.csv", HandInSheet.fileName(box));
    }

    @Test
    void aTableThatCannotBeWrittenIsNoFaultOfLandline(@TempDir Path folder) {
        Path file = folder.resolve("missing").resolve("hand-ins.csv");
        interact(() -> sheet.write(node.files.handIns.boxes.getFirst(), file));
        String told = window.told.getLast();
        assertTrue(told.contains(file.toString()), told);
    }

    @Test
    void theKeyboardStaysInTheSheetOfABoxThatWasClosed() {
        focus("box-close");
        press("box-close");
        focus("box-close-sure");
        Box open = node.files.handIns.boxes.getFirst();
        node.files.handIns.boxes.set(0, new Box(BOX, "#class", FakeNode.SELF, "", open.what(), true, true));
        press("box-close-sure");
        assertEquals("box-export", keyboard());
    }

    @Test
    void theEndOfABoxIsAskedFor() {
        press("box-close");
        assertEquals(List.of(), node.chats.acts.done);
        press("box-close-sure");
        assertEquals(1, node.chats.acts.done.size());
    }
}
