package io.landline.ui.text;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    /// A line's place in the text, without the blanks at which it was broken.
    public record Line(int start, int end) {}

    /// How wide the part of a text between two places is, on one line.
    @FunctionalInterface
    public interface Widths {
        double of(int start, int end);
    }

    /// The places of the lines that fit into this width, greedily (UAX #14 by way of [BreakIterator]); a word that is
    /// wider alone is cut between characters.
    ///
    /// @param width in the unit of `max`
    public static List<Line> places(String text, double max, Widths width) {
        var lines = new ArrayList<Line>();
        int start = 0;
        for (String paragraph : text.split("\n", -1)) {
            breakUp(text, start, start + paragraph.length(), max, width, lines);
            start += paragraph.length() + 1;
        }
        return lines;
    }

    private static void breakUp(String text, int from, int to, double max, Widths width, List<Line> lines) {
        int before = lines.size();
        int start = from;
        int end = from;
        double used = 0;
        for (String part : parts(text.substring(from, to), BreakIterator.getLineInstance(Locale.ROOT))) {
            int behind = end + part.length();
            double wide = width.of(end, end + part.stripTrailing().length());
            if (end > start && used + wide > max) {
                lines.add(stripped(text, start, end));
                start = end;
                used = 0;
            }
            if (wide <= max) {
                used += width.of(end, behind);
                end = behind;
                continue;
            }
            for (String character : parts(part, BreakIterator.getCharacterInstance(Locale.ROOT))) {
                double one = width.of(end, end + character.length());
                if (end > start && used + one > max) {
                    lines.add(new Line(start, end));
                    start = end;
                    used = 0;
                }
                end += character.length();
                used += one;
            }
        }
        if (end > start || lines.size() == before) lines.add(new Line(start, end));
    }

    private static Line stripped(String text, int start, int end) {
        int last = end;
        while (last > start && Character.isWhitespace(text.charAt(last - 1))) last--;
        return new Line(start, last);
    }

    private static List<String> parts(String text, BreakIterator breaks) {
        var parts = new ArrayList<String>();
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String part = text.substring(start, end);
            boolean inAddress = !parts.isEmpty() && part.startsWith("/") && parts.getLast().endsWith(":");
            if (inAddress) part = parts.removeLast() + part; // `http:` alone at the end of a line looks like a word
            parts.add(part);
        }
        return parts;
    }
}
