package io.landline.ui.paragraph;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.shape.Rectangle;

/// A block of code with lines that do not wrap: what is wider than the message moves sideways, by a bar below it.
/// JavaFX thread.
final class CodeScroll {
    /// A turn of the wheel, in pixels: what the bar moves for one press on its ends.
    private static final double STEP = 40;

    private final TextPiece piece;
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private double left;

    CodeScroll(TextPiece piece) {
        this.piece = piece;
        bar.setOrientation(Orientation.HORIZONTAL);
        bar.setFocusTraversable(false);
        bar.setManaged(false);
        bar.setUnitIncrement(STEP);
        bar.getStyleClass().add("message-code-scroll");
        bar.valueProperty().subscribe(this::move);
    }

    Node bar() {
        return bar;
    }

    /// In which no line wraps.
    private double wide() {
        return Math.ceil(piece.prefWidth(-1));
    }

    private boolean isNeeded(double inner) {
        return wide() > inner;
    }

    /// Of the code in this width, with the bar where it needs one.
    double height(double inner) {
        double height = piece.prefHeight(Math.max(inner, wide()));
        return isNeeded(inner) ? height + barHeight() : height;
    }

    private double barHeight() {
        return Math.ceil(bar.prefHeight(-1));
    }

    /// @return its height
    double place(double x, double y, double inner) {
        left = x;
        double wide = Math.max(inner, wide());
        double height = piece.prefHeight(wide);
        boolean isNeeded = isNeeded(inner);
        bar.setVisible(isNeeded);
        bar.setMax(wide - inner);
        bar.setVisibleAmount(isNeeded ? (wide - inner) * inner / wide : 1);
        bar.setBlockIncrement(inner / 2);
        if (bar.getValue() > wide - inner) bar.setValue(wide - inner);
        clip.setWidth(inner);
        clip.setHeight(height);
        piece.setClip(isNeeded ? clip : null);
        piece.resize(wide, height);
        piece.setLayoutY(y);
        move();
        if (!isNeeded) return height;
        bar.resizeRelocate(x, y + height, inner, barHeight());
        return height + barHeight();
    }

    private void move() {
        piece.setLayoutX(left - bar.getValue());
        clip.setX(bar.getValue());
    }

    /// By the wheel, sideways.
    ///
    /// @return whether anything moved
    boolean moveBy(double delta) {
        double wanted = Math.clamp(bar.getValue() - delta, 0, bar.getMax());
        if (!bar.isVisible() || wanted == bar.getValue()) return false;
        bar.setValue(wanted);
        return true;
    }

    /// Back to the beginning of the lines.
    void reset() {
        bar.setValue(0);
    }
}
