package io.landline.bench;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How long one thing took, over some rounds of one phase, in milliseconds.
///
/// @param phase in which part of the run
/// @param rounds how many times it was done
/// @param perSecond how many were done in a second; 0 in a phase where other things came between
/// @param ratios of the middle to that of each baseline of the same phase; null for a baseline
public record Latency(String what, Phase phase, int rounds, double p50, double p99, double worst, double perSecond,
        @Nullable Ratios ratios) {
    /// The parts of a run, in their order.
    public enum Phase {
        /// The first rounds after the start.
        COLD("cold"),
        /// One after the other, without a pause.
        IN_A_ROW("in a row"),
        /// All handed in without waiting for any of them.
        AT_ONCE("at once"),
        /// After the others.
        WARM("warm");

        private final String word;

        Phase(String word) { this.word = word; }

        public String word() {
            return word;
        }
    }

    /// How many times the middle of each baseline.
    public record Ratios(double tcp, double tls, double disk) {}

    private static final double HALF = 0.50;
    private static final double NEARLY_ALL = 0.99;

    /// A baseline.
    ///
    /// @param millis of each round
    static Latency of(String what, Phase phase, double[] millis, double perSecond) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return new Latency(what, phase, sorted.length, quantile(sorted, HALF), quantile(sorted, NEARLY_ALL),
                sorted[sorted.length - 1], perSecond, null);
    }

    /// The same beside the baselines of its phase.
    Latency beside(Latency tcp, Latency tls, Latency disk) {
        return new Latency(what, phase, rounds, p50, p99, worst, perSecond,
                new Ratios(p50 / tcp.p50, p50 / tls.p50, p50 / disk.p50));
    }

    /// The smallest value that this share of all does not exceed.
    private static double quantile(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
