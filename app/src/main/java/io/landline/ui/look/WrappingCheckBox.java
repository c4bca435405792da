package io.landline.ui.look;

import io.landline.ui.text.LineBreaks;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.control.CheckBox;

/// A box to tick with a sentence of ours that wraps: it breaks its lines itself, as the toolkit would throw on
/// some (see [LineBreaks]). JavaFX thread.
public final class WrappingCheckBox extends CheckBox {
    /// Widths are rounded to whole pixels.
    private static final double ROUNDING = 1;

    private final TextMeasurer letters = TextMeasurer.ofLabel();
    private final String sentence;

    public WrappingCheckBox(String id, String sentence) {
        super(sentence);
        this.sentence = sentence;
        setId(id);
        setMnemonicParsing(false);
        setMinHeight(USE_PREF_SIZE);
        setAccessibleText(sentence);
        Fonts.fit(this, sentence);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snapSizeX(measure().widest(sentence) + sides() + ROUNDING);
    }

    @Override
    protected double computePrefHeight(double width) {
        double more = lines(width < 0 ? computePrefWidth(-1) : width).size() - getText().lines().count();
        return snapSizeY(super.computePrefHeight(width) + more * (measure().lineHeight() + getLineSpacing()));
    }

    @Override
    protected void layoutChildren() {
        String drawn = lines(getWidth()).stream()
                .map(line -> sentence.substring(line.start(), line.end()))
                .collect(Collectors.joining("\n"));
        if (!drawn.equals(getText())) setText(drawn);
        super.layoutChildren();
    }

    private List<LineBreaks.Line> lines(double width) {
        return measure().places(sentence, width - sides());
    }

    /// What is beside the words: the padding, and the box with its gap.
    private double sides() {
        return super.computePrefWidth(-1) - measure().widest(getText());
    }

    /// In the font that the words have now.
    private TextMeasurer measure() {
        letters.in(getFont());
        return letters;
    }
}
