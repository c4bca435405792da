package io.landline.ui.control;

import javafx.scene.Node;

/// What is hidden takes no room. JavaFX thread.
public final class Shown {
    private Shown() {}

    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
