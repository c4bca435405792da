package io.landline.ui.control;

import javafx.scene.control.Button;

/// A button with words on it, which are shown as they are: an underscore in a name is no mnemonic. JavaFX thread.
public final class TextButton extends Button {
    public TextButton(String id, String words) {
        super(words);
        setId(id);
        setMnemonicParsing(false);
    }

    public TextButton(String id, String words, Runnable action) {
        this(id, words);
        setOnAction(_ -> action.run());
    }
}
