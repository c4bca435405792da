package io.landline.bench;

import java.util.Arrays;
import java.util.Locale;

/// What came out for one measure. The ratio is what counts; the rate says only how fast this machine was at that moment.
///
/// @param name of the measure
/// @param of the reference that it was measured in turns with
/// @param ratio median over the rounds of: its rate by the reference's rate in the same round
/// @param lowest of these ratios
/// @param highest of these ratios
/// @param bytesPerSecond median of its rates
public record Figure(String name, String of, double ratio, double lowest, double highest, double bytesPerSecond) {
    private static final double BYTES_PER_MEGABYTE = 1e6;

    /// From the rates of the same rounds.
    static Figure of(String name, double[] rates, String reference, double[] referenceRates) {
        if (rates.length != referenceRates.length || rates.length == 0) throw new IllegalArgumentException("a rate for each round of both");
        var ratios = new double[rates.length];
        for (int i = 0; i < rates.length; i++) ratios[i] = rates[i] / referenceRates[i];
        Arrays.sort(ratios);
        return new Figure(name, reference, median(ratios), ratios[0], ratios[ratios.length - 1], median(rates));
    }

    /// The middle one, or between the middle two.
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// One line for people.
    public String line() {
        return String.format(Locale.ROOT, "%s: %.2f of %s (%.2f to %.2f), %.0f MB/s", name, ratio, of, lowest, highest,
                bytesPerSecond / BYTES_PER_MEGABYTE);
    }
}
