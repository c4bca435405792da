package io.landline.filetransfer.running;

import io.landline.filetransfer.OfferBody;
import java.time.Duration;

/// When the progress of one transfer is told: while bytes arrive, every [TransferEvents#PROGRESS_INTERVAL] or so.
/// What cannot be told yet, as there is no rate, is told at the next look, also where no more came.
///
/// Bytes are counted in whole chunks, and those of a slow line come seldom. As long as the next one may be on its way
/// at the rate that was told last, the same is told again. Confined to the files' queue.
public final class ProgressThrottle {
    /// The next chunk may take twice as long as its size and the rate say.
    static final int CHUNKS_AWAITED = 2;
    /// However slow the line is: what has brought nothing for this long tells nothing.
    static final Duration AWAITED_MAX = Duration.ofSeconds(30);

    private final RateMeter rate = new RateMeter();
    private Duration lookedAt = Duration.ZERO;
    private Duration cameAt = Duration.ZERO;
    private long bytesTold;
    private long rateTold;

    /// The rate to tell when this many bytes have arrived in all; negative if nothing is to be told now. A silence is
    /// noted too: it is part of the time that a rate is about.
    public long claim(Duration uptime, long bytes) {
        if (uptime.minus(lookedAt).compareTo(TransferEvents.PROGRESS_INTERVAL) < 0) return RateMeter.UNKNOWN;
        lookedAt = uptime;
        long now = rate.rate(uptime, bytes);
        if (now < 0) return RateMeter.UNKNOWN;
        if (bytes == bytesTold) return mayComeStill(uptime) ? rateTold : RateMeter.UNKNOWN;
        bytesTold = bytes;
        cameAt = uptime;
        rateTold = now;
        return now;
    }

    /// How many had arrived when it was told last.
    public long bytesTold() {
        return bytesTold;
    }

    private boolean mayComeStill(Duration uptime) {
        if (rateTold <= 0) return false;
        Duration silence = uptime.minus(cameAt);
        long awaited = 1_000L * CHUNKS_AWAITED * OfferBody.CHUNK_BYTES_MAX / rateTold;
        return silence.toMillis() <= awaited && silence.compareTo(AWAITED_MAX) <= 0;
    }
}
