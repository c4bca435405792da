package io.landline.ui.control;

import io.landline.ui.look.Appearance;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/// The words of a room key, large enough to be read to a class. JavaFX thread.
public final class RoomKeyWords extends ControlLine {
    public RoomKeyWords(ObservableValue<String> words) {
        getStyleClass().add("room-key-words");
        Appearance.keepOrder(this, alignmentProperty()); // the words are English in every language
        setAccessibleRole(AccessibleRole.TEXT);
        words.subscribe(this::show);
    }

    private void show(String words) {
        getChildren().clear();
        setAccessibleText(words);
        if (words.isEmpty()) return;
        for (String word : words.split(" ")) {
            Label label = new Label(word);
            label.setMnemonicParsing(false);
            label.getStyleClass().add("room-key-word");
            getChildren().add(label);
        }
    }
}
