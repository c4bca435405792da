package io.landline.ui.text;

/// Letters that change beside others, or that are drawn upon each other. Stateless; any thread.
final class ComplexLetters {
    /// Of what lies below none is one.
    private static final int COMBINING_MARKS = 0x0300;

    private ComplexLetters() {}

    static boolean areMoreThan(int max, String text) {
        int found = 0;
        for (int i = 0; i < text.length() && found <= max; i++) if (isOne(text.charAt(i))) found++;
        return found > max;
    }

    /// Of a pair of surrogates each counts.
    private static boolean isOne(char c) {
        if (c < COMBINING_MARKS) return false;
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK) {
            return true;
        }
        return Character.isSurrogate(c) || c == '\u200C' || c == '\u200D' || !isPlain(c);
    }

    /// Of a script with letters that only stand beside each other, or a sign.
    private static boolean isPlain(char c) {
        boolean greekToArmenian = c < 0x0590;
        boolean georgian = c >= 0x10A0 && c < 0x1100;
        boolean latinToYi = c >= 0x1D00 && c < 0xA500; // signs, Japanese and Chinese among them
        boolean koreanSyllable = c >= 0xAC00 && c < 0xD7B0;
        boolean compatibility = c >= 0xF900 && c < 0xFB1D || c >= 0xFE30 && c < 0xFE70 || c >= 0xFF00;
        return greekToArmenian || georgian || latinToYi || koreanSyllable || compatibility;
    }
}
