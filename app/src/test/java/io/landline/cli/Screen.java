package io.landline.cli;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/// What a person sees on a terminal of type xterm that was written to: as much of it as a line editor uses. Lines that
/// leave at the top are kept. Fails on a sequence that it does not know.
final class Screen {
    private static final String AUTO_WRAP = "?7";
    private static final char ESC = '\u001b';

    private final int columns;
    private final int rows;
    private final List<StringBuilder> lines = new ArrayList<>();
    private int top;
    private int row;
    private int column;
    /// The last column was written: the next character goes to the next line.
    private boolean wraps;
    /// Else the last column is written again and again.
    private boolean mayWrap = true;

    private Screen(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /// All lines, without blanks at their ends; the last is the one with the cursor, or what stands below it.
    static List<String> lines(String written, int columns, int rows) {
        var screen = new Screen(columns, rows);
        screen.write(written);
        return screen.lines.stream().map(line -> line.toString().replace("\0", "").stripTrailing()).toList();
    }

    private void write(String text) {
        for (int i = 0; i < text.length();) {
            char c = text.charAt(i);
            if (c == ESC) {
                i = escape(text, i + 1);
                continue;
            }
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            switch (point) {
                case '\r' -> column(0);
                case '\n' -> down();
                case '\b' -> column(Math.max(0, column - 1));
                case 7 -> {
                }
                default -> put(point);
            }
        }
    }

    private void column(int to) {
        column = Math.min(to, columns - 1);
        wraps = false;
    }

    private void down() {
        row++;
        wraps = false;
        if (row - top == rows) top++;
    }

    private StringBuilder line() {
        while (lines.size() <= row) lines.add(new StringBuilder());
        return lines.get(row);
    }

    /// A wide character takes two cells, of which the second is a NUL; a joined one hangs on the cell before.
    private void put(int point) {
        int width = WCWidth.wcwidth(point);
        if (width <= 0) return;
        if (!mayWrap && column + width > columns) column = columns - width;
        if (wraps || column + width > columns) {
            down();
            column = 0;
        }
        StringBuilder line = line();
        int[] cells = cells(line);
        var now = new StringBuilder();
        for (int i = 0; i < Math.max(cells.length, column + width); i++) {
            if (i == column) {
                now.appendCodePoint(point);
            } else if (i == column + 1 && width == 2) {
                now.append('\0');
            } else {
                now.appendCodePoint(i < cells.length ? cells[i] : ' ');
            }
        }
        line.setLength(0);
        line.append(now);
        column += width;
        if (column >= columns) {
            column = columns - 1;
            wraps = mayWrap;
        }
    }

    private static int[] cells(CharSequence line) {
        return line.codePoints().toArray();
    }

    private void cut(int from, int to) {
        int[] cells = cells(line());
        var now = new StringBuilder();
        for (int i = 0; i < cells.length; i++) now.appendCodePoint(i >= from && i < to ? ' ' : cells[i]);
        line().setLength(0);
        line().append(now);
    }

    private int escape(String text, int start) {
        char kind = text.charAt(start);
        if (kind == '=' || kind == '>') return start + 1;
        if (kind == '(') return start + 2;
        if (kind != '[') throw new AssertionError("unknown: ESC " + kind);
        int end = start + 1;
        while (end < text.length() && (text.charAt(end) < '@' || text.charAt(end) > '~')) end++;
        if (end == text.length()) return end; // the rest is on its way
        String digits = text.substring(start + 1, end);
        int number = digits.isEmpty() || digits.startsWith("?") ? 0 : Integer.parseInt(digits.split(";")[0]);
        int times = Math.max(1, number);
        switch (text.charAt(end)) {
            case 'A' -> row = Math.max(top, row - times);
            case 'B' -> {
                for (int i = 0; i < times; i++) down();
            }
            case 'C' -> column(column + times);
            case 'D' -> column(Math.max(0, column - times));
            case 'G' -> column(times - 1);
            case 'H' -> {
                String[] place = digits.split(";");
                row = top + times - 1;
                column(place.length > 1 ? Integer.parseInt(place[1]) - 1 : 0);
            }
            case 'K' -> cut(number == 0 ? column : 0, number == 1 ? column + 1 : columns);
            case 'J' -> {
                cut(column, columns);
                while (lines.size() > row + 1) lines.removeLast();
            }
            case 'P' -> delete(times);
            case '@' -> insert(times);
            case 'h', 'l' -> {
                if (digits.equals(AUTO_WRAP)) mayWrap = text.charAt(end) == 'h';
            }
            case 'm' -> {
            }
            default -> throw new AssertionError("unknown: ESC [ " + digits + text.charAt(end));
        }
        return end + 1;
    }

    private void delete(int count) {
        int[] cells = cells(line());
        var now = new StringBuilder();
        for (int i = 0; i < cells.length; i++) if (i < column || i >= column + count) now.appendCodePoint(cells[i]);
        line().setLength(0);
        line().append(now);
    }

    private void insert(int count) {
        int[] cells = cells(line());
        var now = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            if (i == column) now.append(" ".repeat(count));
            now.appendCodePoint(cells[i]);
        }
        line().setLength(0);
        line().append(now);
    }
}
