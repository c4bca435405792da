package io.landline.ui.control;

import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import org.jspecify.annotations.Nullable;

/// Where nodes stand in the scene graph. Stateless; JavaFX thread.
public final class NodeTree {
    private NodeTree() {}

    /// Whether something is this node or stands in it.
    ///
    /// @param target as events name it; null, and what is no node, stands in none
    public static boolean isIn(@Nullable Object target, Node whole) {
        for (Node each = target instanceof Node node ? node : null; each != null; each = each.getParent()) {
            if (each == whole) return true;
        }
        return false;
    }

    /// Whether something stands in a row of a list that has one there. The bar of the list does not, nor the empty room
    /// below its last row.
    ///
    /// @param target as [#isIn]
    public static boolean isInRow(@Nullable Object target) {
        for (Node each = target instanceof Node node ? node : null; each != null; each = each.getParent()) {
            if (each instanceof IndexedCell<?> cell) return !cell.isEmpty();
        }
        return false;
    }
}
