package io.landline.swarm;

import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Asks everybody for the whole offer, again and again, and never gives a chunk. It keeps each single rule.
final class Repuller implements Participant {
    enum Kind {
        /// Says that it left and is here again, before each piece of the offer that it asks for.
        COMES_BACK,
        /// Stays, and never tells what it has.
        STAYS
    }

    private static final Duration ASKS_EVERY = Duration.ofMillis(500);
    private static final int ASKED_AT_ONCE = 80;

    private final EntryId offer;
    private final int chunks;
    private final Kind kind;
    private final SwarmOutbox outbox;
    private final Set<Fingerprint> around = new LinkedHashSet<>();
    private Duration askedAt = Duration.ZERO;
    private int next;

    Repuller(EntryId offer, int chunks, Kind kind) {
        this.offer = offer;
        this.chunks = chunks;
        this.kind = kind;
        this.outbox = new SwarmOutbox(offer);
    }

    @Override
    public void met(Fingerprint peer, Duration now) {
        around.add(peer);
        outbox.send(peer, new SwarmFrame.Member(offer, true, true, LinkKind.WIRED));
    }

    @Override
    public void gone(Fingerprint peer, Duration now) {
        around.remove(peer);
    }

    @Override
    public void received(Fingerprint from, SwarmFrame frame, Duration now) {
        if (!(frame instanceof SwarmFrame.Member member) || !member.answer()) return;
        outbox.send(from, new SwarmFrame.Member(offer, true, false, LinkKind.WIRED));
    }

    @Override
    public void tick(Duration now) {
        if (now.minus(askedAt).compareTo(ASKS_EVERY) < 0) return;
        askedAt = now;
        int count = Math.min(ASKED_AT_ONCE, chunks - next);
        for (Fingerprint peer : around) {
            if (kind == Kind.COMES_BACK) {
                outbox.send(peer, new SwarmFrame.Member(offer, false, false, LinkKind.WIRED));
                outbox.send(peer, new SwarmFrame.Member(offer, true, false, LinkKind.WIRED));
            }
            for (int chunk = next; chunk < next + count; chunk++) {
                outbox.want(peer, chunk, SwarmFrame.Want.Kind.NOBODY_GIVES_IT);
            }
        }
        next = (next + count) % chunks;
    }

    @Override
    public @Nullable Turn nextChunk(Duration now, Predicate<Fingerprint> ready) {
        return null;
    }

    @Override
    public List<Action> actions() {
        return outbox.drain();
    }
}
