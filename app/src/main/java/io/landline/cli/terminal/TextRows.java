package io.landline.cli.terminal;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Breaks lines into rows of a terminal, each but the first one indented. A terminal begins the second row of a long
/// line at its edge, where a text that is padded could look like the message of somebody else. A link stays whole, so
/// that it can be copied: the terminal breaks it where it is longer than a row. Stateless; any thread.
public final class TextRows {
    /// Before each row but the first one of a line, as before the further lines of a text.
    public static final String INDENT = "    ";
    /// In fewer columns hardly a word has place beside the indent.
    static final int COLUMNS_MIN = 16;
    /// At most this far does a tab go.
    private static final int TAB_COLUMNS = 8;
    private static final int FIRST_NOT_ASCII = 0x80;
    private static final int FIRST_WIDE = 0x1100;
    /// Behind a character of one column it makes an emoji of two.
    private static final int EMOJI_STYLE = 0xfe0f;
    /// First and last characters that terminals show two columns wide: of East Asia, and emoji. Of some blocks only a
    /// part is that wide.
    private static final int[] WIDE = {0x1100, 0x115f, 0x2190, 0x21ff, 0x2300, 0x24ff, 0x25a0, 0x27bf, 0x2b00, 0x2bff,
            0x2e80, 0x303e, 0x3041, 0xa4cf, 0xa960, 0xa97f, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30,
            0xfe6f, 0xff00, 0xff60, 0xffe0, 0xffe6, 0x16fe0, 0x18dff, 0x1aff0, 0x1b2ff, 0x1d300, 0x1d376, 0x1f000,
            0x1faff, 0x20000, 0x3fffd};

    /// A link without blanks, and with no colon but one before a port. Where that one comes in its first row, no
    /// further row of the link has a colon, as the beginning of a message has.
    private static final Pattern LINK = Pattern
            .compile("(?<![!-~])https?://[A-Za-z0-9.-]{1,255}(?<port>:\\d{1,5})?([/?#][!-9;-~]*)?(?![^ ])");

    private TextRows() {}

    /// A part of a line: its first character, and that behind its last one.
    public record Row(int from, int to) {}

    /// The same text with its rows as lines.
    ///
    /// @param columns of the terminal; 0, or too few to break anything: the text stays as it is
    public static String broken(String text, int columns) {
        if (columns < COLUMNS_MIN) return text;
        var rows = new StringJoiner("\n");
        for (String line : text.split("\n", -1)) {
            for (Row row : rows(line, columns)) {
                rows.add((row.from == 0 ? "" : INDENT) + line.substring(row.from, row.to));
            }
        }
        return rows.toString();
    }

    /// The rows of one line, at least one. They begin at words that have place in a row, else wherever a row is full.
    /// A row is without the blank behind its last word, which may have no place.
    ///
    /// @param columns as of [#broken]
    public static List<Row> rows(String line, int columns) {
        var rows = new ArrayList<Row>();
        int from = 0;
        for (int next : starts(line, columns)) {
            rows.add(new Row(from, line.charAt(next - 1) == ' ' ? next - 1 : next));
            from = next;
        }
        int end = line.length();
        boolean isTooLong = columns >= COLUMNS_MIN && line.endsWith(" ")
                && width(line, from, end) > (from == 0 ? columns : columns - INDENT.length());
        rows.add(new Row(from, isTooLong ? end - 1 : end));
        return rows;
    }

    /// Where the rows behind the first one begin.
    private static List<Integer> starts(String line, int columns) {
        var starts = new ArrayList<Integer>();
        if (columns < COLUMNS_MIN || width(line, 0, line.length()) <= columns) return starts;
        int room = columns;
        int used = 0;
        int row = 0;
        int word = 0;
        int at = 0;
        for (int next : ends(line, columns - INDENT.length())) {
            int wide = width(line, at, next);
            boolean isBlank = line.charAt(at) == ' ';
            if (used + wide > room) {
                room = columns - INDENT.length();
                row = isBlank ? next : word > row && hasPlace(line, word, room) ? word : at;
                if (row < line.length() && row > (starts.isEmpty() ? 0 : starts.getLast())) starts.add(row);
                used = row > at ? 0 : width(line, row, next);
            } else {
                used += wide;
            }
            if (isBlank) word = next;
            at = next;
        }
        return starts;
    }

    private static boolean hasPlace(String line, int word, int room) {
        int end = line.indexOf(' ', word);
        return width(line, word, end < 0 ? line.length() : end) <= room;
    }

    /// The ends of what a reader takes for one character, as a letter with its marks, and of links. What else is
    /// wider than a row is taken apart.
    ///
    /// @param room of a row that is indented
    private static List<Integer> ends(String line, int room) {
        var ends = new ArrayList<Integer>();
        Matcher link = LINK.matcher(line);
        boolean isLink = isNext(link, room);
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(line);
        int from = characters.first();
        for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
            if (isLink && end > link.start()) {
                if (end < link.end()) continue;
                ends.add(end);
                from = end;
                isLink = isNext(link, room);
                continue;
            }
            int at = from;
            if (width(line, from, end) > room) {
                for (at += Character.charCount(line.codePointAt(at)); at < end;) {
                    ends.add(at);
                    at += Character.charCount(line.codePointAt(at));
                }
            }
            ends.add(end);
            from = end;
        }
        return ends;
    }

    /// Goes to the next link that stays whole: its port, if it has one, is in its first row.
    private static boolean isNext(Matcher link, int room) {
        while (link.find()) {
            if (link.end("port") - link.start() <= room) return true; // as well without a port
        }
        return false;
    }

    private static int width(String line, int from, int to) {
        int columns = 0;
        int last = 0;
        for (int at = from; at < to;) {
            int c = line.codePointAt(at);
            last = c == EMOJI_STYLE && last == 1 ? 1 : width(c);
            columns += last;
            at += Character.charCount(c);
        }
        return columns;
    }

    /// At least as many columns as common terminals give it: where they differ, a row that is too short harms nobody.
    /// Two kinds of terminal give more: the older console of Linux shows a mark in a column of its own, and one set to
    /// East Asia may show Greek and Cyrillic letters, and lines of boxes, in two.
    private static int width(int c) {
        if (c == '\t') return TAB_COLUMNS;
        if (c < FIRST_NOT_ASCII) return 1;
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) return 0;
        if (c < FIRST_WIDE) return 1;
        for (int i = 0; i < WIDE.length; i += 2) if (c >= WIDE[i] && c <= WIDE[i + 1]) return 2;
        return 1;
    }
}
