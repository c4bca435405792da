package io.landline.ui.focus;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Leads Tab from a list into the row that is marked there, and moves the mark along where a key leads into another
/// row. The toolkit leads to the first control of the first row on the screen: who had chosen the second of two offers
/// accepted the first. A row without a control, or out of sight, is left to the toolkit. JavaFX thread.
public final class FocusInRow {
    private boolean isKeyDown;

    private FocusInRow() {}

    public static void attach(Scene scene) {
        var rows = new FocusInRow();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            rows.isKeyDown = true;
            if (isTab(event) && scene.getFocusOwner() instanceof ListView<?> list) enter(list, event);
        });
        scene.addEventFilter(KeyEvent.KEY_RELEASED, _ -> rows.isKeyDown = false);
        scene.focusOwnerProperty().subscribe(owner -> {
            if (rows.isKeyDown && owner != null) mark(owner);
        });
    }

    private static boolean isTab(KeyEvent event) {
        return event.getCode() == KeyCode.TAB && !event.isShiftDown() && !event.isControlDown() && !event.isAltDown()
                && !event.isMetaDown();
    }

    private static void enter(ListView<?> list, KeyEvent event) {
        int index = list.getFocusModel().getFocusedIndex();
        if (index < 0 || !(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) return;
        IndexedCell<?> cell = flow.getVisibleCell(index);
        Node first = cell == null ? null : FirstControl.in(cell);
        if (first == null) return;
        first.requestFocus();
        event.consume();
    }

    /// What is selected moves only where something was: the mark of the keyboard alone does not act.
    private static void mark(Node owner) {
        for (Node around = owner.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ListCell<?> cell && !cell.isEmpty()) mark(cell.getListView(), cell.getIndex());
        }
    }

    private static void mark(@Nullable ListView<?> list, int index) {
        if (list == null || list.getFocusModel().getFocusedIndex() == index) return;
        if (list.getSelectionModel().isEmpty()) {
            list.getFocusModel().focus(index);
        } else {
            list.getSelectionModel().clearAndSelect(index);
        }
    }
}
