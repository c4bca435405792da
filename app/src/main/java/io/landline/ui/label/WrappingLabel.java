package io.landline.ui.label;

import io.landline.ui.letters.DrawnText;
import io.landline.ui.letters.DrawnText.Spot;
import io.landline.ui.letters.EmojiLayer;
import io.landline.ui.letters.TextMeasurer;
import io.landline.ui.look.Fonts;
import io.landline.ui.text.Emoji;
import io.landline.ui.text.Emoji.Place;
import io.landline.ui.text.LineBreaks;
import io.landline.ui.text.LineBreaks.Line;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// A sentence of ours that wraps, with names in it of any language: a label that breaks its lines itself where the
/// toolkit would throw (see [LineBreaks]), and in which emoji are pictures. Set its text, do not bind it. JavaFX
/// thread.
public class WrappingLabel extends Label {
    /// What is higher, in lines, is more than one; letters of another writing can make one a little higher.
    private static final double SEVERAL_LINES = 1.7;

    private final TextMeasurer letters = TextMeasurer.ofLabel();
    private final EmojiLayer pictures = new EmojiLayer();
    private String sentence = "";
    private List<Place> emoji = List.of();
    private List<Spot> spots = List.of();
    private boolean broken;
    private boolean breaking;
    /// One layout asks for the same height several times, and each time costs as much as drawing the text.
    private boolean isMeasured;
    private double measuredWidth;
    private double measuredHeight;

    public WrappingLabel(String text) {
        setMnemonicParsing(false);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        textProperty().subscribe(this::changed);
        // the toolkit puts only lines that it wraps itself into the middle
        textAlignmentProperty().subscribe(side -> {
            if (side == TextAlignment.CENTER) setAlignment(Pos.CENTER);
        });
        setText(text);
    }

    private void changed(String fresh) {
        if (breaking) return;
        sentence = fresh == null ? "" : fresh;
        Fonts.fit(this, sentence);
        emoji = Emoji.in(sentence);
        spots = List.of();
        broken = LineBreaks.areOurs(sentence) || !emoji.isEmpty();
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
    public void requestLayout() {
        isMeasured = false;
        super.requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        if (!isMeasured || width != measuredWidth) {
            measuredHeight = heightAt(width);
            measuredWidth = width;
            isMeasured = true;
        }
        return measuredHeight;
    }

    private double heightAt(double width) {
        if (!broken) return super.computePrefHeight(width);
        double lines = lines(width < 0 ? computePrefWidth(-1) : width).size()
                * (measure().lineHeight() + getLineSpacing());
        Node picture = getGraphic();
        double beside = picture == null || getContentDisplay() == ContentDisplay.TEXT_ONLY ? 0 : picture.prefHeight(-1);
        double height = isPictureAbove() ? beside + getGraphicTextGap() + lines : Math.max(lines, beside);
        return snapSizeY(height) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        if (broken) {
            DrawnText drawn = DrawnText.of(sentence, emoji, lines(getWidth()));
            spots = drawn.spots();
            if (!drawn.text().equals(getText())) {
                breaking = true;
                setText(drawn.text());
                breaking = false;
            }
        }
        super.layoutChildren();
        raisePicture();
        EmojiLabel.lay(this, getChildren(), pictures, spots);
    }

    /// A picture beside several lines stands at the first: the toolkit puts it into the middle of all.
    private void raisePicture() {
        Node picture = getGraphic();
        if (picture == null || !isPictureBeside()) return;
        Text painted = EmojiLabel.painted(this, getChildren());
        double line = measure().lineHeight();
        double lines = painted == null ? 0 : painted.getLayoutBounds().getHeight();
        picture.setTranslateY(lines > SEVERAL_LINES * line ? (line - lines) / 2 : 0);
    }

    private List<Line> lines(double width) {
        return measure().places(sentence, width - sides());
    }

    private boolean isPictureAbove() {
        return getGraphic() != null && getContentDisplay() == ContentDisplay.TOP;
    }

    private boolean isPictureBeside() {
        return getContentDisplay() != ContentDisplay.TOP && getContentDisplay() != ContentDisplay.TEXT_ONLY;
    }

    /// What is beside the text: the padding, and the picture with its gap.
    private double sides() {
        Node picture = getGraphic();
        double beside = picture == null || !isPictureBeside() ? 0 : picture.prefWidth(-1) + getGraphicTextGap();
        return snappedLeftInset() + snappedRightInset() + snapSizeX(beside);
    }

    /// In the font that the label has now.
    private TextMeasurer measure() {
        letters.in(getFont());
        return letters;
    }
}
