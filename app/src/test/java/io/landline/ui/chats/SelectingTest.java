package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.MessageNotes.Saved;
import io.landline.room.EntryId;
import io.landline.ui.acts.SavedSheet;
import io.landline.ui.label.EmojiLabel;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/// Several messages are selected by mouse and keyboard, and something is done with all; one is saved.
class SelectingTest extends ChatsPageScreen {
    @Override
    String fill() {
        fixture.chats.room("class", true, 0);
        fixture.chats.room("other", true, 0);
        fixture.roster.member(Fixture.MAX, "Max", true, "#class");
        fixture.chats.text("#class", 1, Fixture.MAX, "from Max, see https://example.org");
        fixture.chats.text("#class", 2, Fixture.SELF, "mine");
        fixture.chats.text("#class", 3, Fixture.SELF, "mine too");
        return "#class";
    }

    private void choose(String text, String line) {
        interact(() -> {
            ContextMenu menu = cell(text).getContextMenu();
            menu.show(cell(text), 100, 100);
            MenuItem item = menu.getItems()
                    .stream()
                    .filter(each -> line.equals(each.getText()))
                    .findFirst()
                    .orElseThrow();
            item.fire();
            menu.hide();
        });
    }

    private void press(String id) {
        interact(() -> ((ButtonBase) node(id)).fire());
    }

    private boolean isShown(String id) {
        return node(id).isVisible();
    }

    private void click(String text) {
        Node bubble = cell(text).lookup(".chats-bubble");
        clickOn(bubble, MouseButton.PRIMARY);
    }

    @Test
    void aClickSelectsAndNothingElseHappensUntilItEnds() {
        choose("mine", "Select");
        assertFalse(node("send").getParent().getParent().isVisible(), "the composer gives way");
        click("from Max");
        assertEquals(List.of(), fixture.window.told, "no link is followed");
        assertEquals("2 messages selected", ((Labeled) node("selection-count")).getText());
        assertFalse(isShown("selection-delete"), "one is somebody else's");
        click("from Max");
        assertTrue(isShown("selection-delete"));
        type(KeyCode.ESCAPE);
        assertFalse(isShown("selection"));
        assertTrue(node("composer").isFocused());
    }

    @Test
    void spaceSelectsTheMessageOfTheKeyboard() {
        interact(() -> {
            timeline().requestFocus();
            timeline().getFocusModel().focus(timeline().getItems().size() - 1);
        });
        type(KeyCode.SPACE);
        assertTrue(isShown("selection"));
        type(KeyCode.SPACE);
        assertFalse(isShown("selection"));
    }

    /// They would stand in a field that nobody sees, and go with what is written next.
    @Test
    void lettersTypedWhileMessagesAreSelectedGoNowhere() {
        choose("mine", "Select");
        interact(() -> {
            timeline().requestFocus();
            timeline().fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, "x", "", KeyCode.UNDEFINED, false, false, false,
                    false));
        });
        assertEquals("", ((TextInputControl) node("composer")).getText());
        assertTrue(timeline().isFocused());
        assertTrue(isShown("selection"));
    }

    @Test
    void ownMessagesAreDeletedTogetherOnceAskedFor() {
        choose("mine", "Select");
        click("mine too");
        press("selection-delete");
        assertEquals("Delete these 2 messages?", ((Labeled) node("selection-count")).getText());
        press("selection-delete-no");
        assertEquals(List.of(), fixture.chats.acts.done);
        press("selection-delete");
        press("selection-delete-sure");
        assertEquals(List.of("delete 2", "delete 3"), fixture.chats.acts.done);
        assertFalse(isShown("selection"));
    }

    /// As where a conversation is kept for thirty days.
    @Test
    void whatIsNotKeptAnyMoreIsNotSelectedAnyMore() {
        choose("from Max", "Select");
        click("mine");
        assertEquals("2 messages selected", ((Labeled) node("selection-count")).getText());
        interact(() -> {
            fixture.chats.items("#class").removeFirst();
            fixture.chats.changed("#class");
        });
        assertEquals("One message selected", ((Labeled) node("selection-count")).getText());
        interact(() -> {
            fixture.chats.items("#class").clear();
            fixture.chats.changed("#class");
        });
        assertFalse(isShown("selection"));
    }

    @Test
    void aCopyHasTheNamesAndTimes() {
        choose("mine", "Select");
        click("from Max");
        press("selection-copy");
        assertBothAreCopied();
    }

    @Test
    void theKeyForACopyCopiesAllThatIsSelected() {
        choose("mine", "Select");
        click("from Max");
        interact(() -> timeline().requestFocus());
        push(KeyCode.SHORTCUT, KeyCode.C);
        assertBothAreCopied();
        assertFalse(isShown("selection"), "as after a press of the button");
    }

    /// A field has a selection of its own.
    @Test
    void inTheSearchTheKeyForACopyCopiesItsWords() {
        interact(() -> ((ButtonBase) node("search")).fire());
        choose("mine", "Select");
        click("from Max");
        clickOn("#search-words").write("max").push(KeyCode.SHORTCUT, KeyCode.A).push(KeyCode.SHORTCUT, KeyCode.C);
        assertEquals("max", copied());
        assertTrue(isShown("selection"));
    }

    private String copied() {
        var copied = new String[1];
        interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        return copied[0];
    }

    private void assertBothAreCopied() {
        List<String> lines = copied().lines().toList();
        assertEquals(2, lines.size());
        assertTrue(lines.getFirst().endsWith("Max: from Max, see https://example.org"), lines::toString);
        assertTrue(lines.getLast().endsWith("Me: mine"), lines::toString);
    }

    @Test
    void severalAreForwarded() {
        choose("mine", "Select");
        click("from Max");
        press("selection-forward");
        assertEquals(List.of("ForwardSheet"), fixture.window.told);
        assertTrue(isShown("selection"), "nothing is forwarded yet");
        chooseTarget("other");
        pressInSheet("forward-do");
        assertEquals(List.of("Forwarded from Max:\nfrom Max, see https://example.org", "mine"), fixture.chats.said);
        assertFalse(isShown("selection"));
    }

    private void chooseTarget(String name) {
        interact(() -> from(sheet()).lookup(".acts-target")
                .<CheckBox>queryAll()
                .stream()
                .filter(each -> each.getAccessibleText().contains(name))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private void pressInSheet(String id) {
        interact(() -> from(sheet()).lookup("#" + id).<ButtonBase>query().fire());
    }

    private Node sheet() {
        return ((ScrollPane) fixture.window.sheet.view()).getContent();
    }

    @Test
    void whoClosesTheSheetStillHasTheMessagesSelected() {
        choose("mine", "Select");
        click("from Max");
        press("selection-forward");
        pressInSheet("close-sheet");
        assertEquals(List.of("ForwardSheet", "closed"), fixture.window.told);
        assertTrue(isShown("selection"));
        assertEquals("2 messages selected", ((Labeled) node("selection-count")).getText());
    }

    @Test
    void anotherConversationBeginsWithNothingSelected() {
        choose("mine", "Select");
        interact(() -> page.open("#other"));
        assertFalse(isShown("selection"));
    }

    @Test
    void aMessageIsSavedAndTakenOutAgain() {
        assertFalse(isShown("saved"));
        choose("mine", "Save for myself");
        assertEquals(List.of(new EntryId(0, 2)), fixture.chats.notes.saved);
        assertTrue(isShown("saved"));
        press("saved");
        assertTrue(fixture.window.sheet instanceof SavedSheet);
        interact(fixture.window.sheet::close);
        choose("mine", "Take out of the saved");
        assertFalse(isShown("saved"));
    }

    @Test
    void aSavedMessageThatIsNotKeptAnyMoreIsALineThatCanBeTakenOut() {
        fixture.chats.notes.removed.add(new Saved(new EntryId(9, 9), "#class", FakeChats.peer(1), "Max",
                Instant.parse("2026-01-05T12:00:00Z"), null));
        choose("mine", "Save for myself");
        press("saved");
        assertTrue(saidInSheet().contains(
                "Removed here: in this conversation you do not keep messages that old."));
        pressInSheet("saved-out");
        assertEquals(List.of(), fixture.chats.notes.removed);
        assertEquals(List.of(new EntryId(0, 2)), fixture.chats.notes.saved);
    }

    private List<String> saidInSheet() {
        return from(sheet()).lookup(".acts-gone .label")
                .<EmojiLabel>queryAll()
                .stream()
                .map(EmojiLabel::said)
                .toList();
    }
}
