package io.landline.ui.paragraph;

import io.landline.ui.letters.DrawnText;
import io.landline.ui.letters.DrawnText.Spot;
import io.landline.ui.letters.EmojiLayer;
import io.landline.ui.letters.TextMeasurer;
import io.landline.ui.look.Fonts;
import io.landline.ui.text.Emoji;
import io.landline.ui.text.Emoji.Place;
import io.landline.ui.text.LineBreaks;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Text of any language that wraps at its width. All text that somebody else wrote and that may wrap is shown by this,
/// never by a label that wraps: the toolkit throws while it lays out right-to-left text (see [LineBreaks]). Text
/// without such letters and without emoji is left to the toolkit, which is quicker. JavaFX thread.
public final class WrappingText extends WrappingRegion {
    private final Text shown = new Text();
    private final EmojiLayer pictures = new EmojiLayer();
    private final TextMeasurer letters = new TextMeasurer();
    private String text;
    private List<Place> emoji = List.of();
    private List<Spot> spots = List.of();
    private boolean broken;
    private boolean isRightToLeft;

    /// @param text as `PeerText.block` or `PeerText.line` gives it
    public WrappingText(String text) {
        getStyleClass().add("wrapping-text");
        getChildren().addAll(shown, pictures);
        setAccessibleRole(AccessibleRole.TEXT);
        this.text = "";
        setText(text);
    }

    public void setText(String fresh) {
        if (fresh.equals(text)) return;
        text = fresh;
        Fonts.fit(this, fresh);
        emoji = Emoji.in(fresh);
        boolean isBidi = LineBreaks.isNeededFor(fresh);
        broken = LineBreaks.areOurs(fresh) || !emoji.isEmpty();
        shown.setText(broken ? "" : fresh);
        isRightToLeft = isBidi && LineBreaks.isRightToLeft(fresh);
        setAccessibleText(fresh);
        requestLayout();
    }

    @Override
    public String text() {
        return text;
    }

    /// For what styles the letters: `text` of the theme.
    public Text letters() {
        return shown;
    }

    @Override
    double heightAt(double inner) {
        if (broken) return measure().brokenHeight(text, inner);
        return measure().wrappedHeight(text, inner);
    }

    @Override
    protected void layoutChildren() {
        double inner = innerWidth(getWidth());
        // in a mirrored window the toolkit begins each line at the right
        boolean isMirrored = getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        shown.setTextAlignment(isRightToLeft && !isMirrored ? TextAlignment.RIGHT : TextAlignment.LEFT);
        if (broken) {
            shown.setWrappingWidth(0);
            DrawnText drawn = DrawnText.of(text, emoji, measure().places(text, inner));
            spots = drawn.spots();
            shown.setText(drawn.text());
        } else {
            spots = List.of();
            shown.setWrappingWidth(inner);
        }
        double x = snappedLeftInset();
        if (broken && shown.getTextAlignment() == TextAlignment.RIGHT) {
            x += Math.max(0, inner - shown.getLayoutBounds().getWidth());
        }
        shown.relocate(x, snappedTopInset());
        pictures.show(spots, shown, shown::rangeShape);
    }

    @Override
    double widest() {
        return measure().widest(text);
    }

    private TextMeasurer measure() {
        letters.in(shown.getFont());
        return letters;
    }
}
