package io.landline.peer;

/// Tells a text or a name in which there is nothing to see. Stateless; any thread.
public final class BlankText {
    private BlankText() {}

    /// Whether all of it is spaces, tabs, ends of lines and invisible characters, or it is empty.
    public static boolean is(String text) {
        return text.codePoints()
                .allMatch(
                        c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || InvisibleCharacters.contains(c));
    }
}
