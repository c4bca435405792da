package io.landline.peer;

/// The characters that draw nothing, for all who look at what strangers write. Stateless; any thread.
///
/// They are those with the property Default_Ignorable_Code_Point (Unicode Character Database,
/// DerivedCoreProperties.txt; Java does not know it), the other formatting characters (category Cf) but those that are
/// drawn, and the Braille cell without a dot. Spaces are none of them.
public final class InvisibleCharacters {
    /// First and last code points with Default_Ignorable_Code_Point. Some are not assigned yet; they are reserved for
    /// characters without a shape.
    private static final int[][] IGNORABLE = {{0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x061C, 0x061C}, {0x115F, 0x1160},
            {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F},
            {0x3164, 0x3164}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFF8},
            {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};
    /// Category Cf, and drawn: the signs above Arabic, Syriac and Kaithi numbers (Prepended_Concatenation_Mark).
    private static final int[][] DRAWN_FORMATS = {{0x0600, 0x0605}, {0x06DD, 0x06DD}, {0x070F, 0x070F},
            {0x0890, 0x0891}, {0x08E2, 0x08E2}, {0x110BD, 0x110BD}, {0x110CD, 0x110CD}};
    private static final int BRAILLE_BLANK = 0x2800;

    private InvisibleCharacters() {}

    public static boolean contains(int codePoint) {
        return codePoint == BRAILLE_BLANK || isIn(IGNORABLE, codePoint)
                || Character.getType(codePoint) == Character.FORMAT && !isIn(DRAWN_FORMATS, codePoint);
    }

    /// Whether it draws nothing by itself and still tells how the letters beside it are drawn: the joiners of emoji and
    /// of some scripts, and the tags with which the flags of Scotland and Wales are spelled.
    public static boolean shapesOthers(int codePoint) {
        return codePoint == 0x200C || codePoint == 0x200D || codePoint >= 0xE0020 && codePoint <= 0xE007F;
    }

    private static boolean isIn(int[][] ranges, int codePoint) {
        for (int[] range : ranges) {
            if (codePoint >= range[0] && codePoint <= range[1]) return true;
        }
        return false;
    }
}
