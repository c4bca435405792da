package io.landline.ui.label;

import java.util.stream.Stream;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.stage.WindowEvent;

/// Every tooltip of the window. It is as wide as one reads with ease, and wraps: twenty names in one line would leave
/// the screen. The toolkit's own wrapping throws at text from the right ([io.landline.ui.text.LineBreaks]), so the
/// lines are labels of ours, in which emoji are pictures. JavaFX thread.
public class TextTooltip extends Tooltip {
    private static final double WIDTH_EM = 28;

    public TextTooltip() { this(""); }

    public TextTooltip(String text) {
        super(text);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        addEventHandler(WindowEvent.WINDOW_SHOWING, _ -> fill()); // most are never shown
        textProperty().subscribe(() -> {
            if (isShowing()) fill();
        });
    }

    private void fill() {
        Lines lines = getGraphic() instanceof Lines before ? before : lines();
        String text = getText();
        Stream<String> said = text == null ? Stream.empty() : text.lines();
        lines.getChildren().setAll(said.map(WrappingLabel::new).toList());
    }

    private Lines lines() {
        var lines = new Lines();
        lines.maxWidthProperty().bind(fontProperty().map(font -> WIDTH_EM * font.getSize()));
        setGraphic(lines);
        return lines;
    }

    /// A tooltip asks its graphic how high it is, and names no width. The toolkit's box then takes the least width that
    /// each line can have: a letter or two, and a line for each.
    private static final class Lines extends VBox {
        @Override
        protected double computeMinHeight(double width) {
            return super.computeMinHeight(orOwn(width));
        }

        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(orOwn(width));
        }

        private double orOwn(double width) {
            return width >= 0 ? width : Math.min(prefWidth(-1), getMaxWidth());
        }
    }
}
