package io.landline.filetransfer.desk;

import java.time.Duration;

/// When the progress of one transfer is told: while bytes arrive, at most every [TransferEvents#PROGRESS_INTERVAL].
/// Confined to the desk.
final class ProgressThrottle {
    private final RateMeter rate = new RateMeter();
    private Duration toldAt = Duration.ZERO;
    private long toldBytes = -1;

    /// The rate to tell when this many bytes have arrived in all; negative if nothing is to be told now.
    long claim(Duration uptime, long bytes) {
        if (bytes == toldBytes || uptime.minus(toldAt).compareTo(TransferEvents.PROGRESS_INTERVAL) < 0) return -1;
        boolean first = toldBytes < 0;
        toldAt = uptime;
        toldBytes = bytes;
        long now = rate.rate(uptime, bytes);
        return first ? -1 : now;
    }
}
