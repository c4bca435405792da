package io.landline.ui.control;

import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;

/// Scrolls a list no further than is needed to see a row. The toolkit's [ListView#scrollTo] takes the row to the upper
/// edge, also where all of it was seen already: each key would move the whole list. JavaFX thread.
public final class RowInSight {
    private RowInSight() {}

    /// Shows the row, and its heading above it.
    ///
    /// @param index of the row; below 0, nothing scrolls
    /// @param above rows over it that are to be seen too, 0 or more
    public static void show(ListView<?> list, int index, int above) {
        if (index < 0) return;
        int first = Math.max(0, index - above);
        if (!scroll(list, first)) {
            list.scrollTo(first); // not on the screen yet
        } else if (first < index) {
            scroll(list, index); // where not all of them have room, the row itself
        }
    }

    /// Shows the row.
    public static void show(ListView<?> list, int index) {
        show(list, index, 0);
    }

    /// Shows the row of a tree that is on the screen.
    public static void show(TreeView<?> tree, int index) {
        if (index >= 0) scroll(tree, index);
    }

    private static boolean scroll(Control rows, int index) {
        if (!(rows.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) return false;
        rows.layout(); // rows may have come or gone since
        flow.layout();
        flow.scrollTo(index);
        flow.layout();
        return true;
    }
}
