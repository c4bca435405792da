package io.landline.swarm;

import java.time.Duration;
import java.util.List;

/// What a receiver has verified and not told yet, and when it may tell: four times a second in the long run, and sooner
/// after a pause. Confined to its owner's thread.
final class ChunkAnnouncements {
    private final ChunkSet untold;
    private Duration toldAt = Duration.ZERO;
    /// The frames told so far would fill the time until then.
    private Duration paidUntil = Duration.ZERO;

    /// @param chunks of the offer
    ChunkAnnouncements(int chunks) { untold = new ChunkSet(chunks); }

    void add(int chunk) {
        untold.add(chunk);
    }

    void remove(int chunk) {
        untold.remove(chunk);
    }

    /// What one frame is to tell now, and counts as told; empty where there is nothing, or it is too soon.
    List<ChunkSpan> take(Duration now) {
        if (untold.count() == 0 || now.minus(toldAt).compareTo(SwarmReceiver.TELL_APART) < 0) return List.of();
        Duration earned = now.minus(SwarmReceiver.TELL_EVERY.multipliedBy(SwarmReceiver.TELL_BURST));
        if (paidUntil.compareTo(earned) < 0) paidUntil = earned;
        if (paidUntil.plus(SwarmReceiver.TELL_EVERY).compareTo(now) > 0) return List.of();
        paidUntil = paidUntil.plus(SwarmReceiver.TELL_EVERY);
        toldAt = now;
        List<ChunkSpan> spans = untold.spans(SwarmFrame.HaveMore.SPANS_MAX);
        for (ChunkSpan span : spans) {
            for (int chunk = span.first(); chunk < span.end(); chunk++) untold.remove(chunk);
        }
        return spans;
    }
}
