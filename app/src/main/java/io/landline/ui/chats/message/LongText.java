package io.landline.ui.chats.message;

import io.landline.ui.text.PeerText;

/// A message as a bubble shows it: a long one by its beginning, until somebody wants all of it. Immutable.
///
/// @param shown safe to show
/// @param isLong whether there is more of it than a bubble shows by itself
public record LongText(String shown, boolean isLong) {
    /// A screen of text: what is longer hides the rest of a conversation.
    static final int CHARACTERS_MAX = 1_200;
    static final int LINES_MAX = 15;
    /// Four UTF-16 units a character: one with many marks has more, and takes as long to lay out as many characters.
    static final int UNITS_MAX = 4 * CHARACTERS_MAX;

    public static LongText of(String text, boolean whole) {
        String beginning = PeerText.shortened(firstLines(text), CHARACTERS_MAX, UNITS_MAX);
        boolean isLong = !beginning.equals(text);
        return new LongText(PeerText.block(whole ? text : beginning), isLong);
    }

    private static String firstLines(String text) {
        int end = -1;
        for (int line = 0; line < LINES_MAX; line++) {
            end = text.indexOf('\n', end + 1);
            if (end < 0) return text;
        }
        return text.substring(0, end) + "…";
    }
}
