package io.landline.ui.text;

import io.landline.language.LeftToRight;
import io.landline.peer.CodePoints;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Breaks text into lines by ourselves, where the toolkit cannot: JavaFX 26 for Linux throws in its layout when it
/// wraps a run of right-to-left text (PrismTextLayout.computeTrailingSpaceWidth, an index below zero). Stateless; any
/// thread.
public final class LineBreaks {
    /// Behind these, without a blank, a number or a name goes on.
    private static final String IN_NUMBERS = ":.,;";
    /// Thai; what is before it has blanks between words.
    private static final char FIRST_WITHOUT_BLANKS = '\u0E00';

    /// More letters that change beside others ([ComplexLetters]) than the toolkit wraps in a pulse: for each line it
    /// shapes all that is left anew.
    static final int COMPLEX_LETTERS_MAX = 150;
    /// UTF-16 units of one character, which letters and marks can make as long as a message. More are cut.
    private static final int CHARACTER_UNITS_MAX = 64;
    /// UTF-16 units that are mostly wider than a line. To measure thousands without a blank takes longer than a pulse.
    private static final int BEGINNING_UNITS = 300;

    private LineBreaks() {}

    /// Whether we break it: the toolkit would throw, or take very long.
    public static boolean areOurs(String text) {
        return isNeededFor(text) || ComplexLetters.areMoreThan(COMPLEX_LETTERS_MAX, text);
    }

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
            double wide = wide(text, end, end + part.stripTrailing().length(), max, width);
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
            for (String character : characters(part)) {
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

    /// How wide a part is; of a long one that is wider than a line, only its beginning.
    private static double wide(String text, int from, int to, double max, Widths width) {
        if (to - from <= BEGINNING_UNITS) return width.of(from, to);
        double wide = width.of(from, CodePoints.cut(text, from + BEGINNING_UNITS));
        return wide > max ? wide : width.of(from, to);
    }

    private static List<String> characters(String part) {
        var characters = new ArrayList<String>();
        for (String each : parts(part, BreakIterator.getCharacterInstance(Locale.ROOT))) {
            int at = 0;
            while (each.length() - at > CHARACTER_UNITS_MAX) {
                int behind = CodePoints.cut(each, at + CHARACTER_UNITS_MAX);
                characters.add(each.substring(at, behind));
                at = behind;
            }
            characters.add(each.substring(at));
        }
        return characters;
    }

    private static boolean endsWithMarkAlone(String part) {
        int last = part.length() - 1;
        return last > 0 && part.charAt(last) == LeftToRight.MARK && Character.isWhitespace(part.charAt(last - 1));
    }

    /// Whether the two parts stay on one line though [BreakIterator] would part them: a time as `09:07:49`, an address
    /// as `lab.local:5264` (UAX #14, rules LB25 and LB29), what a mark of direction touches (LB9), and `http://`, as
    /// `http:` alone looks like a word.
    private static boolean belongs(String before, String after) {
        if (before.charAt(before.length() - 1) == LeftToRight.MARK || after.charAt(0) == LeftToRight.MARK) {
            return !Character.isWhitespace(before.charAt(before.length() - 1));
        }
        String seen = LeftToRight.unmarked(before);
        char last = seen.charAt(seen.length() - 1);
        char first = after.charAt(0);
        if (last == ':' && first == '/') return true;
        if (seen.length() < 2 || !isPlain(seen.charAt(seen.length() - 2)) || !isPlain(first)) return false;
        return IN_NUMBERS.indexOf(last) >= 0 || last == '-' && Character.isDigit(first);
    }

    /// A digit, or a letter of a script that has blanks between its words.
    private static boolean isPlain(char letter) {
        return Character.isDigit(letter) || letter < FIRST_WITHOUT_BLANKS && Character.isLetter(letter);
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
            String before = parts.isEmpty() ? "" : parts.getLast();
            if (endsWithMarkAlone(before)) { // the mark belongs to what it stands before
                parts.set(parts.size() - 1, before.substring(0, before.length() - 1));
                part = LeftToRight.MARK + part;
            } else if (!before.isEmpty() && belongs(before, part)) {
                part = parts.removeLast() + part;
            }
            parts.add(part);
        }
        return parts;
    }
}
