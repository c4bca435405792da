package io.landline.attack;

import java.util.Locale;
import java.util.stream.DoubleStream;

/// Times in milliseconds; infinite for a word that never came through.
record Times(double p50, double p99, double worst, int count) {
    private static final double P99 = 0.99;

    static Times of(DoubleStream millis) {
        double[] sorted = millis.sorted().toArray();
        if (sorted.length == 0) {
            return new Times(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0);
        }
        return new Times(sorted[sorted.length / 2], sorted[(int) Math.ceil(sorted.length * P99) - 1],
                sorted[sorted.length - 1],
                sorted.length);
    }

    @Override
    public String toString() {
        return text(p50) + " / " + text(p99) + " / " + text(worst);
    }

    private static String text(double millis) {
        return Double.isInfinite(millis) ? "never" : String.format(Locale.ROOT, "%,.0f", millis);
    }
}
