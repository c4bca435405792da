package io.landline.filetransfer.running;

import java.time.Duration;

/// When the progress of one transfer is told: while bytes arrive, at most every [TransferEvents#PROGRESS_INTERVAL].
/// What cannot be told yet, as there is no rate, is told at the next look, also where no more came.
/// Confined to the files' queue.
public final class ProgressThrottle {
    private final RateMeter rate = new RateMeter();
    private Duration lookedAt = Duration.ZERO;
    private long bytesTold;

    /// The rate to tell when this many bytes have arrived in all; negative if nothing is to be told now. A silence is
    /// noted too: it is part of the time that a rate is about.
    public long claim(Duration uptime, long bytes) {
        if (uptime.minus(lookedAt).compareTo(TransferEvents.PROGRESS_INTERVAL) < 0) return RateMeter.UNKNOWN;
        lookedAt = uptime;
        long now = rate.rate(uptime, bytes);
        if (bytes == bytesTold || now < 0) return RateMeter.UNKNOWN;
        bytesTold = bytes;
        return now;
    }
}
