package io.landline.swarm;

import io.landline.cost.Standing;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// An origin that sends everything to everybody: what a swarm is compared with.
final class LonelyOrigin implements Participant {
    private final UploadTurns turns;
    private final SwarmOutbox outbox;
    private final EntryId offer;
    private final LinkKind link;

    LonelyOrigin(EntryId offer, LinkKind link, ChunkSizes sizes) {
        this.turns = new UploadTurns(_ -> Standing.MEMBER, sizes);
        this.offer = offer;
        this.link = link;
        this.outbox = new SwarmOutbox(offer);
    }

    @Override
    public void met(Fingerprint peer, Duration now) {}

    @Override
    public void gone(Fingerprint peer, Duration now) {
        turns.gone(peer);
    }

    @Override
    public void received(Fingerprint from, SwarmFrame frame, Duration now) throws MalformedFrameException {
        if (frame instanceof SwarmFrame.Member member && member.answer()) {
            outbox.send(from, new SwarmFrame.Member(offer, true, false, link));
        }
        if (!(frame instanceof SwarmFrame.Want want)) return;
        for (ChunkSpan span : want.spans()) {
            for (int chunk = span.first(); chunk < span.end(); chunk++) {
                if (want.kind() == SwarmFrame.Want.Kind.CANCEL) {
                    turns.cancel(from, chunk);
                } else {
                    turns.ask(from, chunk, false);
                }
            }
        }
    }

    @Override
    public void tick(Duration now) {}

    @Override
    public @Nullable Turn nextChunk(Duration now, Predicate<Fingerprint> ready) {
        return turns.next(now, ready);
    }

    @Override
    public List<Action> actions() {
        return outbox.drain();
    }
}
