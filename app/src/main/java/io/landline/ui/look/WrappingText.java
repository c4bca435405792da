package io.landline.ui.look;

import io.landline.ui.text.LineBreaks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Text of any language that wraps at its width. All text that somebody else wrote and that may wrap is shown by this, never by a label
/// that wraps: the toolkit throws while it lays out right-to-left text (see [LineBreaks]). Text without such letters is left to the
/// toolkit, which is quicker. JavaFX thread.
public final class WrappingText extends Region {
    /// Widths of parts that are remembered: a message of 16 KiB has some 3,000 words, many of them the same.
    private static final int WIDTHS_MAX = 5_000;

    private static final String ONE_LINE = " ";
    /// A line of so many is wider than any window, and measuring 16 KiB takes longer than a pulse.
    private static final int WIDE_CHARACTERS = 1_000;

    private final Text shown = new Text();
    private final Text measure = new Text();
    private final Map<String, Double> widths = new HashMap<>();
    private String text;
    private boolean broken;
    private Font measuredFont = Font.getDefault();

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

    public String text() {
        return text;
    }

    /// For what styles the letters: `text` of the theme.
    public Text letters() {
        return shown;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + snappedRightInset();
    }

    /// That of its longest line, unwrapped.
    @Override
    protected double computePrefWidth(double height) {
        double widest = 0;
        for (String line : text.split("\n", -1)) {
            widest = Math.max(widest, wide(line.length() > WIDE_CHARACTERS ? line.substring(0, WIDE_CHARACTERS) : line));
        }
        return snapSizeX(widest) + snappedLeftInset() + snappedRightInset() + 1;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = (width < 0 ? computePrefWidth(-1) : width) - snappedLeftInset() - snappedRightInset();
        double height;
        if (broken) {
            height = lines(inner).size() * lineHeight();
        } else {
            measured();
            measure.setText(text);
            measure.setWrappingWidth(Math.max(1, inner));
            height = measure.getLayoutBounds().getHeight();
        }
        return snapSizeY(height) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double inner = Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset());
        if (broken) {
            shown.setWrappingWidth(0);
            shown.setText(String.join("\n", lines(inner)));
        } else {
            shown.setWrappingWidth(inner);
        }
        double x = snappedLeftInset();
        if (broken && shown.getTextAlignment() == TextAlignment.RIGHT) x += Math.max(0, inner - shown.getLayoutBounds().getWidth());
        shown.relocate(x, snappedTopInset());
    }

    private List<String> lines(double inner) {
        measured();
        return LineBreaks.lines(text, Math.max(1, inner), this::wide);
    }

    private double lineHeight() {
        measured();
        measure.setWrappingWidth(0);
        measure.setText(ONE_LINE);
        return measure.getLayoutBounds().getHeight();
    }

    private double wide(String part) {
        measured();
        Double known = widths.get(part);
        if (known != null) return known;
        measure.setWrappingWidth(0);
        measure.setText(part);
        double wide = measure.getLayoutBounds().getWidth();
        if (widths.size() < WIDTHS_MAX) widths.put(part, wide);
        return wide;
    }

    /// The font of the letters may have changed: by the theme, by the zoom.
    private void measured() {
        if (shown.getFont().equals(measuredFont)) return;
        measuredFont = shown.getFont();
        measure.setFont(measuredFont);
        widths.clear();
    }
}
