package io.landline.ui.text;

import io.landline.ui.text.TextSpan.Style;
import io.landline.ui.text.TextSpan.Styled;
import java.lang.Character.UnicodeScript;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Finds bold and italic letters in one line: `**bold**`, `*italic*`, `_italic_`, `***both***`. Stars and lines within
/// a word are letters, as in `2*3*4` and `a_long_name`, and so is one behind a backslash. Each letter is looked at a
/// fixed number of times, whatever stands there. One line's, one thread.
final class Emphasis {
    private static final char STAR = '*';
    private static final char LOW_LINE = '_';
    private static final int STARS_MAX = 3;
    private static final int BOLD_STARS = 2;
    /// Their words have no blanks between them.
    private static final Set<UnicodeScript> WITHOUT_BLANKS = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA, UnicodeScript.HANGUL, UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /// A part of the line in which nothing is looked for.
    record Closed(int start, int end) {}

    /// Signs that may begin a style.
    private static final class Opening {
        final char sign;
        final int start;
        int left;

        Opening(char sign, int start, int left) {
            this.sign = sign;
            this.start = start;
            this.left = left;
        }
    }

    private final CharSequence line;
    private final int stylesMax;
    private final BitSet hidden;
    private final List<Styled> styles = new ArrayList<>();
    private final Deque<Opening> open = new ArrayDeque<>();
    /// How many of the open ones have this number of stars left; at 0 those of [#LOW_LINE].
    private final int[] counts = new int[STARS_MAX + 1];

    private Emphasis(CharSequence line, int stylesMax, BitSet hidden) {
        this.line = line;
        this.stylesMax = stylesMax;
        this.hidden = hidden;
    }

    /// The styles, in the places of the line, in no order.
    ///
    /// @param closed in their order
    /// @param hidden gets the places of the signs that are not shown
    static List<Styled> in(CharSequence line, List<Closed> closed, int stylesMax, BitSet hidden) {
        var emphasis = new Emphasis(line, stylesMax, hidden);
        int at = 0;
        for (Closed each : closed) {
            emphasis.read(at, each.start());
            at = each.end();
        }
        emphasis.read(at, line.length());
        return emphasis.styles;
    }

    private void read(int from, int to) {
        int at = from;
        while (at < to) {
            char sign = line.charAt(at);
            int end = at + 1;
            if (sign == STAR || sign == LOW_LINE) {
                while (end < to && line.charAt(end) == sign) end++;
                if (end - at <= (sign == STAR ? STARS_MAX : 1)) sign(sign, at, end);
            }
            at = end;
        }
    }

    private void sign(char sign, int start, int end) {
        int before = start == 0 ? ' ' : Character.codePointBefore(line, start);
        int after = end == line.length() ? ' ' : Character.codePointAt(line, end);
        if (before == '\\') return;
        int at = start;
        if (!isBlank(before) && !isWord(after)) {
            while (at < end && styles.size() < stylesMax && hasOpening(sign, end - at)) at = close(sign, at, end - at);
        }
        if (at < end && !isBlank(after) && !isWord(before)) push(new Opening(sign, at, end - at));
    }

    private boolean hasOpening(char sign, int left) {
        if (sign == LOW_LINE) return counts[0] > 0;
        return counts[STARS_MAX] > 0 || left != BOLD_STARS && counts[1] > 0 || left > 1 && counts[BOLD_STARS] > 0;
    }

    private static boolean fits(Opening opening, char sign, int left) {
        if (opening.sign != sign) return false;
        boolean isBold = left >= BOLD_STARS && opening.left >= BOLD_STARS;
        return isBold || left % BOLD_STARS == 1 && opening.left % BOLD_STARS == 1;
    }

    /// Ends the style that was begun last; those that were begun within it begin none any more.
    ///
    /// @return the place behind the signs that this took
    private int close(char sign, int at, int left) {
        Opening opening = pop();
        while (!fits(opening, sign, left)) opening = pop();
        boolean isBold = sign == STAR && left >= BOLD_STARS && opening.left >= BOLD_STARS;
        int taken = isBold ? BOLD_STARS : 1;
        int behind = opening.start + opening.left;
        styles.add(new Styled(behind, at, isBold ? Style.BOLD : Style.ITALIC));
        hidden.set(behind - taken, behind);
        hidden.set(at, at + taken);
        opening.left -= taken;
        if (opening.left > 0) push(opening);
        return at + taken;
    }

    private void push(Opening opening) {
        counts[opening.sign == STAR ? opening.left : 0]++;
        open.push(opening);
    }

    private Opening pop() {
        Opening last = open.pop();
        counts[last.sign == STAR ? last.left : 0]--;
        return last;
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) && !WITHOUT_BLANKS.contains(UnicodeScript.of(c));
    }
}
