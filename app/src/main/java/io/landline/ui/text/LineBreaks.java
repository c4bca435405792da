package io.landline.ui.text;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Breaks text into lines by ourselves, where the toolkit cannot: JavaFX 26 for Linux throws in its layout when it
/// wraps a run of right-to-left text (PrismTextLayout.computeTrailingSpaceWidth, an index below zero). Stateless; any
/// thread.
public final class LineBreaks {
    private LineBreaks() {}

    /// Whether something in it runs from right to left, or steers direction.
    public static boolean isNeededFor(String text) {
        char[] characters = text.toCharArray();
        return Bidi.requiresBidi(characters, 0, characters.length);
    }

    /// Whether the first paragraph reads from right to left.
    public static boolean isRightToLeft(String text) {
        return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).getBaseLevel() == 1;
    }

    /// The lines that fit into this width, greedily (UAX #14 by way of [BreakIterator]); a word that is wider alone is
    /// cut between characters.
    ///
    /// @param width of a text on one line, in the unit of `max`
    public static List<String> lines(String text, double max, ToDoubleFunction<String> width) {
        var lines = new ArrayList<String>();
        for (String paragraph : text.split("\n", -1)) {
            lines.addAll(broken(paragraph, max, width));
        }
        return lines;
    }

    private static List<String> broken(String paragraph, double max, ToDoubleFunction<String> width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        double used = 0;
        for (String part : parts(paragraph, BreakIterator.getLineInstance(Locale.ROOT))) {
            String seen = part.stripTrailing();
            double wide = width.applyAsDouble(seen);
            if (!line.isEmpty() && used + wide > max) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                used = 0;
            }
            if (wide <= max) {
                line.append(part);
                used += width.applyAsDouble(part);
                continue;
            }
            for (String character : parts(part, BreakIterator.getCharacterInstance(Locale.ROOT))) {
                double one = width.applyAsDouble(character);
                if (!line.isEmpty() && used + one > max) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                line.append(character);
                used += one;
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) lines.add(line.toString());
        return lines;
    }

    private static List<String> parts(String text, BreakIterator breaks) {
        var parts = new ArrayList<String>();
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            parts.add(text.substring(start, end));
        }
        return parts;
    }
}
