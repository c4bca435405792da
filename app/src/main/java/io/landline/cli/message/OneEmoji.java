package io.landline.cli.message;

import java.util.regex.Pattern;

/// Whether a person typed one emoji (UTS #51). A node takes any short word as a reaction, since a later Unicode has
/// more of them; a person who types a word means none. Stateless; any thread.
final class OneEmoji {
    /// What a person sees as one character.
    private static final Pattern ONE_CHARACTER = Pattern.compile("\\X");
    private static final int KEYCAP = 0x20E3;
    private static final int FLAG_FIRST = 0x1F1E6;
    private static final int FLAG_LAST = 0x1F1FF;

    private OneEmoji() {}

    /// Takes those of later Unicodes too: their places are set aside for pictures.
    static boolean is(String text) {
        return ONE_CHARACTER.matcher(text).matches() && text.codePoints().anyMatch(OneEmoji::isOfPicture);
    }

    private static boolean isOfPicture(int c) {
        return Character.isExtendedPictographic(c) || c == KEYCAP || c >= FLAG_FIRST && c <= FLAG_LAST;
    }
}
