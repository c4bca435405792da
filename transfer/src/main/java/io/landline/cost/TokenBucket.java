package io.landline.cost;

import java.time.Duration;

/// A token bucket that is told the time: a number of tokens a second, with a burst. What is beyond is refused; with
/// [ByteBucket] it waits. Not thread-safe.
public final class TokenBucket {
    private final int burst;
    private final double perSecond;
    private double left;
    private Duration at = Duration.ZERO;

    public TokenBucket(int perSecond, int burst) { this((double) perSecond, burst); }

    /// @param every one more is there after this
    public TokenBucket(Duration every, int burst) { this(1e9 / every.toNanos(), burst); }

    private TokenBucket(double perSecond, int burst) {
        this.perSecond = perSecond;
        this.burst = burst;
        left = burst;
    }

    /// Takes one, if one is left.
    public boolean take(Duration uptime) {
        return takeUpTo(1, uptime) == 1;
    }

    /// Takes all of these, or none where fewer are left.
    public boolean takeAll(int wanted, Duration uptime) {
        fill(uptime);
        if (left < wanted) return false;
        left -= wanted;
        return true;
    }

    /// Takes as many of these as are left, and says how many.
    public int takeUpTo(int wanted, Duration uptime) {
        fill(uptime);
        int taken = Math.min(wanted, (int) left);
        left -= taken;
        return taken;
    }

    private void fill(Duration uptime) {
        double seconds = uptime.minus(at).toNanos() / 1e9;
        if (seconds > 0) left = Math.min(burst, left + seconds * perSecond);
        at = uptime;
    }
}
