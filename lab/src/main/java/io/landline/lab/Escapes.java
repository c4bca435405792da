package io.landline.lab;

/// Makes text that a peer sent fit to be shown: no control character and no direction override reaches a terminal or a
/// page. The Lab has it because it knows no other module; the rest of the command line uses it too. The text itself is
/// never changed anywhere else.
public final class Escapes {
    private Escapes() {}

    /// One line: `\n`, `\r` and `\t` as a programmer writes them, other control characters as `\x1b`, invisible ones as
    /// `\u202e`.
    public static String line(String text) {
        return escaped(text, false);
    }

    /// Line feeds and tabs stay, for texts that are meant to have lines; everything else is as in [#line].
    public static String lines(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean keepsLines) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (keepsLines && (c == '\n' || c == '\t')) {
                shown.append((char) c);
            } else if (c == '\n') {
                shown.append("\\n");
            } else if (c == '\r') {
                shown.append("\\r");
            } else if (c == '\t') {
                shown.append("\\t");
            } else if (Character.isISOControl(c)) {
                shown.append(String.format("\\x%02x", c));
            } else if (isUnseen(c)) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /// Direction controls (UAX #9), line and paragraph separators, lone surrogates.
    private static boolean isUnseen(int c) {
        return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f || c == 0x061c
                || c == 0x2028 || c == 0x2029 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
