package io.landline.ui.control;

import javafx.scene.Node;
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
}
