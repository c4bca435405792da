package io.landline.ui.fx;

import javafx.scene.Scene;
import javafx.scene.control.Control;

/// Lets a new control take keys as soon as it has the keyboard. JavaFX gives it a skin with the next pulse only, and a
/// control without a skin drops every key: on a busy computer the first letters of a fast typist. JavaFX thread.
public final class EarlyKeys {
    private EarlyKeys() {}

    /// From now on, for every control of this scene.
    public static void in(Scene scene) {
        scene.focusOwnerProperty().subscribe(owner -> {
            if (owner instanceof Control control && control.getSkin() == null) control.applyCss();
        });
    }
}
