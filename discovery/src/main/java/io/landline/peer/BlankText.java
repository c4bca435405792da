package io.landline.peer;

import java.util.regex.Pattern;

/// Tells a text or a name in which there is nothing to see. Stateless; any thread.
public final class BlankText {
    /// Characters that draw nothing, beside the formatting ones: joiners and selectors of other characters, fillers of
    /// Hangul, and Braille without a dot (Unicode, Default_Ignorable_Code_Point).
    private static final String INVISIBLE = "[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164"
            + "\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]";
    /// Formatting characters that are drawn: the signs above Arabic, Syriac and Kaithi numbers.
    private static final String VISIBLE_FORMATS = "[\\u0600-\\u0605\\u06DD\\u070F\\u0890\\u0891\\u08E2"
            + "\\x{110BD}\\x{110CD}]";
    private static final Pattern BLANK = Pattern
            .compile("(?:[\\p{Cf}\\p{Z}\\s\\x{1C}-\\x{1F}&&[^" + VISIBLE_FORMATS + "]]|"
                    + INVISIBLE + ")*+");

    private BlankText() {}

    /// Whether all of it is spaces, tabs, ends of lines and invisible characters, or it is empty.
    public static boolean is(String text) {
        return BLANK.matcher(text).matches();
    }
}
