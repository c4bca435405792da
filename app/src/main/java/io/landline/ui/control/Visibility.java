package io.landline.ui.control;

import javafx.scene.Node;

/// Shows nodes and hides them. What is hidden takes no room. JavaFX thread.
public final class Visibility {
    private Visibility() {}

    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
