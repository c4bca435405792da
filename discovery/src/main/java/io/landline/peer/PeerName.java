package io.landline.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/// A person's name as a peer gives it: a label, not an identity. Control characters and runs of white space become one
/// blank; an empty one becomes `device-xxxx` where it is shown.
public record PeerName(String value) {
    public static final int MAX_CODE_POINTS = 64;
    /// The code points of four bytes each, the most that one has in UTF-8.
    public static final int MAX_BYTES = 256;
    /// In a presence packet, which is small; the hello has the whole name.
    public static final int MAX_BYTES_IN_PRESENCE = 64;
    /// The colon, and what looks like it: marks and letters of other scripts, a ratio, small and wide forms.
    private static final String COLONS = ":\u02d0\u02f8\u0589\u05c3\u0703\u0704\u16ec\u1803\u1809\u205a\u2236"
            + "\ua4fd\ua789\ufe13\ufe30\ufe55\uff1a";
    /// What a room's name begins with where it is shown, and what looks like that.
    private static final String HASHES = "#\u266f\ufe5f\uff03";
    private static final String QUOTATION_MARK = "\"\u00ab\u00bb\u02ba\u02ee\u05f4\u201c-\u201f\u2033\u2036\u275d\u275e"
            + "\u3003\u301d-\u301f\uff02";
    private static final String APOSTROPHE = "'`\u00b4\u02b9\u02bb-\u02bd\u02c8\u02ca\u02cb\u05f3\u2018-\u201b\u2032"
            + "\u2035\u275b\u275c\uff07\uff40";
    /// What could end quotation marks before the name is over: such a mark, or two apostrophes, which look like one.
    private static final Pattern QUOTATION_MARKS = Pattern
            .compile("[%2$s\\p{Cf}]*[%1$s][%1$s%2$s\\p{Cf}]*|[%2$s](?:\\p{Cf}*[%2$s])+".formatted(QUOTATION_MARK,
                    APOSTROPHE));

    public PeerName {
        if (!fits(value)) {
            throw new IllegalArgumentException("a name has 1 to " + MAX_CODE_POINTS + " characters, no line breaks");
        }
    }

    public static boolean fits(String name) {
        return !name.isBlank() && name.equals(cleaned(name)) && name.codePointCount(0, name.length()) <= MAX_CODE_POINTS
                && name.getBytes(UTF_8).length <= MAX_BYTES;
    }

    /// Whether somebody may call themselves so: it fits, and others see something. Names that are stored may be of an
    /// earlier version, which did not ask that.
    public static boolean mayBeChosen(String name) {
        return fits(name) && !BlankText.is(name);
    }

    /// Whether a name could look like a room and a name, or like a name and what that person said, as `Ben: yes. Ada`.
    private static boolean passesForMore(String name) {
        int first = name.codePoints().dropWhile(PeerName::drawsNothing).findFirst().orElse(' ');
        return HASHES.indexOf(first) >= 0 || name.codePoints().anyMatch(c -> COLONS.indexOf(c) >= 0);
    }

    private static boolean drawsNothing(int codePoint) {
        return InvisibleCharacters.contains(codePoint) || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }

    /// A name as it is shown, apart from what the place of it needs: one that [#passesForMore] stands in quotation
    /// marks, and any of its own become an apostrophe: `“Ben: yes. Ada”`.
    public static String marked(String name) {
        return passesForMore(name) ? "“" + QUOTATION_MARKS.matcher(name).replaceAll("'") + "”" : name;
    }

    /// Makes a name of any text that a stranger or a system gave: cleaned, cut on a code point, never empty or
    /// invisible.
    ///
    /// @param fallback what to call somebody without a usable name, itself a fitting name
    public static PeerName lenient(String raw, String fallback) {
        String name = cut(cleaned(raw), MAX_CODE_POINTS, MAX_BYTES).strip();
        return new PeerName(BlankText.is(name) ? fallback : name);
    }

    /// The name as a presence packet carries it: at most [#MAX_BYTES_IN_PRESENCE] bytes, cut on a code point.
    public String inPresence() {
        return cut(value, MAX_CODE_POINTS, MAX_BYTES_IN_PRESENCE);
    }

    private static String cleaned(String raw) {
        var out = new StringBuilder(raw.length());
        raw.codePoints()
                .map(c -> Character.isISOControl(c) || Character.isWhitespace(c) || isUnpaired(c) ? ' ' : c)
                .forEach(c -> {
                    if (c != ' ' || (!out.isEmpty() && out.charAt(out.length() - 1) != ' ')) out.appendCodePoint(c);
                });
        return out.toString().strip();
    }

    private static boolean isUnpaired(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static String cut(String text, int codePointsMax, int bytesMax) {
        var out = new StringBuilder();
        int bytes = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String one = Character.toString(text.codePointAt(i));
            bytes += one.getBytes(UTF_8).length;
            if (++count > codePointsMax || bytes > bytesMax) break;
            out.append(one);
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
