package io.landline.ui.label;

import javafx.geometry.Orientation;
import javafx.scene.control.Button;

/// A button with words of ours that wrap where it has no room for them on one line. JavaFX thread.
public final class WrappingButton extends Button {
    private final WrappedWords words;

    public WrappingButton(String id, String sentence, Runnable action) {
        super(sentence);
        words = new WrappedWords(this, sentence);
        setId(id);
        setOnAction(_ -> action.run());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return words.sides(super.computePrefWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return words.width(super.computePrefWidth(-1));
    }

    @Override
    protected double computePrefHeight(double width) {
        return words.height(width, super.computePrefWidth(-1), super.computePrefHeight(width));
    }

    @Override
    protected void layoutChildren() {
        words.lay(super.computePrefWidth(-1));
        super.layoutChildren();
    }
}
