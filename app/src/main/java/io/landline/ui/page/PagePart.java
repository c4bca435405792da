package io.landline.ui.page;

import io.landline.ui.focus.FirstControl;
import javafx.scene.Node;

/// A part of the window to which a key brings the keyboard. JavaFX thread.
///
/// @param node all of the part
/// @param focus puts the keyboard where one goes on in it
public record PagePart(Node node, Runnable focus) {
    /// One with the keyboard in its first control.
    public static PagePart of(Node node) {
        return new PagePart(node, () -> {
            Node first = FirstControl.in(node);
            if (first != null) first.requestFocus();
        });
    }

    /// Whether one can go there now.
    public boolean isThere() {
        if (node.getScene() == null || node.isDisabled()) return false;
        for (Node each = node; each != null; each = each.getParent()) if (!each.isVisible()) return false;
        return true;
    }

    /// Whether the keyboard is in it.
    public boolean hasFocus() {
        Node focused = node.getScene() == null ? null : node.getScene().getFocusOwner();
        for (Node each = focused; each != null; each = each.getParent()) if (each == node) return true;
        return false;
    }
}
