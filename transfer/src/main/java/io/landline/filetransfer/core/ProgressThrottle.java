package io.landline.filetransfer.core;

import java.time.Duration;

/// When the progress of one transfer is told: while bytes arrive, at most every [TransferEvents#PROGRESS_INTERVAL].
/// Confined to the files' queue.
final class ProgressThrottle {
    private final RateMeter rate = new RateMeter();
    private Duration lookedAt = Duration.ZERO;
    private long bytesThen = -1;

    /// The rate to tell when this many bytes have arrived in all; negative if nothing is to be told now. A silence is
    /// noted too: it is part of the time that a rate is about.
    long claim(Duration uptime, long bytes) {
        if (uptime.minus(lookedAt).compareTo(TransferEvents.PROGRESS_INTERVAL) < 0) return RateMeter.UNKNOWN;
        boolean moved = bytes != bytesThen;
        lookedAt = uptime;
        bytesThen = bytes;
        long now = rate.rate(uptime, bytes);
        return moved ? now : RateMeter.UNKNOWN;
    }
}
