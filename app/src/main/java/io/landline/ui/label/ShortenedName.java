package io.landline.ui.label;

import io.landline.ui.letters.TextMeasurer;

import io.landline.ui.text.PeerText;
import java.util.function.UnaryOperator;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Labeled;

/// Somebody's name and something else on one line of a control. Where both have no room, the name gives way, and not
/// what stands behind it. It reads all of it aloud. JavaFX thread.
final class ShortenedName {
    private final Labeled control;
    private final TextMeasurer measurer = new TextMeasurer();
    private String name = "";
    private UnaryOperator<String> line = UnaryOperator.identity();

    ShortenedName(Labeled control) {
        this.control = control;
        control.widthProperty().subscribe(_ -> fit());
        control.fontProperty().subscribe(_ -> fit());
        control.insetsProperty().subscribe(_ -> fit());
    }

    void show(String shownName, UnaryOperator<String> around) {
        name = shownName;
        line = around;
        fit();
        control.setAccessibleText(around.apply(shownName));
    }

    /// Again, for what the control is now.
    void fit() {
        String read = control.getAccessibleText();
        control.setText(fitting(line.apply(name)));
        control.setAccessibleText(read); // pictures in the words would set it to what is shown
    }

    private double room() {
        Insets insets = control.getInsets();
        double room = control.getWidth() - insets.getLeft() - insets.getRight();
        Node graphic = control.getGraphic();
        return graphic == null ? room : room - graphic.prefWidth(-1) - control.getGraphicTextGap();
    }

    private String fitting(String whole) {
        double room = room();
        if (room <= 0) return whole;
        measurer.in(control.getFont());
        String shown = whole;
        for (int kept = name.codePointCount(0, name.length()); kept > 0 && measurer.wide(shown) > room; kept--) {
            shown = line.apply(PeerText.shortened(name, kept));
        }
        return shown;
    }
}
