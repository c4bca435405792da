package io.landline.ui.look;

import io.landline.ui.text.LineBreaks;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// A sentence of ours that wraps, with names in it of any language: a label that breaks its lines itself where the
/// toolkit would throw (see [LineBreaks]). Set its text, do not bind it. JavaFX thread.
public class WrappingLabel extends Label {
    private final TextMeasurer letters = new TextMeasurer();
    private String sentence = "";
    private boolean broken;
    private boolean breaking;

    public WrappingLabel(String text) {
        setMnemonicParsing(false);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        textProperty().subscribe(this::changed);
        setText(text);
    }

    private void changed(String fresh) {
        if (breaking) return;
        sentence = fresh == null ? "" : fresh;
        broken = LineBreaks.isNeededFor(sentence);
        setWrapText(!broken);
        setAccessibleText(sentence);
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return broken ? sides() : super.computeMinWidth(height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return broken ? snapSizeX(measure().wide(sentence)) + sides() + 1 : super.computePrefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (!broken) return super.computePrefHeight(width);
        double lines = lines(width < 0 ? computePrefWidth(-1) : width).size()
                * (measure().lineHeight() + getLineSpacing());
        Node picture = getGraphic();
        double height = picture == null ? lines : Math.max(lines, picture.prefHeight(-1));
        return snapSizeY(height) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        if (broken) {
            String shown = String.join("\n", lines(getWidth()));
            if (!shown.equals(getText())) {
                breaking = true;
                setText(shown);
                breaking = false;
            }
        }
        super.layoutChildren();
    }

    private List<String> lines(double width) {
        return measure().lines(sentence, width - sides());
    }

    /// What is beside the text: the padding, and the picture with its gap.
    private double sides() {
        Node picture = getGraphic();
        double beside = picture == null ? 0 : picture.prefWidth(-1) + getGraphicTextGap();
        return snappedLeftInset() + snappedRightInset() + snapSizeX(beside);
    }

    /// In the font that the label has now.
    private TextMeasurer measure() {
        letters.in(getFont());
        return letters;
    }
}
