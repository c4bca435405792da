package io.landline.peer;

/// Characters that take two UTF-16 units. Stateless; any thread.
public final class CodePoints {
    private CodePoints() {}

    /// Where a text may be cut: at this place, or one before it where the cut would halve a character.
    ///
    /// @param at 1 to the length of the text
    public static int cut(CharSequence text, int at) {
        boolean halves = at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        return halves ? at - 1 : at;
    }
}
