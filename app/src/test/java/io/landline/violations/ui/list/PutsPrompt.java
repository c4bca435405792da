package io.landline.violations.ui.list;

import javafx.scene.control.TextField;

/// A page that gives a field words which the toolkit cuts.
final class PutsPrompt {
    void ask(TextField field) {
        field.setPromptText("Name, address or kind");
    }
}
