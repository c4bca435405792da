package io.landline.presence;

import java.time.Duration;

/// At most a fixed number in any window of one second. This is exact; a token bucket lets twice as many through at
/// first.
final class RateWindow {
    private static final Duration WINDOW = Duration.ofSeconds(1);

    /// When the last ones were taken, in nanoseconds of uptime; a ring.
    private final long[] takenAt;
    private int next;
    private int taken;

    RateWindow(int maxPerSecond) { takenAt = new long[maxPerSecond]; }

    /// Takes one, if one is free.
    boolean claim(Duration uptime) {
        if (opensAt().compareTo(uptime) > 0) return false;
        takenAt[next] = uptime.toNanos();
        next = (next + 1) % takenAt.length;
        taken = Math.min(taken + 1, takenAt.length);
        return true;
    }

    /// From when on one is free; zero for now and always.
    Duration opensAt() {
        return taken < takenAt.length ? Duration.ZERO : Duration.ofNanos(takenAt[next]).plus(WINDOW);
    }

    /// Whether nothing was taken within the last window, so that it may be forgotten.
    boolean isIdle(Duration uptime) {
        if (taken == 0) return true;
        long last = takenAt[(next + takenAt.length - 1) % takenAt.length];
        return Duration.ofNanos(last).plus(WINDOW).compareTo(uptime) <= 0;
    }
}
