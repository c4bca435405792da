package io.landline.session.wire;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Notices a write that a peer does not take. The writing thread marks begin and end, which costs two assignments, and
/// the deadlines' thread looks at least once in that time. One writer at a time; any thread may look.
public final class WriteDeadline {
    private static final long IDLE = Long.MIN_VALUE;

    private final long patienceNanos;
    private volatile long beganNanos = IDLE;

    public WriteDeadline(Duration patience) { patienceNanos = patience.toNanos(); }

    public void begin(Duration uptime) {
        beganNanos = uptime.toNanos();
    }

    public void end() {
        beganNanos = IDLE;
    }

    /// When the write under way is over time; null where none is.
    @Nullable
    public Duration overAt() {
        long began = beganNanos;
        return began == IDLE ? null : Duration.ofNanos(began + patienceNanos);
    }

    public boolean isOver(Duration uptime) {
        long began = beganNanos;
        return began != IDLE && uptime.toNanos() - began >= patienceNanos;
    }
}
