package io.landline.peer;

import java.util.regex.Pattern;

/// Names as people type them, of themselves or of a room. Stateless; any thread.
public final class TypedNames {
    /// The wide blanks of other scripts too. No tabs and no line ends: a name that has one within is refused.
    private static final Pattern GAPS = Pattern.compile("[\\h&&[^\\t]]+");

    private TypedNames() {}

    /// Without what stands around it unseen, and with one blank for several: two people who type the same name to the
    /// eye have the same name.
    public static String tidy(String typed) {
        return GAPS.matcher(typed).replaceAll(" ").strip();
    }

    /// The same of a room: `#class` is meant as `class`, since people write rooms so.
    public static String room(String typed) {
        String name = tidy(typed);
        return name.startsWith("#") ? name.substring(1).strip() : name;
    }
}
