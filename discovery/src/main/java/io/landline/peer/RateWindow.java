package io.landline.peer;

import java.time.Duration;

/// At most a fixed number in any window of one second. This is exact; a token bucket lets twice as many through at
/// first. No clock. Not thread-safe.
public final class RateWindow {
    private static final Duration WINDOW = Duration.ofSeconds(1);

    /// Places of a ring at first: most peers send a few in a second.
    private static final int PLACES_AT_FIRST = 8;

    private final int maxPerSecond;
    /// When the last ones were taken, in nanoseconds of uptime; a ring, which grows with what comes in a second.
    private long[] takenAt;
    private int next;
    private int taken;

    public RateWindow(int maxPerSecond) {
        this.maxPerSecond = maxPerSecond;
        takenAt = new long[Math.min(maxPerSecond, PLACES_AT_FIRST)];
    }

    /// Takes one, if one is free.
    public boolean claim(Duration uptime) {
        if (opensAt().compareTo(uptime) > 0) return false;
        if (taken == takenAt.length && taken < maxPerSecond && oldestGoesAt().compareTo(uptime) > 0) grow();
        takenAt[next] = uptime.toNanos();
        next = (next + 1) % takenAt.length;
        taken = Math.min(taken + 1, takenAt.length);
        return true;
    }

    /// From when on one is free; zero for now and always.
    public Duration opensAt() {
        return taken < maxPerSecond ? Duration.ZERO : oldestGoesAt();
    }

    /// When the oldest in a full ring is out of the window.
    private Duration oldestGoesAt() {
        return Duration.ofNanos(takenAt[next]).plus(WINDOW);
    }

    private void grow() {
        var longer = new long[Math.min(maxPerSecond, 2 * taken)];
        System.arraycopy(takenAt, next, longer, 0, taken - next);
        System.arraycopy(takenAt, 0, longer, taken - next, next);
        takenAt = longer;
        next = taken;
    }

    /// Whether nothing was taken within the last window, so that it may be forgotten.
    public boolean isIdle(Duration uptime) {
        if (taken == 0) return true;
        long last = takenAt[(next + takenAt.length - 1) % takenAt.length];
        return Duration.ofNanos(last).plus(WINDOW).compareTo(uptime) <= 0;
    }
}
