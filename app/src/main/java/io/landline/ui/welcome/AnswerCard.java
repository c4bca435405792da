package io.landline.ui.welcome;

import atlantafx.base.theme.Styles;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.TextButton;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/// A card that stands alone on the page and ends in buttons, of which the last is the usual answer. JavaFX thread.
class AnswerCard extends ChoiceCard {
    private final ControlLine buttons = new ControlLine();

    AnswerCard(Feather icon, String title, String meaning) {
        super(icon, title, meaning);
        getStyleClass().add("welcome-narrow");
        buttons.getStyleClass().add("welcome-buttons");
    }

    /// Below all else.
    final void answers(Button... answers) {
        buttons.getChildren().setAll(answers);
        answers[answers.length - 1].getStyleClass().add(Styles.ACCENT);
        getChildren().add(buttons);
    }

    final void focus() {
        buttons.getChildren().getLast().requestFocus();
    }

    static Button answer(String id, String label, Runnable action) {
        return new TextButton(id, label, action);
    }
}
