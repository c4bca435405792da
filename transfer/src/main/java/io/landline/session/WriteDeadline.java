package io.landline.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Notices a write that a peer does not take. The writing thread marks begin and end, which costs two assignments, and
/// the deadlines' thread looks at least once in that time. One writer at a time; any thread may look.
final class WriteDeadline {
    private static final long IDLE = Long.MIN_VALUE;

    private final long patienceNanos;
    private volatile long beganNanos = IDLE;

    WriteDeadline(Duration patience) { patienceNanos = patience.toNanos(); }

    void begin(Duration uptime) {
        beganNanos = uptime.toNanos();
    }

    void end() {
        beganNanos = IDLE;
    }

    /// When the write under way is over time; null where none is.
    @Nullable
    Duration overAt() {
        long began = beganNanos;
        return began == IDLE ? null : Duration.ofNanos(began + patienceNanos);
    }

    boolean isOver(Duration uptime) {
        long began = beganNanos;
        return began != IDLE && uptime.toNanos() - began >= patienceNanos;
    }
}
