package io.landline.ui.look;

import io.landline.ui.text.Emoji;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A tooltip with somebody's name or text, in which emoji are pictures. JavaFX thread.
public class EmojiTooltip extends Tooltip {
    public EmojiTooltip() { this(""); }

    public EmojiTooltip(String text) {
        textProperty().subscribe(this::changed);
        setText(text);
    }

    private void changed(@Nullable String text) {
        if (text == null || Emoji.in(text).isEmpty()) {
            setGraphic(null);
            setContentDisplay(ContentDisplay.LEFT);
            return;
        }
        var lines = new VBox();
        text.lines().forEach(line -> lines.getChildren().add(new EmojiLabel(line)));
        setGraphic(lines);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }
}
