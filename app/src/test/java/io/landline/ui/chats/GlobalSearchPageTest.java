package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.chats.list.ListRow;
import io.landline.ui.page.Shortcut;
import io.landline.ui.paragraph.MessageText;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.PickResult;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A word is sought in all conversations by keys alone, and what is shown of the message can be copied.
class GlobalSearchPageTest extends ChatsPageScreen {
    private static final String LINK = "https://example.org/slides";

    @Override
    String fill() {
        fixture.chats.room("class", true, 0);
        fixture.chats.room("other", true, 0);
        for (int i = 1; i <= 200; i++) {
            fixture.chats.text("#class", i, Fixture.MAX, i == 20 ? "the needle at " + LINK : "entry " + i);
        }
        return "";
    }

    private MessageText needle() {
        return lookup(".chats-text").<MessageText>queryAll()
                .stream()
                .filter(each -> each.text().startsWith("the needle") && isShown(each))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) if (!each.isVisible()) return false;
        return true;
    }

    private void land() {
        interact(() -> page.open("#other"));
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.F).release(KeyCode.F, KeyCode.SHIFT, KeyCode.SHORTCUT);
        assertTrue(node("chat-filter").isFocused());
        interact(() -> ((TextInputControl) node("chat-filter")).setText("needle"));
        type(KeyCode.DOWN);
    }

    @Test
    void aWordIsFoundInEveryConversationAndEscapeComesBack() {
        land();
        assertEquals("\u200Eclass\u200E", ((Labeled) node("conversation-title")).getText());
        MessageText found = needle();
        assertTrue(found.localToScene(found.getLayoutBounds()).getMinY() > 0);
        Path mark = (Path) found.lookup(".message-hit-current");
        assertFalse(Objects.requireNonNull(mark).getElements().isEmpty(), "marked");
        assertTrue(node("chat-list").isFocused(), "the arrow goes on through what was found");
        type(KeyCode.ENTER);
        assertTrue(node("composer").isFocused());
        type(KeyCode.ESCAPE);
        assertTrue(node("chat-list").isFocused());
        type(KeyCode.ESCAPE);
        assertEquals("", ((TextInputControl) node("chat-filter")).getText());
        assertTrue(mark.getElements().isEmpty());
    }

    @Test
    void afterASearchTheConversationThatIsOpenIsMarkedInTheList() {
        land();
        type(KeyCode.ESCAPE);
        assertEquals("#class", selected());
        interact(() -> page.open("#other"));
        assertEquals("#other", selected());
    }

    private @Nullable String selected() {
        Object row = ((ListView<?>) node("chat-list")).getSelectionModel().getSelectedItem();
        return row instanceof ListRow selected ? selected.conversation() : null;
    }

    @Test
    void whereNoConversationIsOpenTheKeyOfItsSearchSearchesAll() {
        interact(() -> node("chat-list").requestFocus());
        interact(() -> page.act(Shortcut.SEARCH));
        assertTrue(node("chat-filter").isFocused());
        interact(() -> page.open("#other"));
        interact(() -> page.act(Shortcut.SEARCH));
        assertTrue(node("search-words").isFocused());
    }

    /// Who types fast and presses Enter means what was typed.
    @Test
    void enterBeforeTheAnswerLeadsToNothingThatWasFoundBefore() {
        interact(() -> page.open("#other"));
        var field = (TextInputControl) node("chat-filter");
        interact(field::requestFocus);
        interact(() -> field.setText("entry"));
        fixture.chats.searching = () -> field.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        interact(() -> field.setText("entry 7"));
        assertEquals("\u200Eother\u200E", ((Labeled) node("conversation-title")).getText());
    }

    @Test
    void lettersLinksAndWholeMessagesAreTakenFromAMessage() {
        land();
        MessageText found = needle();
        clickTwice(found.localToScreen(found.getLayoutBounds()).getMinX() + 40, middle(found));
        press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);
        assertEquals("needle", clipboard());
        Path selected = (Path) Objects.requireNonNull(found.lookup(".message-selection"));
        assertFalse(selected.getElements().isEmpty(), "it is seen");
        var list = (ListView<?>) node("timeline");
        interact(() -> {
            list.requestFocus();
            list.getSelectionModel().selectNext();
            list.getSelectionModel().selectPrevious();
        });
        press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);
        assertEquals("the needle at " + LINK, clipboard());
        clickOn(found.localToScreen(found.getLayoutBounds()).getMaxX() - 10, middle(found));
        assertEquals(List.of("link " + LINK), fixture.window.told, "by the mouse");
        ListCell<?> cell = lookup(".chats-entry").<ListCell<?>>queryAll()
                .stream()
                .filter(each -> each.isSelected() && each.getContextMenu() != null)
                .findFirst()
                .orElseThrow();
        interact(() -> {
            list.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true,
                    new PickResult(list, 0, 0)));
            assertTrue(cell.getContextMenu().isShowing(), "by the keyboard");
            cell.getContextMenu()
                    .getItems()
                    .stream()
                    .filter(item -> item.getText().contains("example.org"))
                    .forEach(MenuItem::fire);
            cell.getContextMenu().hide();
        });
        assertEquals(List.of("link " + LINK, "link " + LINK), fixture.window.told);
    }

    /// At once: a robot that waits between the clicks takes too long for a double click on a busy machine.
    private void clickTwice(double x, double y) {
        moveTo(x, y);
        interact(() -> {
            for (int i = 0; i < 2; i++) {
                robotContext().getBaseRobot().pressMouse(MouseButton.PRIMARY);
                robotContext().getBaseRobot().releaseMouse(MouseButton.PRIMARY);
            }
        });
    }

    private static double middle(Node node) {
        return node.localToScreen(node.getLayoutBounds()).getCenterY();
    }

    private String clipboard() {
        var text = new String[1];
        interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
        return text[0];
    }
}
