package io.landline.ui.look;

import io.landline.ui.text.Emoji;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Every tooltip of the window. It is as wide as one reads with ease, and wraps: twenty names in one line would leave
/// the screen. Emoji in it are pictures. JavaFX thread.
public class TextTooltip extends Tooltip {
    private static final double WIDTH_EM = 30;
    private static final double MARGINS_EM = 2;

    public TextTooltip() { this(""); }

    public TextTooltip(String text) {
        setWrapText(true);
        maxWidthProperty().bind(em(WIDTH_EM)); // a style sheet cannot set it
        textProperty().subscribe(this::changed);
        setText(text);
    }

    private ObservableValue<Double> em(double count) {
        return fontProperty().map(font -> count * font.getSize());
    }

    private void changed(@Nullable String text) {
        if (text == null || Emoji.in(text).isEmpty()) {
            setGraphic(null);
            setContentDisplay(ContentDisplay.LEFT);
            return;
        }
        var lines = new VBox();
        lines.maxWidthProperty().bind(em(WIDTH_EM - MARGINS_EM));
        text.lines().forEach(line -> lines.getChildren().add(new WrappingLabel(line)));
        setGraphic(lines);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }
}
