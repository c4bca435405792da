package io.landline.bench;

import java.util.Arrays;

/// One measured thing: the median of its rounds, with the smallest and the largest.
///
/// @param ratio of the median of the rounds' ratios to what it is measured against in the same round; 0 where it stands
///        alone
/// @param against what that is; empty where it stands alone
public record Measurement(String name, double median, double min, double max, String unit, int rounds, double ratio,
        String against) {
    /// A megabyte of every figure.
    static final double BYTES_A_MB = 1e6;
    /// The unit of what is how many times something else.
    public static final String TIMES = "×";

    /// Of rounds that stand alone.
    static Measurement of(String name, String unit, double[] rounds) {
        double[] sorted = sorted(rounds);
        return new Measurement(name, median(sorted), sorted[0], sorted[sorted.length - 1], unit, rounds.length, 0, "");
    }

    /// Of rounds that alternated with those of something else: the ratio is taken within each round, because the
    /// machine's speed drifts.
    static Measurement of(String name, String unit, double[] rounds, String against, double[] others) {
        if (rounds.length != others.length) throw new IllegalArgumentException("rounds come in pairs");
        double[] ratios = new double[rounds.length];
        for (int i = 0; i < rounds.length; i++) ratios[i] = rounds[i] / others[i];
        Measurement alone = of(name, unit, rounds);
        return new Measurement(name, alone.median, alone.min, alone.max, unit, rounds.length, median(sorted(ratios)),
                against);
    }

    private static double[] sorted(double[] values) {
        if (values.length == 0) throw new IllegalArgumentException("a figure has at least one round");
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
