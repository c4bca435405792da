package io.landline.ui.label;

import javafx.geometry.Orientation;
import javafx.scene.control.CheckBox;

/// A box to tick with a sentence of ours that wraps: it breaks its lines itself, as the toolkit would throw on some.
/// JavaFX thread.
public final class WrappingCheckBox extends CheckBox {
    private final WrappedWords words;

    public WrappingCheckBox(String id, String sentence) {
        super(sentence);
        words = new WrappedWords(this, sentence);
        setId(id);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
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
