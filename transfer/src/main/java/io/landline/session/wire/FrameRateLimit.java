package io.landline.session.wire;

import io.landline.cost.ByteBucket;
import java.time.Duration;

/// A token bucket over frames (H38): a burst at once, a fixed rate after that. No clock. Not thread-safe.
public final class FrameRateLimit {
    /// Conversations and files: a peer that sends faster is read more slowly, and TCP makes it wait.
    public static final int APPLICATION_PER_SECOND = 5_000;
    /// A choice: those of two seconds.
    public static final int APPLICATION_BURST = 10_000;
    /// The session's own frames: an honest peer sends a ping in ten seconds and four tokens in a burst. More is abuse.
    public static final int SESSION_PER_SECOND = 20;
    /// A choice: those of twenty seconds.
    public static final int SESSION_BURST = 400;

    /// Lists of rooms of one peer: what leaves a list and stands on the next one is left and joined anew, which is told
    /// to people and programs. A faster peer is read more slowly.
    public static final int ROOMS_PER_SECOND = 4;
    /// A choice: those of eight seconds. Who comes again has them anew, and pays a handshake for it.
    public static final int ROOMS_BURST = 32;

    /// New names of one peer: each is told to people and programs. More is abuse.
    public static final int NAMES_PER_SECOND = 1;
    /// Names given at once, as by a program: more than a person ever tries.
    public static final int NAMES_BURST = 32;

    private final ByteBucket frames;

    public FrameRateLimit(int perSecond, int burst, Duration uptime) {
        frames = new ByteBucket(perSecond, burst, uptime);
    }

    /// Counts one frame and says how long to wait before it is handled: zero as long as the pace is kept.
    public Duration claim(Duration uptime) {
        return claim(1, uptime);
    }

    /// Whether what was counted has to wait.
    boolean isBehind(Duration uptime) {
        return frames.debt(uptime).isPositive();
    }

    /// As that, of a frame that costs as much as several.
    Duration claim(int cost, Duration uptime) {
        frames.take(cost, uptime);
        return frames.debt(uptime);
    }
}
