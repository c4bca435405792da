package io.landline.swarm;

import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Wants a place among the partners of everybody, and never gives a chunk. It tells everybody once a second what it
/// claims to have, so it is there as soon as a place is free.
final class Squatter implements Participant {
    enum Kind {
        /// Has all, and leaves each question for later.
        PUTS_OFF,
        /// Has all, and never answers.
        IS_SILENT,
        /// Has nothing, and asks for nothing.
        IS_IDLE,
        /// Has all, leaves each question for later, and asks for one chunk each time when it has lost its place.
        TAKES_ONE,
        /// Has all, never answers, and leaves and comes back before its questions are taken back.
        COMES_BACK
    }

    private static final Duration INSISTS_EVERY = Duration.ofSeconds(1);
    private static final Duration COMES_BACK_EVERY = Duration.ofSeconds(20);

    private final EntryId offer;
    private final ChunkSet claimed;
    private final Kind kind;
    private final SwarmOutbox outbox;
    private final Set<Fingerprint> around = new LinkedHashSet<>();
    /// A chunk that each of them has.
    private final Map<Fingerprint, Integer> had = new HashMap<>();
    private Duration insistedAt = Duration.ZERO;
    private Duration cameAt = Duration.ZERO;

    Squatter(EntryId offer, int chunks, Kind kind) {
        this.offer = offer;
        this.claimed = kind == Kind.IS_IDLE ? new ChunkSet(chunks) : ChunkSet.full(chunks);
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
    public void received(Fingerprint from, SwarmFrame frame, Duration now) throws MalformedFrameException {
        switch (frame) {
            case SwarmFrame.Member member -> {
                around.add(from);
                if (member.answer()) outbox.send(from, new SwarmFrame.Member(offer, true, false, LinkKind.WIRED));
                if (kind == Kind.TAKES_ONE && !member.answer() && had.containsKey(from)) {
                    outbox.want(from, had.get(from), SwarmFrame.Want.Kind.ASK);
                }
                outbox.send(from, new SwarmFrame.Have(offer, 0, claimed.page(0)));
            }
            case SwarmFrame.Have have -> {
                var has = new ChunkSet(claimed.chunks());
                has.addPage(have.base(), have.bitmap());
                if (has.count() > 0) had.put(from, has.nextPresent(0));
            }
            case SwarmFrame.HaveMore more -> had.put(from, more.spans().getFirst().first());
            case SwarmFrame.Want want -> putOff(from, want);
            case SwarmFrame.Later _, SwarmFrame.Finished _, SwarmFrame.Pages _ -> {
            }
        }
    }

    private void putOff(Fingerprint from, SwarmFrame.Want want) {
        if (kind != Kind.PUTS_OFF && kind != Kind.TAKES_ONE) return;
        if (want.kind() == SwarmFrame.Want.Kind.CANCEL) return;
        for (ChunkSpan span : want.spans()) {
            for (int chunk = span.first(); chunk < span.end(); chunk++) {
                outbox.later(from, chunk, Duration.ofSeconds(1));
            }
        }
    }

    @Override
    public void tick(Duration now) {
        if (now.minus(insistedAt).compareTo(INSISTS_EVERY) < 0) return;
        insistedAt = now;
        boolean comesBack = kind == Kind.COMES_BACK && now.minus(cameAt).compareTo(COMES_BACK_EVERY) >= 0;
        if (comesBack) cameAt = now;
        for (Fingerprint each : new ArrayList<>(around)) {
            if (comesBack) {
                outbox.send(each, new SwarmFrame.Member(offer, false, false, LinkKind.WIRED));
                outbox.send(each, new SwarmFrame.Member(offer, true, false, LinkKind.WIRED));
            }
            outbox.send(each, new SwarmFrame.Have(offer, 0, claimed.page(0)));
        }
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
