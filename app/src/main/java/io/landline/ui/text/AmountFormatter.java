package io.landline.ui.text;

import io.landline.language.Language;
import io.landline.language.Texts;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;

/// Sizes, speeds and times left as people read them. Immutable; any thread.
public final class AmountFormatter {
    /// Decimal, as every file manager but one counts, and as networks do.
    private static final long STEP = 1_000;
    private static final String[] UNITS = {"unit.bytes", "unit.kilo", "unit.mega", "unit.giga", "unit.tera",
            "unit.peta"};

    private final Texts texts;

    public AmountFormatter(Language language) { texts = Texts.beside(AmountFormatter.class, language); }

    /// `3.4 MB`. What would be shown as a thousand has the next unit.
    public String bytes(long bytes) {
        int unit = 0;
        double amount = bytes;
        while (Math.rint(amount) >= STEP && unit < UNITS.length - 1) {
            amount /= STEP;
            unit++;
        }
        return texts.format(UNITS[unit], number(amount, unit == 0 || amount >= 100 ? 0 : 1));
    }

    /// `3.4 MB/s`.
    public String rate(long bytesPerSecond) {
        return texts.format("rate", bytes(bytesPerSecond));
    }

    /// `1.12×`, how many times a size.
    public String times(double times) {
        NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(times) + "×";
    }

    /// `45%`, rounded down: only what is whole is a hundred.
    public String percent(double part) {
        NumberFormat format = NumberFormat.getPercentInstance(texts.locale());
        format.setRoundingMode(RoundingMode.DOWN);
        return format.format(Math.clamp(part, 0, 1));
    }

    /// Roughly how long it takes: `8 s`, `3 min`, `2 h 5 min`.
    public String left(Duration left) {
        long seconds = Math.max(1, left.toSeconds());
        if (seconds < 60) return texts.format("left.seconds", seconds);
        long minutes = (seconds + 30) / 60;
        if (minutes < 60) return texts.format("left.minutes", minutes);
        if (minutes < 48 * 60) return texts.format("left.hours", minutes / 60, minutes % 60);
        return texts.get("left.days");
    }

    private String number(double amount, int fraction) {
        NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
        format.setMaximumFractionDigits(fraction);
        return format.format(amount);
    }
}
