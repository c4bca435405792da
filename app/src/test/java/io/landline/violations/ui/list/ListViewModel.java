package io.landline.violations.ui.list;

import javafx.application.Platform;
import javafx.scene.control.Label;

/// Holds what it should only describe, and comes to the JavaFX thread by a door of its own.
final class ListViewModel {
    final Label title = new Label();

    void show(String text) {
        Platform.runLater(() -> title.setText(text));
    }
}
