package io.landline.ui.text;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Breaks text into lines by ourselves, where the toolkit cannot: JavaFX 26 for Linux throws in its layout when it wraps a run of
/// right-to-left text (PrismTextLayout.computeTrailingSpaceWidth, an index below zero). Stateless; any thread.
public final class LineBreaks {
    private static final char LRI = '\u2066';
    private static final char RLI = '\u2067';
    private static final char FSI = '\u2068';
    private static final char PDI = '\u2069';

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

    /// The lines that fit into this width, greedily (UAX #14 by way of [BreakIterator]); a word that is wider alone is cut between
    /// characters. Each line is isolated with the direction of its paragraph, as it would have inside of it.
    ///
    /// @param width of a text on one line, in the unit of `max`
    public static List<String> lines(String text, double max, ToDoubleFunction<String> width) {
        var lines = new ArrayList<String>();
        for (String paragraph : withoutIsolate(text).split("\n", -1)) {
            char direction = isRightToLeft(paragraph) ? RLI : LRI;
            for (String line : broken(paragraph, max, width)) lines.add(line.isEmpty() ? "" : direction + line + PDI);
        }
        return lines;
    }

    /// The toolkit draws the ends of an isolate within another as boxes: each line has one.
    private static String withoutIsolate(String text) {
        boolean isolated = text.length() >= 2 && text.charAt(0) == FSI && text.charAt(text.length() - 1) == PDI;
        return isolated ? text.substring(1, text.length() - 1) : text;
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
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) parts.add(text.substring(start, end));
        return parts;
    }
}
