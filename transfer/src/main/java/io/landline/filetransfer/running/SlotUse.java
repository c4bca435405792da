package io.landline.filetransfer.running;

import io.landline.filetransfer.SpeedLimits;
import java.time.Duration;

/// Whether a transfer that has a slot moves something: a slot is not held by next to nothing, sent or received.
/// Confined to the files' queue.
public final class SlotUse {
    /// A transfer that moved less than [#SLOW_BYTES] for this long gives its slot to one that waits.
    public static final Duration SLOW_AFTER = Duration.ofMinutes(1);
    /// As much as the lowest speed limit lets pass in that time. So where all are slow, they have slots in turn.
    public static final long SLOW_BYTES = SpeedLimits.BYTES_PER_SECOND_MIN * 60;

    private Duration since = Duration.ZERO;
    private long at;

    /// The transfer has a slot from now on.
    ///
    /// @param bytes that have moved so far
    public void begin(long bytes, Duration uptime) {
        at = bytes;
        since = uptime;
    }

    /// To be asked again and again, while the transfer has a slot.
    public boolean isSlow(long bytes, Duration uptime) {
        if (bytes - at >= SLOW_BYTES) begin(bytes, uptime);
        return uptime.minus(since).compareTo(SLOW_AFTER) >= 0;
    }
}
