package io.landline.ui.welcome;

import atlantafx.base.theme.Styles;
import io.landline.ui.look.Appearance;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/// What a card is for, as a button of its whole width; while that takes long it says so. JavaFX thread.
final class WorkingButton extends HBox {
    /// What is done sooner would only flash.
    private static final Duration SHOWN_AFTER = Duration.millis(300);

    private final Button button;
    private final ProgressIndicator ring = new ProgressIndicator();

    WorkingButton(String label, ObservableValue<Boolean> working) {
        button = new Button(label);
        button.setMnemonicParsing(false);
        button.getStyleClass().add(Styles.ACCENT);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        ring.getStyleClass().add("welcome-ring");
        getStyleClass().add("welcome-button");
        getChildren().add(button);
        var pause = new PauseTransition(SHOWN_AFTER);
        pause.setOnFinished(_ -> {
            if (Appearance.mayMove(this)) button.setGraphic(ring);
        });
        working.subscribe(busy -> {
            button.setDisable(busy);
            if (busy) {
                pause.playFromStart();
            } else {
                pause.stop();
                button.setGraphic(null);
            }
        });
    }

    Button button() {
        return button;
    }
}
