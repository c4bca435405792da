package io.landline.swarm;

import io.landline.cost.Standing;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Says that it has everything. Then it gives wrong chunks, or nothing at all.
final class Poisoner implements Participant {
    private final UploadTurns turns;
    private final EntryId offer;
    private final ChunkSet claimed;
    private final boolean gives;
    private final SwarmOutbox outbox;

    Poisoner(EntryId offer, ChunkSizes sizes, boolean gives) {
        this.turns = new UploadTurns(_ -> Standing.MEMBER, sizes);
        this.offer = offer;
        this.claimed = ChunkSet.full(sizes.count());
        this.gives = gives;
        this.outbox = new SwarmOutbox(offer);
    }

    @Override
    public void met(Fingerprint peer, Duration now) {
        outbox.send(peer, new SwarmFrame.Member(offer, true, true, LinkKind.WIRED));
    }

    @Override
    public void gone(Fingerprint peer, Duration now) {
        turns.gone(peer);
    }

    @Override
    public void received(Fingerprint from, SwarmFrame frame, Duration now) throws MalformedFrameException {
        if (frame instanceof SwarmFrame.Member member) {
            if (member.answer()) outbox.send(from, new SwarmFrame.Member(offer, true, false, LinkKind.WIRED));
            outbox.send(from, new SwarmFrame.Have(offer, 0, claimed.page(0)));
        }
        if (!gives || !(frame instanceof SwarmFrame.Want want) || want.kind() == SwarmFrame.Want.Kind.CANCEL) return;
        for (ChunkSpan span : want.spans()) {
            for (int chunk = span.first(); chunk < span.end(); chunk++) turns.ask(from, chunk, false);
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
