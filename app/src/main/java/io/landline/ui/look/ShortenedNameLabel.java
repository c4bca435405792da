package io.landline.ui.look;

import io.landline.ui.text.PeerText;
import java.util.function.UnaryOperator;
import javafx.geometry.Insets;

/// A label of one line with somebody's name and something else. Where both have no room, the name gives way, and not
/// what stands behind it. It reads all of it aloud. JavaFX thread.
public class ShortenedNameLabel extends EmojiLabel {
    private final TextMeasurer measurer = new TextMeasurer();
    private String name = "";
    private UnaryOperator<String> line = UnaryOperator.identity();

    public ShortenedNameLabel() {
        widthProperty().subscribe(_ -> fit());
        fontProperty().subscribe(_ -> fit());
        insetsProperty().subscribe(_ -> fit());
    }

    /// @param shownName as the person chose it
    /// @param around makes the line of the name, or of its beginning
    public void show(String shownName, UnaryOperator<String> around) {
        name = shownName;
        line = around;
        fit();
    }

    private void fit() {
        String whole = line.apply(name);
        setText(fitting(whole));
        setAccessibleText(whole);
    }

    private String fitting(String whole) {
        Insets insets = getInsets();
        double room = getWidth() - insets.getLeft() - insets.getRight();
        if (room <= 0) return whole;
        measurer.in(getFont());
        String shown = whole;
        for (int kept = name.codePointCount(0, name.length()); kept > 0 && measurer.wide(shown) > room; kept--) {
            shown = line.apply(PeerText.shortened(name, kept));
        }
        return shown;
    }
}
