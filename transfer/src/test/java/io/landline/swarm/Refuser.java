package io.landline.swarm;

import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Says that it has everything, and leaves each question for later, for ever.
final class Refuser implements Participant {
    private final EntryId offer;
    private final ChunkSet claimed;
    private final Duration delay;
    private final SwarmOutbox outbox;

    Refuser(EntryId offer, int chunks, Duration delay) {
        this.offer = offer;
        this.claimed = ChunkSet.full(chunks);
        this.delay = delay;
        this.outbox = new SwarmOutbox(offer);
    }

    @Override
    public void met(Fingerprint peer, Duration now) {
        outbox.send(peer, new SwarmFrame.Member(offer, true, true, LinkKind.WIRED));
    }

    @Override
    public void gone(Fingerprint peer, Duration now) {}

    @Override
    public void received(Fingerprint from, SwarmFrame frame, Duration now) {
        if (frame instanceof SwarmFrame.Member member) {
            if (member.answer()) outbox.send(from, new SwarmFrame.Member(offer, true, false, LinkKind.WIRED));
            outbox.send(from, new SwarmFrame.Have(offer, 0, claimed.page(0)));
        }
        if (!(frame instanceof SwarmFrame.Want want) || want.kind() == SwarmFrame.Want.Kind.CANCEL) return;
        for (ChunkSpan span : want.spans()) {
            for (int chunk = span.first(); chunk < span.end(); chunk++) outbox.later(from, chunk, delay);
        }
    }

    @Override
    public void tick(Duration now) {}

    @Override
    public @Nullable Turn nextChunk(Duration now, Predicate<Fingerprint> ready) {
        return null;
    }

    @Override
    public List<Action> actions() {
        return outbox.drain();
    }
}
