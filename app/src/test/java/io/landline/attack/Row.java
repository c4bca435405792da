package io.landline.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What one attack did to the victim and its friend.
///
/// @param sent what the attacker says it sent
/// @param after in the last ten of the thirty seconds after the attack
/// @param returnedMillis from `ready` of a friend of a better standing, who comes back during the attack, to its first
///        word delivered; the longest of several times; infinite: never
/// @param quietMb memory before, likewise at its most and thirty seconds after
/// @param lost how often the friend lost the session with the victim
/// @param load of the whole machine in the minute up to the attack's end: what others do on it is in the figures too
/// @param died how the victim ended; empty where it lives
record Row(String attack, String sent, Times quiet, Times during, Times after, double returnedMillis, long quietMb,
        long peakMb,
        long afterMb, double databaseMb, long lost, double load, String died) {
    static final String HEAD = """
            | attack | sent by the attacker | quiet p50 / p99 / worst, ms | during | 30 s after | friend returns, s \
            | memory quiet / peak / after, MB | database, MB | load | |
            |---|---|---|---|---|---|---|---|---|---|""";
    private static final double P99_MILLIS = 500;
    private static final double WORST_MILLIS = 2_000;
    /// How much slower than before the middle word may be afterwards: noise of a machine that others use.
    private static final double SLOWER_MILLIS = 100;
    private static final double RETURNED_MILLIS = 15_000;
    private static final long HEADLESS_MB = 250;
    private static final long WINDOW_GROWTH_MB = 60;

    /// The bars that were missed.
    List<String> missed(boolean window) {
        var missed = new ArrayList<String>();
        if (!died.isEmpty()) missed.add("the victim died: " + died);
        if (during.p99() > P99_MILLIS) missed.add("p99");
        if (during.worst() > WORST_MILLIS) missed.add("worst");
        if (lost > 0) missed.add("friend lost " + lost + " times");
        if (after.p99() > P99_MILLIS || after.p50() > quiet.p50() + SLOWER_MILLIS) missed.add("after");
        if (returnedMillis > RETURNED_MILLIS) missed.add("friend returns");
        if (peakMb > (window ? quietMb + WINDOW_GROWTH_MB : HEADLESS_MB)) missed.add("memory");
        return missed;
    }

    String line(boolean window) {
        List<String> missed = missed(window);
        String returned = Double.isInfinite(returnedMillis)
                ? "never"
                : String.format(Locale.ROOT, "%.1f", returnedMillis / 1_000);
        return String.format(Locale.ROOT, "| %s | %s | %s | %s | %s | %s | %,d / %,d / %,d | %,.1f | %.1f | %s |",
                attack, sent, quiet, during,
                after,
                returned, quietMb, peakMb, afterMb, databaseMb, load,
                missed.isEmpty() ? "holds" : "**" + String.join(", ", missed) + "**");
    }
}
