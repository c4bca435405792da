package io.landline.cli.terminal;

/// Sizes and numbers as a person reads them, with the signs and units of the commands' language
/// ([CommandTexts#language]). Stateless; any thread.
public final class NumberFormatter {
    private static final double KILO = 1_000;
    /// From here on tenths are rounded to a thousand, which is one of the next unit.
    private static final double ROUNDED_UP = KILO - 0.05;

    private NumberFormatter() {}

    /// `2.1 GB`, in powers of a thousand (IEC 80000-13).
    public static String size(long bytes) {
        double value = bytes;
        int power = 0;
        while (value >= (power == 0 ? KILO : ROUNDED_UP) && power < 6) {
            value /= KILO;
            power++;
        }
        return switch (power) {
            case 0 -> CommandTexts.of("{0} B", bytes);
            case 1 -> CommandTexts.of("{0} kB", tenths(value));
            case 2 -> CommandTexts.of("{0} MB", tenths(value));
            case 3 -> CommandTexts.of("{0} GB", tenths(value));
            case 4 -> CommandTexts.of("{0} TB", tenths(value));
            case 5 -> CommandTexts.of("{0} PB", tenths(value));
            default -> CommandTexts.of("{0} EB", tenths(value));
        };
    }

    /// `10,000`.
    public static String grouped(long number) {
        return String.format(CommandTexts.language().locale(), "%,d", number);
    }

    /// `1.5`.
    static String tenths(double number) {
        return String.format(CommandTexts.language().locale(), "%.1f", number);
    }

    static String duration(long seconds) {
        if (seconds < 60) return seconds + " s";
        if (seconds < 3_600) return seconds / 60 + " min " + seconds % 60 + " s";
        return seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min";
    }
}
