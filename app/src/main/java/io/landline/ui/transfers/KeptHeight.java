package io.landline.ui.transfers;

import io.landline.ui.paragraph.WrappingText;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// A text below and above which nothing moves: it keeps the height of the longest that stood there, until it speaks of
/// something else, or has another width or letters of another size. JavaFX thread.
final class KeptHeight extends Region {
    private final WrappingText text;
    private double kept;
    private double keptWidth = Double.NaN;
    private double keptLetters;

    KeptHeight(WrappingText text) {
        this.text = text;
        setMinWidth(0);
        getChildren().add(text);
    }

    /// It speaks of something else from now on.
    void forget() {
        kept = 0;
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return prefHeight(width); // as its text
    }

    @Override
    protected double computePrefWidth(double height) {
        return text.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        double now = text.prefHeight(width);
        if (width < 0) return now; // asked without a place
        double letters = text.letters().getFont().getSize();
        boolean isSame = width == keptWidth && letters == keptLetters;
        keptWidth = width;
        keptLetters = letters;
        kept = isSame ? Math.max(kept, now) : now;
        return kept;
    }

    @Override
    protected void layoutChildren() {
        text.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
