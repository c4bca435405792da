package io.landline.ui.look;

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
        VBox lines = getGraphic() instanceof VBox before ? before : lines();
        String text = getText();
        Stream<String> said = text == null ? Stream.empty() : text.lines();
        lines.getChildren().setAll(said.map(WrappingLabel::new).toList());
    }

    private VBox lines() {
        var lines = new VBox();
        lines.maxWidthProperty().bind(fontProperty().map(font -> WIDTH_EM * font.getSize()));
        setGraphic(lines);
        return lines;
    }
}
