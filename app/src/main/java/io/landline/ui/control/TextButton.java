package io.landline.ui.control;

import io.landline.ui.label.EmojiButton;

/// A button with words on it. JavaFX thread.
public final class TextButton extends EmojiButton {
    public TextButton(String id, String words) {
        super(words);
        setId(id);
    }

    public TextButton(String id, String words, Runnable action) {
        this(id, words);
        setOnAction(_ -> action.run());
    }
}
