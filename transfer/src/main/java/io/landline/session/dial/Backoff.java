package io.landline.session.dial;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt at one peer: twice as long after each failure, and never the same as
/// everybody else. Confined to its owner.
final class Backoff {
    /// A choice: doubled six times, it is [#LAST].
    static final Duration FIRST = Duration.ofSeconds(1);
    /// A minute: a peer that comes back is seen by presence at once, which ends the back-off.
    static final Duration LAST = Duration.ofSeconds(60);
    /// A fifth more or less, so that thirty laptops do not redial a restarted one in step.
    private static final double SPREAD = 0.2;
    private static final int DOUBLINGS_MAX = 6;

    private final RandomGenerator random;
    private int failures;

    Backoff(RandomGenerator random) { this.random = random; }

    /// Counts a failure and says how long to wait now.
    Duration failed() {
        Duration nominal = FIRST.multipliedBy(1L << Math.min(failures, DOUBLINGS_MAX));
        failures = Math.min(failures + 1, DOUBLINGS_MAX);
        Duration capped = nominal.compareTo(LAST) > 0 ? LAST : nominal;
        double factor = 1 - SPREAD + 2 * SPREAD * random.nextDouble();
        return Duration.ofNanos((long) (capped.toNanos() * factor));
    }

    /// How long to wait where another attempt would end the same way for a while.
    Duration longest() {
        failures = DOUBLINGS_MAX;
        return failed();
    }

    /// Whether there was a failure since the last reset.
    boolean isCounting() {
        return failures > 0;
    }

    void reset() {
        failures = 0;
    }
}
