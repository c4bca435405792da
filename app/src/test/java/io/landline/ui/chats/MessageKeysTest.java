package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.TimelineItem.Delivery;
import io.landline.ui.chats.timeline.TimelineRow;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Border;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// What the keyboard does with a message: its links and its menu, without the mouse.
class MessageKeysTest extends ChatsPageScreen {
    private static final int MESSAGES = 60;
    private static final int PAGES = 8;

    @Override
    String fill() {
        fixture.chats.room("class", false, 0);
        fixture.roster.member(Fixture.MAX, "Max", true, "#class");
        fixture.chats.text("#class", 1, Fixture.MAX, "two: https://one.example and https://two.example");
        fixture.chats.text("#class", 2, Fixture.MAX, "plain");
        fixture.chats.text("#class", 3, Fixture.MAX, "see https://example.org/page");
        return "#class";
    }

    /// As F6 and the arrows do.
    private void goTo(int fromTheEnd) {
        interact(() -> {
            page.parts().stream().filter(part -> isIn(timeline(), part.node())).findFirst().orElseThrow().focus().run();
            ListView<?> list = timeline();
            list.getFocusModel().focus(list.getItems().size() - 1 - fromTheEnd);
        });
    }

    @Test
    void theMessageWithTheKeyboardIsMarked() {
        interact(() -> page.parts()
                .stream()
                .filter(part -> isIn(timeline(), part.node()))
                .findFirst()
                .orElseThrow()
                .focus()
                .run());
        assertTrue(timeline().isFocused());
        assertTrue(isMarked("see https"), "the last one");
        assertFalse(isMarked("plain"));
        type(KeyCode.UP);
        assertTrue(isMarked("plain"));
        assertFalse(isMarked("see https"));
    }

    /// The keyboard would be on a line that nothing can be done with, and that has no ring.
    @Test
    void arrowsPassOverTheLinesBetweenTheMessages() {
        interact(() -> {
            fixture.chats.text("#class", 4, Fixture.MAX, "Max", FakeChats.START.plus(Duration.ofDays(1)),
                    "the day after", Delivery.NOWHERE);
            fixture.chats.changed("#class");
        });
        goTo(0);
        assertTrue(isMarked("the day after"));
        type(KeyCode.UP);
        assertTrue(isMarked("see https"), "past the line of the day");
        type(KeyCode.DOWN);
        assertTrue(isMarked("the day after"), "and back");
        type(KeyCode.HOME);
        assertTrue(isMarked("two: https"), "the first one");
        type(KeyCode.UP);
        assertTrue(isMarked("two: https"), "nothing stands above it");
    }

    /// Days of one message and of two, so that a page ends on a line between two days now and then.
    @Test
    void thePageKeysEndOnMessagesToo() {
        interact(() -> {
            for (int i = 1; i <= MESSAGES; i++) {
                fixture.chats.text("#class", 3 + i, Fixture.MAX, "Max",
                        FakeChats.START.plus(Duration.ofDays(1 + 2 * i / 3)), "message " + i, Delivery.NOWHERE);
            }
            fixture.chats.changed("#class");
        });
        goTo(0);
        for (KeyCode page : List.of(KeyCode.PAGE_UP, KeyCode.PAGE_DOWN)) {
            for (int i = 0; i < PAGES; i++) {
                type(page);
                assertTrue(isOnMessage(), i + " " + page + " to row " + timeline().getFocusModel().getFocusedIndex());
            }
        }
    }

    private boolean isOnMessage() {
        return timeline().getFocusModel().getFocusedItem() instanceof TimelineRow.Message;
    }

    private boolean isMarked(String message) {
        var marked = new boolean[1];
        interact(() -> {
            page.view().applyCss();
            Border border = ((Region) cell(message).lookup(".chats-bubble")).getBorder();
            marked[0] = border != null && !border.isEmpty();
        });
        return marked[0];
    }

    private static boolean isIn(Node node, Node whole) {
        for (Node each = node; each != null; each = each.getParent()) if (each == whole) return true;
        return false;
    }

    private void pressOpen() {
        interact(() -> timeline().fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.O, false, true, false, false)));
    }

    private void askForMenu() {
        interact(() -> {
            Point2D at = timeline().localToScreen(5, 5);
            timeline().fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, at.getX(),
                    at.getY(), true, null));
        });
    }

    @Test
    void theLinkOfTheMessageWithTheKeyboardIsOpened() {
        goTo(0);
        pressOpen();
        assertEquals(List.of("link https://example.org/page"), fixture.window.told);
    }

    @Test
    void ofSeveralLinksTheMenuHasEach() {
        goTo(2);
        pressOpen();
        assertEquals(List.of(), fixture.window.told);
        assertEquals(1, menus().size());
        assertTrue(menus().getFirst().getItems().stream().anyMatch(item -> item.getText().contains("two.example")));
        closeMenus();
    }

    @Test
    void theMenuCopiesEachBlockOfCode() {
        interact(() -> {
            fixture.chats.text("#class", 4, Fixture.MAX, "see\n```\nls -l\ncd ..\n```");
            fixture.chats.watchers.forEach(each -> each.accept("#class"));
        });
        goTo(0);
        askForMenu();
        MenuItem copy = menus().getFirst()
                .getItems()
                .stream()
                .filter(item -> item.getText().startsWith("Copy code: \u200Els -l"))
                .findFirst()
                .orElseThrow();
        interact(() -> {
            copy.fire();
            assertEquals("ls -l\ncd ..", Clipboard.getSystemClipboard().getString());
        });
        closeMenus();
    }

    @Test
    void aMessageWithoutALinkOpensNothing() {
        goTo(1);
        pressOpen();
        assertEquals(List.of(), fixture.window.told);
        assertEquals(List.of(), menus());
    }

    @Test
    void theMenuComesForTheRowOfTheKeyboardAlsoWhereNothingWasChosenYet() {
        goTo(0);
        interact(() -> timeline().getSelectionModel().clearSelection());
        goTo(0);
        askForMenu();
        assertEquals(1, menus().size());
        closeMenus();
    }
}
