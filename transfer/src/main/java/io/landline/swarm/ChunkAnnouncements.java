package io.landline.swarm;

import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import java.util.List;

/// What a receiver tells others of its chunks: all that it has to somebody new, then what it verified since. When it
/// may tell: four times a second in the long run, and sooner after a pause. Confined to its owner's thread.
final class ChunkAnnouncements {
    /// Between two frames of what was verified, in the long run.
    static final Duration TELL_EVERY = Duration.ofMillis(250);
    /// This number comes at once after a pause: the first chunks are what others wait for.
    static final int TELL_BURST = 8;
    /// Between two frames, so that each tells of more than one chunk.
    static final Duration TELL_APART = Duration.ofMillis(20);

    private final EntryId offer;
    private final ReceiverChunks chunks;
    private final Partners partners;
    private final RequestScheduler scheduler;
    private final SwarmOutbox outbox;
    private final ChunkSet untold;
    private Duration toldAt = Duration.ZERO;
    /// The frames told so far would fill the time until then.
    private Duration paidUntil = Duration.ZERO;

    /// @param scheduler knows whether the origin is there
    ChunkAnnouncements(EntryId offer, ReceiverChunks chunks, Partners partners, RequestScheduler scheduler,
            SwarmOutbox outbox) {
        this.offer = offer;
        this.chunks = chunks;
        this.partners = partners;
        this.scheduler = scheduler;
        this.outbox = outbox;
        untold = new ChunkSet(chunks.held().chunks());
    }

    /// A chunk is here; to be told with the next.
    void add(int chunk) {
        untold.add(chunk);
    }

    /// It is not here any more.
    void remove(int chunk) {
        untold.remove(chunk);
    }

    /// Tells one peer all that is here.
    void tellAll(Fingerprint to) {
        ChunkSet held = chunks.held();
        for (int base = 0; base < held.chunks(); base += ChunkSet.PAGE_CHUNKS) {
            outbox.send(to, new SwarmFrame.Have(offer, base, held.page(base)));
        }
        if (chunks.isFinishedWithoutAll()) outbox.send(to, new SwarmFrame.Finished(offer, true));
    }

    /// Tells everybody what is new, if it is time.
    void tell(Duration now) {
        List<ChunkSpan> spans = take(now);
        if (!spans.isEmpty()) tellEverybody(new SwarmFrame.HaveMore(offer, spans));
    }

    /// Tells everybody whether all that is wanted is here. Who has all of the offer need not say so: its bitmap does.
    void tellFinished(boolean finished) {
        if (chunks.isFinishedWithoutAll()) tellEverybody(new SwarmFrame.Finished(offer, finished));
    }

    private void tellEverybody(SwarmFrame frame) {
        for (Partner partner : partners.all()) outbox.send(partner.who, frame);
        Partner origin = scheduler.origin();
        if (origin != null) outbox.send(origin.who, frame);
    }

    /// What one frame is to tell now, and counts as told; empty where there is nothing, or it is too soon.
    private List<ChunkSpan> take(Duration now) {
        if (untold.count() == 0 || now.minus(toldAt).compareTo(TELL_APART) < 0) return List.of();
        Duration earned = now.minus(TELL_EVERY.multipliedBy(TELL_BURST));
        if (paidUntil.compareTo(earned) < 0) paidUntil = earned;
        if (paidUntil.plus(TELL_EVERY).compareTo(now) > 0) return List.of();
        paidUntil = paidUntil.plus(TELL_EVERY);
        toldAt = now;
        List<ChunkSpan> spans = untold.spans(SwarmFrame.HaveMore.SPANS_MAX);
        for (ChunkSpan span : spans) {
            for (int chunk = span.first(); chunk < span.end(); chunk++) untold.remove(chunk);
        }
        return spans;
    }
}
