package io.landline.ui.letters;

import io.landline.ui.text.LineBreaks;
import io.landline.ui.text.LineBreaks.Line;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.geometry.Bounds;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import javafx.scene.text.TextFlow;

/// Measures text in one font, and breaks it into the lines that fit a width (see [LineBreaks]). JavaFX thread.
public final class TextMeasurer {
    /// Widths of parts that are remembered: a message of 16 KiB has some 3,000 words, many of them the same.
    private static final int WIDTHS_MAX = 5_000;
    /// UTF-16 units of all these parts: a part can be the half of a message that has no space.
    static final int REMEMBERED_UNITS_MAX = 100_000;
    /// A window that is being resized asks for ever new widths.
    private static final int HEIGHTS_MAX = 16;
    /// A line this long is wider than any window, and measuring 16 KiB takes longer than a pulse.
    public static final int WIDE_CHARACTERS = 1_000;
    private static final String ONE_LINE = " ";

    private final Text measure = new Text();
    private final Map<String, Double> widths = new HashMap<>();
    private int rememberedUnits;
    /// Of the text that was wrapped last: one layout pass asks for the same height several times, and each costs as
    /// much as drawing it.
    private final Map<Double, Double> heights = new HashMap<>();
    private String wrapped = "";

    /// Of text that is drawn by itself.
    public TextMeasurer() {}

    private TextMeasurer(TextBoundsType bounds) {
        measure.setBoundsType(bounds);
    }

    /// Of the text of a label: there the toolkit rounds what is above the letters' base, and what is below it, to whole
    /// pixels.
    public static TextMeasurer ofLabel() {
        return new TextMeasurer(TextBoundsType.LOGICAL_VERTICAL_CENTER);
    }

    /// The font of the letters may have changed, by the theme or by the zoom: called before each measuring.
    public void in(Font font) {
        if (font.equals(measure.getFont())) return;
        measure.setFont(font);
        forgetWidths();
        heights.clear();
    }

    private void forgetWidths() {
        widths.clear();
        rememberedUnits = 0;
    }

    /// On one line, emoji as wide as their pictures.
    public double wide(String part) {
        Double known = widths.get(part);
        if (known != null) return known;
        double wide = measured(DrawnText.blanked(part), 0).getWidth();
        if (widths.size() >= WIDTHS_MAX || rememberedUnits + part.length() > REMEMBERED_UNITS_MAX) forgetWidths();
        widths.put(part, wide);
        rememberedUnits += part.length();
        return wide;
    }

    /// How many units of UTF-16 the remembered parts have.
    int rememberedUnits() {
        return rememberedUnits;
    }

    public double lineHeight() {
        return measured(ONE_LINE, 0).getHeight();
    }

    /// As the toolkit wraps it: never for what [LineBreaks#isNeededFor].
    public double wrappedHeight(String text, double width) {
        return remembered(text, width, wide -> measured(text, wide).getHeight());
    }

    private double remembered(String text, double width, UnaryOperator<Double> height) {
        if (!text.equals(wrapped) || heights.size() >= HEIGHTS_MAX) heights.clear();
        wrapped = text;
        return heights.computeIfAbsent(width, height);
    }

    /// That of the longest line, unwrapped.
    public double widest(String text) {
        double widest = 0;
        for (String line : text.split("\n", -1)) {
            widest = Math.max(widest,
                    wide(line.length() > WIDE_CHARACTERS ? line.substring(0, WIDE_CHARACTERS) : line));
        }
        return widest;
    }

    /// As [#wrappedHeight], of a text that is drawn in several runs: the toolkit wraps those by themselves.
    public double wrappedHeight(String text, List<String> runs, double width) {
        return remembered(text, width, wide -> {
            var flow = new TextFlow();
            for (String run : runs) {
                var letters = new Text(run);
                letters.setFont(measure.getFont());
                flow.getChildren().add(letters);
            }
            return flow.prefHeight(wide);
        });
    }

    /// As we break it ourselves.
    public double brokenHeight(String text, double width) {
        return remembered(text, width, wide -> places(text, wide).size() * lineHeight());
    }

    /// The places of the lines.
    public List<Line> places(String text, double width) {
        return LineBreaks.places(text, Math.max(1, width), (start, end) -> wide(text.substring(start, end)));
    }

    private Bounds measured(String text, double wrappingWidth) {
        measure.setWrappingWidth(wrappingWidth);
        measure.setText(text);
        return measure.getLayoutBounds();
    }
}
