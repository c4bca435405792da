package io.landline.ui.look;

import io.landline.ui.text.Emoji;
import javafx.scene.control.MenuItem;

/// A line of a menu that may bear a name or a link, in which emoji are pictures. JavaFX thread.
public final class EmojiMenuItem extends MenuItem {
    public EmojiMenuItem(String words, Runnable action) {
        setMnemonicParsing(false);
        if (Emoji.in(words).isEmpty()) {
            setText(words);
        } else {
            setGraphic(new EmojiLabel(words));
        }
        setOnAction(_ -> action.run());
    }
}
