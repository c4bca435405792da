package io.landline.ui.paragraph;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// A region that shows one text: as wide as its longest line, and as high as the text is in the width that it gets.
/// JavaFX thread.
abstract sealed class WrappingRegion extends Region permits MessageText, TextPiece, WrappingText {
    /// What is shown.
    public abstract String text();

    /// How wide its longest line is, unwrapped.
    abstract double widest();

    /// How high the text is in this width, which is at least 1.
    abstract double heightAt(double inner);

    /// More than the longest line needs, so that no rounding breaks it.
    double spare() {
        return 1;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + snappedRightInset();
    }

    /// A box that is too low takes from all that it holds: a text would run into what is below it.
    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    /// That of its longest line, unwrapped.
    @Override
    protected double computePrefWidth(double height) {
        return snapSizeX(widest()) + snappedLeftInset() + snappedRightInset() + spare();
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = innerWidth(width < 0 ? computePrefWidth(-1) : width);
        return snapSizeY(heightAt(inner)) + snappedTopInset() + snappedBottomInset();
    }

    /// What a region of this width leaves to the text.
    final double innerWidth(double width) {
        return Math.max(1, width - snappedLeftInset() - snappedRightInset());
    }
}
