package io.landline.peer;

import java.util.regex.Pattern;

/// Names as people type them, of themselves or of a room. Stateless; any thread.
public final class TypedNames {
    /// Tabs too, and the wide blanks of other scripts; no line ends.
    private static final Pattern GAPS = Pattern.compile("\\h+");

    private TypedNames() {}

    /// Without what stands around it unseen, and with one blank for several: two people who type the same name to the
    /// eye have the same name.
    public static String tidy(String typed) {
        return GAPS.matcher(typed).replaceAll(" ").strip();
    }
}
