package io.landline.ui.look;

import io.landline.ui.text.LineBreaks;
import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Text of any language that wraps at its width. All text that somebody else wrote and that may wrap is shown by this,
/// never by a label that wraps: the toolkit throws while it lays out right-to-left text (see [LineBreaks]). Text
/// without such letters is left to the toolkit, which is quicker. JavaFX thread.
public final class WrappingText extends WrappingRegion {
    private final Text shown = new Text();
    private final TextMeasurer letters = new TextMeasurer();
    private String text;
    private boolean broken;

    /// @param text as `PeerText.block` or `PeerText.line` gives it
    public WrappingText(String text) {
        getStyleClass().add("wrapping-text");
        getChildren().add(shown);
        setAccessibleRole(AccessibleRole.TEXT);
        this.text = "";
        setText(text);
    }

    public void setText(String fresh) {
        if (fresh.equals(text)) return;
        text = fresh;
        broken = LineBreaks.isNeededFor(fresh);
        shown.setText(broken ? "" : fresh);
        shown.setTextAlignment(broken && LineBreaks.isRightToLeft(fresh) ? TextAlignment.RIGHT : TextAlignment.LEFT);
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
        if (broken) return measure().lines(text, inner).size() * measure().lineHeight();
        return measure().wrappedHeight(text, inner);
    }

    @Override
    protected void layoutChildren() {
        double inner = innerWidth(getWidth());
        if (broken) {
            shown.setWrappingWidth(0);
            shown.setText(String.join("\n", measure().lines(text, inner)));
        } else {
            shown.setWrappingWidth(inner);
        }
        double x = snappedLeftInset();
        if (broken && shown.getTextAlignment() == TextAlignment.RIGHT) {
            x += Math.max(0, inner - shown.getLayoutBounds().getWidth());
        }
        shown.relocate(x, snappedTopInset());
    }

    @Override
    TextMeasurer measure() {
        letters.in(shown.getFont());
        return letters;
    }
}
