package io.landline.ui.focus;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/// Where the keyboard goes first in a part of the window. JavaFX thread.
public final class FirstControl {
    private FirstControl() {}

    /// In the order in which they stand; what only scrolls is left out. Null where nothing takes the keyboard.
    public static @Nullable Node in(Node node) {
        if (!node.isVisible() || node.isDisabled()) return null;
        if (node.isFocusTraversable() && !(node instanceof ScrollPane)) return node;
        if (!(node instanceof Parent parent)) return null;
        for (Node child : parent.getChildrenUnmodifiable()) {
            Node found = in(child);
            if (found != null) return found;
        }
        return null;
    }
}
