package io.landline.ui.text;

import io.landline.ui.text.CodeLetters.Code;
import io.landline.ui.text.Emphasis.Closed;
import io.landline.ui.text.TextSpan.Called;
import io.landline.ui.text.TextSpan.CodeBlock;
import io.landline.ui.text.TextSpan.Coloured;
import io.landline.ui.text.TextSpan.Link;
import io.landline.ui.text.TextSpan.ListItem;
import io.landline.ui.text.TextSpan.Style;
import io.landline.ui.text.TextSpan.Styled;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// Reads the little Markdown that messages have (docs/adr/0039): bold and italic letters, code, lists, and beside it
/// links and called names. Signs that mean something are not shown; all others are letters. Nothing has a name but its
/// own letters, and nothing is HTML. Takes time in proportion to the length, whatever stands there. One message's, one
/// thread.
public final class MessageMarkup {
    /// Bold, italic and code letters within lines: each is a node of its own on the screen, or two.
    public static final int STYLES_MAX = 300;
    /// Blocks of code and items of lists, which are several nodes each.
    public static final int BLOCKS_MAX = 100;
    /// Parts of code that have a colour of their own: each is a node, and so is what is between two.
    public static final int COLOURS_MAX = 1_000;
    /// Names that a message calls, as they are shown in it.
    public static final int CALLED_MAX = 100;
    /// Lists within lists, below the first: a bubble in a narrow window has no room for more.
    public static final int DEPTH_MAX = 3;
    /// Backticks that begin a block of code.
    private static final int FENCE_MIN = 3;
    /// The name of a language behind them, which gives the code its colours and is not shown. What is longer may be
    /// words that somebody is to read.
    private static final int LANGUAGE_CHARACTERS_MAX = 20;
    private static final int NUMBER_DIGITS_MAX = 9;
    private static final int BLANKS_OF_DEPTH = 2;
    private static final String BULLET = "• ";

    /// Somebody that the message calls.
    ///
    /// @param name somebody's text
    /// @param own whether it is this user
    public record Person(String name, boolean own) {}

    private final String text;
    private final boolean isCut;
    private final List<Person> people;
    private final StringBuilder out;
    private final List<TextSpan> blocks = new ArrayList<>();
    private final List<TextSpan> links = new ArrayList<>();
    private final List<TextSpan> called = new ArrayList<>();
    private final List<TextSpan> styles = new ArrayList<>();
    private final List<TextSpan> colours = new ArrayList<>();
    private int linksFound;
    private int calledFound;
    private boolean isBegun;

    private MessageMarkup(String text, boolean isCut, List<Person> people) {
        this.text = text;
        this.isCut = isCut;
        this.people = people;
        out = new StringBuilder(text.length());
    }

    /// @param shown as `PeerText.block` gives it
    /// @param isCut whether it ends with an ellipsis for what is left out: a link that reaches there is not whole
    /// @param people the ones that it mentions
    public static SpannedText of(String shown, boolean isCut, List<Person> people) {
        List<Person> safe = people.stream()
                .map(each -> new Person(PeerText.block(each.name()), each.own()))
                .filter(each -> !each.name().isBlank())
                .sorted(Comparator.comparingInt((Person each) -> each.name().length()).reversed())
                .toList();
        return new MessageMarkup(shown, isCut, safe).read();
    }

    /// Of a text that calls nobody.
    public static SpannedText of(String shown, boolean isCut) {
        return of(shown, isCut, List.of());
    }

    /// What stands there without the signs, for where a message is told on one line.
    public static String plain(String text) {
        return of(text, true).text();
    }

    private SpannedText read() {
        int at = 0;
        while (at <= text.length()) {
            int end = lineEnd(at);
            int behind = blocks.size() < BLOCKS_MAX ? codeBlock(at, end) : at;
            if (behind == at) {
                separate();
                line(at, end);
                behind = end + 1;
            }
            at = behind;
        }
        var spans = new ArrayList<>(blocks);
        spans.addAll(links);
        spans.addAll(called);
        spans.addAll(styles);
        spans.addAll(colours);
        return new SpannedText(out.toString(), spans);
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private void separate() {
        if (isBegun) out.append('\n');
        isBegun = true;
    }

    /// Reads a block of code that begins with this line; to the end of the text where nothing ends it.
    ///
    /// @return the place behind it; `at` for none
    private int codeBlock(int at, int end) {
        int backticks = backticks(at, end);
        if (backticks < FENCE_MIN) return at;
        String language = text.substring(at, end).strip().substring(backticks);
        if (!isLanguage(language)) return at;
        int from = Math.min(end + 1, text.length());
        int to = text.length();
        int behind = text.length() + 1;
        for (int line = end + 1; line <= text.length(); line = lineEnd(line) + 1) {
            int lineEnd = lineEnd(line);
            int closing = backticks(line, lineEnd);
            if (closing < backticks || closing < text.substring(line, lineEnd).strip().length()) continue;
            to = Math.max(from, line - 1);
            behind = lineEnd + 1;
            break;
        }
        String code = text.substring(from, to);
        if (code.isBlank()) return at;
        separate();
        int start = out.length();
        blocks.add(new CodeBlock(start, start + code.length()));
        for (Coloured part : CodeColours.in(code, language, COLOURS_MAX - colours.size())) {
            colours.add(part.part(-start, part.start(), part.end()));
        }
        out.append(code);
        return behind;
    }

    /// How many a line begins with, behind its blanks.
    private int backticks(int at, int end) {
        int start = at;
        while (start < end && text.charAt(start) == ' ') start++;
        int behind = start;
        while (behind < end && text.charAt(behind) == CodeLetters.SIGN) behind++;
        return behind - start;
    }

    private static boolean isLanguage(String name) {
        return name.length() <= LANGUAGE_CHARACTERS_MAX
                && name.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c) || "+-#._".indexOf(c) >= 0);
    }

    private void line(int at, int end) {
        int sign = at;
        int blanks = 0;
        while (sign < end && (text.charAt(sign) == ' ' || text.charAt(sign) == '\t')) {
            blanks += text.charAt(sign) == '\t' ? BLANKS_OF_DEPTH : 1;
            sign++;
        }
        int behind = blocks.size() < BLOCKS_MAX ? behindListSign(sign, end) : sign;
        if (behind == sign || text.substring(behind, end).isBlank()) {
            letters(at, end);
            return;
        }
        int start = out.length();
        boolean isBullet = behind == sign + 1;
        if (isBullet) {
            out.append(BULLET);
        } else {
            out.append(text, sign, behind).append(' ');
        }
        int body = out.length();
        while (Character.isWhitespace(text.charAt(behind))) behind++;
        letters(behind, end);
        blocks.add(new ListItem(start, body, out.length(), Math.min(blanks / BLANKS_OF_DEPTH, DEPTH_MAX)));
    }

    /// Behind a bullet or a number, which a blank follows; `at` where there is none.
    private int behindListSign(int at, int end) {
        if (at >= end) return at;
        int behind = at;
        while (behind < end && behind - at < NUMBER_DIGITS_MAX && isDigit(text.charAt(behind))) behind++;
        String signs = behind == at ? "-*" : ".)";
        boolean isSign = behind + 1 < end && signs.indexOf(text.charAt(behind)) >= 0
                && (text.charAt(behind + 1) == ' ' || text.charAt(behind + 1) == '\t');
        return isSign ? behind + 1 : at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// What is read within a line, and shown as other letters or as more than letters.
    ///
    /// @param span of the shown letters alone
    private record Found(int start, int end, String shown, TextSpan span) {}

    private void letters(int at, int end) {
        String line = text.substring(at, end);
        List<Code> codes = CodeLetters.in(line, STYLES_MAX - styles.size());
        var found = new ArrayList<Found>();
        int from = 0;
        for (Code code : codes) {
            addNames(line, from, code.start(), false, found);
            int to = code.to();
            String shown = line.substring(code.from(), to);
            found.add(new Found(code.start(), code.end(), shown, new Styled(0, shown.length(), Style.CODE)));
            from = code.end();
        }
        addNames(line, from, line.length(), isCut && end == text.length(), found);
        var hidden = new BitSet();
        List<Closed> closed = found.stream().map(each -> new Closed(each.start(), each.end())).toList();
        List<Styled> emphasis = Emphasis.in(line, closed, STYLES_MAX - styles.size() - codes.size(), hidden);
        write(line, found, hidden, emphasis);
    }

    /// Links and called names between two places.
    private void addNames(String line, int from, int to, boolean isCutThere, List<Found> found) {
        String part = line.substring(from, to);
        int at = 0;
        for (MessageLinks.Found link : MessageLinks.in(part, isCutThere, MessageLinks.LINKS_MAX - linksFound)) {
            addCalled(part, at, link.start(), from, found);
            Link span = new Link(0, link.shown().length(), link.target());
            found.add(new Found(from + link.start(), from + link.end(), link.shown(), span));
            linksFound++;
            at = link.end();
        }
        addCalled(part, at, part.length(), from, found);
    }

    private void addCalled(String part, int from, int to, int offset, List<Found> found) {
        if (people.isEmpty()) return;
        for (int at = part.indexOf('@', from); at >= 0 && at < to; at = part.indexOf('@', at + 1)) {
            if (calledFound == CALLED_MAX || at > 0 && Character.isLetterOrDigit(part.codePointBefore(at))) continue;
            for (Person person : people) {
                int end = at + 1 + person.name().length();
                boolean isNamed = end <= to && part.regionMatches(true, at + 1, person.name(), 0, end - at - 1)
                        && (end == part.length() || !Character.isLetterOrDigit(part.codePointAt(end)));
                if (!isNamed) continue;
                var span = new Called(0, end - at, part.substring(at + 1, end), person.own());
                found.add(new Found(offset + at, offset + end, part.substring(at, end), span));
                calledFound++;
                break;
            }
        }
    }

    private void write(String line, List<Found> found, BitSet hidden, List<Styled> emphasis) {
        int[] places = new int[line.length() + 1];
        int next = 0;
        int at = 0;
        while (at < line.length()) {
            places[at] = out.length();
            if (next < found.size() && found.get(next).start() == at) {
                Found one = found.get(next++);
                write(one);
                at = one.end();
            } else {
                if (!hidden.get(at)) out.append(line.charAt(at));
                at++;
            }
        }
        places[line.length()] = out.length();
        for (Styled each : emphasis) {
            styles.add(new Styled(places[each.start()], places[each.end()], each.style()));
        }
    }

    private void write(Found found) {
        int start = out.length();
        out.append(found.shown());
        TextSpan placed = found.span().part(-start, 0, found.shown().length());
        List<TextSpan> kind = placed instanceof Link ? links : placed instanceof Called ? called : styles;
        kind.add(placed);
    }
}
