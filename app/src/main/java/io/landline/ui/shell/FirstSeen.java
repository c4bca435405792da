package io.landline.ui.shell;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;

/// What stands first in sight of something that is scrolled. Stateless; JavaFX thread.
public final class FirstSeen {
    private FirstSeen() {}

    /// The innermost of what stands first in sight: its surroundings may be as high as the part, and in its middle.
    ///
    /// @param edge of what can be seen, the upper one, in the scene
    public static Node in(Node node, double edge) {
        if (node instanceof Parent parent && !(node instanceof Control)) {
            for (Node each : parent.getChildrenUnmodifiable()) {
                Bounds bounds = each.localToScene(each.getLayoutBounds());
                boolean isSeen = each.isVisible() && each.isManaged() && bounds.getHeight() > 0;
                if (isSeen && bounds.getMaxY() > edge) return in(each, edge);
            }
        }
        return node;
    }
}
