package io.landline.chat.sync;

import java.time.Duration;

/// A token bucket that is told the time: a number of tokens a second, with a burst. Confined to the conversations'
/// thread.
final class TokenBucket {
    private final int burst;
    private final double perSecond;
    private double left;
    private Duration at = Duration.ZERO;

    TokenBucket(int perSecond, int burst) { this((double) perSecond, burst); }

    /// @param every one more is there after this
    TokenBucket(Duration every, int burst) { this(1e9 / every.toNanos(), burst); }

    private TokenBucket(double perSecond, int burst) {
        this.perSecond = perSecond;
        this.burst = burst;
        left = burst;
    }

    /// Takes one, if one is left.
    boolean take(Duration uptime) {
        double seconds = uptime.minus(at).toNanos() / 1e9;
        if (seconds > 0) left = Math.min(burst, left + seconds * perSecond);
        at = uptime;
        if (left < 1) return false;
        left--;
        return true;
    }
}
