package io.landline.cli;

/// Makes a text that a peer sent fit for a terminal: no control character, no escape sequence, no direction override
/// reaches it (docs/threat-model.md, "Where each hostile row is tested", H41 and H43). The text itself is never changed
/// anywhere else.
final class Escapes {
    private Escapes() {}

    /// One line: line breaks and tabs become visible too.
    static String line(String text) {
        return escaped(text, false);
    }

    /// Several lines are left as they are.
    static String lines(String text) {
        return escaped(text, true);
    }

    /// JSON that says the same, without the controls that JSON lets stand: a terminal would obey U+009B as it obeys ESC
    /// and `[`.
    static String json(String text) {
        var out = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if (c >= 0x7f && c <= 0x9f) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String escaped(String text, boolean keepLines) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (keepLines && (c == '\n' || c == '\t')) {
                out.append((char) c);
            } else if (Character.isISOControl(c) || isDirectionControl(c) || isLoneSurrogate(c)) {
                out.append(String.format("\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /// UAX #9: embeddings, overrides, isolates and marks.
    private static boolean isDirectionControl(int c) {
        return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f
                || c == 0x061c;
    }

    private static boolean isLoneSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
