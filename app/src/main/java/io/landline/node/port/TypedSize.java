package io.landline.node.port;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sizes and rates as people type them, everywhere alike: `500k`, `2M`, `1.5 GB` by thousands, `2GiB` by 1,024; a rate
/// with `/s` behind it or without. Stateless; any thread.
public final class TypedSize {
    // as many digits as a size in bytes can have
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15}(?:[.,]\\d{1,3})?) ?([kmg]?)(i?)[bo]?");
    private static final String A_SECOND = "/s";
    private static final int KILO = 1_000;
    private static final int KIBI = 1_024;

    private TypedSize() {}

    /// What is too much for a `long` is the largest.
    ///
    /// @throws NumberFormatException where it is no size
    public static long bytes(String typed) {
        Matcher parts = SIZE.matcher(typed.toLowerCase(Locale.ROOT));
        if (!parts.matches()) throw new NumberFormatException(typed);
        double unit = parts.group(3).isEmpty() ? KILO : KIBI;
        double number = Double.parseDouble(parts.group(1).replace(',', '.'));
        return Math.round(switch (parts.group(2)) {
            case "k" -> number * unit;
            case "m" -> number * unit * unit;
            case "g" -> number * unit * unit * unit;
            default -> number;
        });
    }

    /// @throws NumberFormatException where it is no rate
    public static long bytesPerSecond(String typed) {
        return bytes(typed.endsWith(A_SECOND) ? typed.substring(0, typed.length() - A_SECOND.length()) : typed);
    }
}
