package io.landline.ui.chats.timeline;

import io.landline.node.port.TimelineItem;
import io.landline.ui.chats.message.TextSelection;
import io.landline.ui.control.NextRow;
import io.landline.ui.control.NodeTree;
import io.landline.ui.page.Navigation;
import io.landline.ui.page.Shortcut;
import io.landline.ui.text.TextSpan.Link;
import java.util.List;
import javafx.event.EventHandler;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// What keys do with the message on which the keyboard is: its menu, its links, a copy of it. JavaFX thread.
final class TimelineKeys {
    private final ListView<TimelineRow> list;
    private final List<TimelineCell> cells;
    private final TextSelection selection;
    private final SelectedMessages selected;
    private final Navigation navigation;
    private final EventHandler<KeyEvent> paged = this::paged;

    /// @param cells of the list, as they are made
    TimelineKeys(ListView<TimelineRow> list, List<TimelineCell> cells, TextSelection selection,
            SelectedMessages selected, Navigation navigation) {
        this.list = list;
        this.cells = cells;
        this.selection = selection;
        this.selected = selected;
        this.navigation = navigation;
    }

    void pressed(KeyEvent event) {
        if (Shortcut.COPY.matches(event)) {
            copy();
        } else if (Shortcut.SELECT.matches(event) && event.getTarget() == list) { // else it presses a control in one
            select();
            event.consume();
        } else if (Shortcut.OPEN_LINK.matches(event) && openLink()) {
            event.consume();
        }
    }

    /// The arrows, Home and the page keys pass over the lines between two days and above what is new: nothing can be
    /// done with those. The step itself is the toolkit's, which scrolls as far as it needs.
    void step(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) return;
        if (event.getTarget() != list) {
            stepFromInside(event);
            return;
        }
        int focused = list.getFocusModel().getFocusedIndex();
        switch (event.getCode()) {
            case UP -> step(event, focused, -1);
            case DOWN -> step(event, focused, 1);
            case HOME -> {
                int first = NextRow.of(list.getItems(), 0, 1, TimelineKeys::isSaid);
                if (first == NextRow.NONE) return;
                list.getSelectionModel().clearAndSelect(first);
                list.scrollTo(0);
                event.consume();
            }
            case PAGE_UP, PAGE_DOWN -> { // of all that hears the key, we are the last
                list.removeEventHandler(KeyEvent.KEY_PRESSED, paged);
                list.addEventHandler(KeyEvent.KEY_PRESSED, paged);
            }
            default -> {
            }
        }
    }

    /// An arrow on a button leads on from its message. The toolkit would look for what stands next on the screen, which
    /// may be the header. Answers of a poll keep their arrows.
    private void stepFromInside(KeyEvent event) {
        boolean isArrow = event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN;
        boolean isButton = event.getTarget() instanceof Button || event.getTarget() instanceof Hyperlink;
        if (!isArrow || !isButton) return;
        for (TimelineCell cell : cells) {
            if (!NodeTree.isIn((Node) event.getTarget(), cell)) continue;
            event.consume();
            list.requestFocus();
            list.getSelectionModel().clearSelection();
            list.getSelectionModel().select(cell.getIndex()); // from there the toolkit steps
            list.fireEvent(event.copyFor(list, list));
            return;
        }
    }

    private void step(KeyEvent event, int from, int direction) {
        List<TimelineRow> rows = list.getItems();
        int next = from + direction;
        if (from < 0 || next < 0 || next >= rows.size() || isSaid(rows.get(next))) return;
        int found = NextRow.of(rows, next, direction, TimelineKeys::isSaid);
        if (found == NextRow.NONE) {
            list.scrollTo(next); // the line itself is seen
            event.consume();
        } else {
            list.getFocusModel().focus(found - direction);
        }
    }

    /// The toolkit has gone on by a page. Where that ended on such a line, it goes one row further; above the first
    /// message one row back.
    private void paged(KeyEvent event) {
        int direction = switch (event.getCode()) {
            case PAGE_UP -> -1;
            case PAGE_DOWN -> 1;
            default -> 0;
        };
        List<TimelineRow> rows = list.getItems();
        int at = list.getFocusModel().getFocusedIndex();
        boolean isPage = direction != 0 && !event.isShortcutDown() && !event.isAltDown() && event.getTarget() == list;
        if (!isPage || at < 0 || at >= rows.size() || isSaid(rows.get(at))) return;
        boolean isBack = NextRow.of(rows, at, direction, TimelineKeys::isSaid) == NextRow.NONE;
        KeyCode arrow = direction < 0 == isBack ? KeyCode.DOWN : KeyCode.UP;
        list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", arrow, false, false, false, false));
    }

    private static boolean isSaid(TimelineRow row) {
        return row instanceof TimelineRow.Message || row instanceof TimelineRow.Later;
    }

    private void select() {
        if (list.getFocusModel().getFocusedItem() instanceof TimelineRow.Message at) selected.toggle(at.item());
    }

    /// (The toolkit asks the list for a menu, not the cell.)
    void menu(ContextMenuEvent event) {
        if (event.isKeyboardTrigger() && showMenu()) event.consume();
    }

    private boolean showMenu() {
        TimelineCell cell = cellOfKeyboard();
        ContextMenu menu = cell == null ? null : cell.getContextMenu();
        if (cell == null || menu == null) return false;
        Node bubble = cell.lookup(".chats-bubble");
        menu.show(bubble == null ? cell : bubble, Side.BOTTOM, 0, 0); // own messages stand far from the cell's edge
        return true;
    }

    /// Opens the only link; of several, the menu has each.
    private boolean openLink() {
        TimelineCell cell = cellOfKeyboard();
        List<Link> links = cell == null ? List.of() : cell.links();
        if (links.size() > 1) return showMenu();
        for (Link only : links) navigation.browse(only.target());
        return !links.isEmpty();
    }

    /// Null where that row is not in sight.
    private @Nullable TimelineCell cellOfKeyboard() {
        int index = list.getFocusModel().getFocusedIndex();
        for (TimelineCell cell : cells) if (index >= 0 && cell.getIndex() == index) return cell;
        return null;
    }

    /// Puts the selected letters on the clipboard, else the text of the row as it was written.
    private void copy() {
        TextSelection.Letters letters = selection.letters().get();
        if (letters != null) {
            MessageMenu.copy(letters.text());
        } else if (list.getSelectionModel().getSelectedItem() instanceof TimelineRow.Message message) {
            if (message.item() instanceof TimelineItem.Text said) MessageMenu.copy(said.text());
            if (message.item() instanceof TimelineItem.PollItem poll) MessageMenu.copy(MessageMenu.words(poll));
        }
    }
}
