package io.landline.swarm;

import java.time.Duration;

/// How long a partner takes from a question to the chunk, as an average in which the newest counts most. Confined to
/// its owner's thread.
final class ResponseTime {
    /// The least time that a partner gets: a busy computer and a full queue take that long.
    static final Duration PATIENCE_MIN = Duration.ofSeconds(2);
    /// The time that a partner gets that has not answered yet.
    static final Duration PATIENCE_FIRST = Duration.ofSeconds(10);
    /// The most that a partner gets that has not answered yet, where others take long.
    static final Duration PATIENCE_UNKNOWN_MAX = Duration.ofSeconds(30);
    /// An answer is late after this many times the expected time.
    static final int LATE_TIMES = 4;
    /// The newest time counts one part in this many.
    private static final int WEIGHT = 4;

    private long nanos = -1;
    private long nanosAChunk = -1;

    /// @param open chunks that were on their way then, with this one: they share the time
    void took(Duration time, int open) {
        nanos = average(nanos, time.toNanos());
        nanosAChunk = average(nanosAChunk, time.toNanos() / open);
    }

    private static long average(long before, long newest) {
        return before < 0 ? newest : before + (newest - before) / WEIGHT;
    }

    boolean isKnown() {
        return nanos >= 0;
    }

    /// From one chunk to the next, while as much is asked of it as the rules allow. Unknown before its first answer.
    Duration betweenChunks() {
        return Duration.ofNanos(nanosAChunk);
    }

    /// A question that is older than this is late.
    Duration patience() {
        if (nanos < 0) return PATIENCE_FIRST;
        Duration patience = Duration.ofNanos(LATE_TIMES * nanos);
        return patience.compareTo(PATIENCE_MIN) < 0 ? PATIENCE_MIN : patience;
    }
}
