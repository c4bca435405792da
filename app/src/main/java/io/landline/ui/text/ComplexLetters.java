package io.landline.ui.text;

/// Letters that change beside others, or that are drawn upon each other. Stateless; any thread.
final class ComplexLetters {
    private static final int FIRST = 0x0300;
    private static final int BLANKS = 0x2000;

    private ComplexLetters() {}

    static boolean areMoreThan(int max, String text) {
        int found = 0;
        for (int i = 0; i < text.length() && found <= max; i++) if (isOne(text.charAt(i))) found++;
        return found > max;
    }

    /// Of a pair of surrogates each counts.
    private static boolean isOne(char c) {
        if (c < FIRST) return false;
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK) {
            return true;
        }
        return Character.isSurrogate(c) || c == '\u200C' || c == '\u200D' || !isPlain(c);
    }

    /// Of a script with letters that only stand beside each other: Greek to Armenian, Georgian, Latin, Chinese,
    /// Japanese, whole syllables of Korean, and signs.
    private static boolean isPlain(char c) {
        return c < 0x0590 || c >= 0x10A0 && c < 0x1100 || c >= 0x1D00 && c < BLANKS
                || c >= BLANKS && c < 0xA500 || c >= 0xAC00 && c < 0xD7B0 || c >= 0xF900 && c < 0xFB1D
                || c >= 0xFE30 && c < 0xFE70 || c >= 0xFF00;
    }
}
