package io.landline.peer;

/// Tells a text or a name in which there is nothing to see. Stateless; any thread.
public final class BlankText {
    private BlankText() {}

    /// Whether all of it is spaces, tabs, ends of lines and invisible characters, or it is empty.
    public static boolean is(String text) {
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            if (!isBlank(text.codePointAt(at))) return false;
        }
        return true;
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)
                || InvisibleCharacters.contains(codePoint);
    }
}
