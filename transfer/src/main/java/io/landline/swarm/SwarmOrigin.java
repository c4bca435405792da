package io.landline.swarm;

import io.landline.cost.Standings;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The origin's part in one offer (docs/protocol/swarm.md, "The origin"). Confined to the caller's thread.
public final class SwarmOrigin implements Participant {
    /// Bitmaps of receivers that the origin keeps. Of further receivers it knows only that they are there.
    static final long BITMAP_BYTES_MAX = 16L * 1024 * 1024;

    /// One receiver, as the origin knows it.
    private static final class Receiver {
        final LinkKind link;
        @Nullable
        ChunkSet has;
        /// When it got something from others last; null if it never did.
        @Nullable
        Duration helpedAt;
        /// Bytes that were sent to it since its swarm began.
        long sentBytes;
        /// Bytes that it has.
        long bytes;
        boolean finished;
        /// It pulls the offer again: so it does not keep it, and gives it to nobody.
        boolean pullsAgain;

        Receiver(LinkKind link) { this.link = link; }

        boolean isLacking() {
            return !finished && (has == null || !has.isFull());
        }

        Duration unhelpedFor(Duration now) {
            return helpedAt == null ? OriginPolicy.YIELDS_AFTER : now.minus(helpedAt);
        }
    }

    private final EntryId offer;
    private final LinkKind link;
    private final ChunkSizes sizes;
    final OriginPolicy policy;
    private final UploadTurns turns;
    private final Map<Fingerprint, Receiver> receivers = new LinkedHashMap<>();
    private final FramePaces paces = new FramePaces();
    private final SwarmOutbox outbox;
    private final ChunkHolders holders;
    /// Whether somebody left, and what they had is to be taken out of [#holders].
    private boolean areHoldersOld;
    /// Sent to receivers that nobody ever helped.
    private long sentAloneBytes;
    private long bitmapBytes;

    /// @param standings of those who receive
    public SwarmOrigin(EntryId offer, LinkKind link, ChunkSizes sizes, Standings standings) {
        this.turns = new UploadTurns(standings, sizes);
        this.offer = offer;
        this.link = link;
        this.sizes = sizes;
        this.policy = new OriginPolicy(sizes);
        this.holders = new ChunkHolders(sizes.count());
        this.outbox = new SwarmOutbox(offer);
    }

    @Override
    public void met(Fingerprint peer, Duration now) {
        outbox.send(peer, new SwarmFrame.Member(offer, true, true, link));
    }

    @Override
    public void gone(Fingerprint peer, Duration now) {
        paces.forget(peer);
        left(peer);
    }

    private void left(Fingerprint peer) {
        turns.gone(peer);
        Receiver receiver = receivers.remove(peer);
        if (receiver == null) return;
        if (receiver.has != null) bitmapBytes -= ChunkSet.bytesOf(sizes.count());
        if (receiver.helpedAt == null) sentAloneBytes -= receiver.sentBytes;
        areHoldersOld = true;
    }

    @Override
    public void received(Fingerprint from, SwarmFrame frame, Duration now) throws MalformedFrameException {
        frame.checkWithin(sizes.count());
        if (frame instanceof SwarmFrame.Member member) {
            member(from, member, now);
            return;
        }
        Receiver receiver = receivers.get(from);
        if (receiver == null) return; // it left, or there are too many
        switch (frame) {
            case SwarmFrame.Member _, SwarmFrame.Later _, SwarmFrame.Pages _ -> {
            }
            case SwarmFrame.Have have -> {
                paces.count(from, now);
                if (receiver.has == null) return;
                receiver.has.addPage(have.base(), have.bitmap(), chunk -> noteHas(receiver, chunk));
            }
            case SwarmFrame.HaveMore more -> {
                paces.count(from, now);
                for (ChunkSpan span : more.spans()) {
                    if (noteHas(receiver, span)) helped(receiver, now);
                }
            }
            case SwarmFrame.Finished finished -> {
                paces.count(from, now);
                receiver.finished = finished.finished();
            }
            case SwarmFrame.Want want -> wanted(from, receiver, want, now);
        }
    }

    private void member(Fingerprint from, SwarmFrame.Member member, Duration now) throws MalformedFrameException {
        paces.count(from, now);
        if (!member.here()) {
            left(from);
            return;
        }
        Receiver known = receivers.get(from);
        if (member.answer()) outbox.send(from, new SwarmFrame.Member(offer, true, false, link));
        if (known != null || receivers.size() >= Partners.MEMBERS_MAX) return;
        if (lacking() == 0) {
            policy.everybodyHasAll();
            receivers.values().forEach(it -> it.sentBytes = 0);
            sentAloneBytes = 0;
        }
        var receiver = new Receiver(member.link());
        receiver.pullsAgain = turns.pullsAgain(from, now);
        receivers.put(from, receiver);
        if (bitmapBytes + ChunkSet.bytesOf(sizes.count()) <= BITMAP_BYTES_MAX) {
            bitmapBytes += ChunkSet.bytesOf(sizes.count());
            receiver.has = new ChunkSet(sizes.count());
        }
        if (gives(receiver)) holders.add(receiver.has);
    }

    private void helped(Receiver receiver, Duration now) {
        if (receiver.helpedAt == null) sentAloneBytes -= receiver.sentBytes;
        receiver.helpedAt = now;
    }

    /// Whether others may get something from it, and without taking the air twice.
    private boolean gives(Receiver receiver) {
        return !receiver.pullsAgain && (link != LinkKind.WIRED || receiver.link != LinkKind.WIRELESS);
    }

    private void noteWhetherItPullsAgain(Receiver receiver, Fingerprint who, Duration now) {
        boolean pullsAgain = turns.pullsAgain(who, now);
        if (pullsAgain != receiver.pullsAgain) areHoldersOld = true;
        receiver.pullsAgain = pullsAgain;
    }

    /// Notes that the receiver has these. Answers whether one of them is new to us; without its bitmap we cannot know,
    /// and answer true.
    private boolean noteHas(Receiver receiver, ChunkSpan span) {
        return receiver.has == null
                || receiver.has.addAll(span, chunk -> noteHas(receiver, chunk)) > 0;
    }

    /// Notes that a receiver has a chunk that it lacked.
    private void noteHas(Receiver receiver, int chunk) {
        receiver.bytes += sizes.bytes(chunk);
        if (gives(receiver)) holders.add(chunk);
    }

    private void wanted(Fingerprint from, Receiver receiver, SwarmFrame.Want want, Duration now)
            throws MalformedFrameException {
        for (ChunkSpan span : want.spans()) {
            for (int chunk = span.first(); chunk < span.end(); chunk++) {
                // what was not sent yet is served once; the others who ask for it get it from the one it is sent to
                boolean alone = want.kind() == SwarmFrame.Want.Kind.NOBODY_GIVES_IT && policy.wasSent(chunk);
                if (want.kind() == SwarmFrame.Want.Kind.CANCEL) {
                    turns.cancel(from, chunk);
                } else if (policy.serves(question(receiver, chunk, alone, now), sentAloneBytes)) {
                    turns.ask(from, chunk, alone);
                } else {
                    outbox.later(from, chunk, OriginPolicy.LATER);
                }
            }
        }
    }

    private OriginPolicy.Question question(Receiver receiver, int chunk, boolean alone, Duration now) {
        boolean direct = receiver.link == LinkKind.WIRELESS && link == LinkKind.WIRED;
        return new OriginPolicy.Question(chunk, alone, direct, isElsewhere(receiver, chunk), receiver.unhelpedFor(now));
    }

    private boolean serves(Turn turn, Receiver receiver, Duration now) {
        return policy.serves(question(receiver, turn.chunk(), turn.nobodyGivesIt(), now), sentAloneBytes);
    }

    /// Whether somebody else who is here has the chunk and would give it. One without a kept bitmap may have it.
    private boolean isElsewhere(Receiver asker, int chunk) {
        if (areHoldersOld) {
            holders.clear();
            for (Receiver each : receivers.values()) if (gives(each)) holders.add(each.has);
            areHoldersOld = false;
        }
        return gives(asker) ? holders.isWithAnother(chunk, asker.has) : holders.isWithAnybody(chunk);
    }

    @Override
    public void tick(Duration now) {
        receivers.forEach((who, receiver) -> {
            if (receiver.pullsAgain) noteWhetherItPullsAgain(receiver, who, now);
        });
    }

    /// Asks again whether it is the origin's duty: while a question waited somebody else may have got the chunk.
    @Override
    public @Nullable Turn nextChunk(Duration now, Predicate<Fingerprint> ready) {
        for (Turn turn; (turn = turns.next(now, ready)) != null;) {
            Receiver receiver = receivers.get(turn.to());
            if (receiver == null) continue;
            if (serves(turn, receiver, now)) {
                policy.sends(turn.chunk());
                receiver.sentBytes += sizes.bytes(turn.chunk());
                if (receiver.helpedAt == null) sentAloneBytes += sizes.bytes(turn.chunk());
                noteWhetherItPullsAgain(receiver, turn.to(), now);
                noteHas(receiver, new ChunkSpan(turn.chunk(), 1));
                return turn;
            }
            turns.refused(turn);
            outbox.later(turn.to(), turn.chunk(), OriginPolicy.LATER);
        }
        return null;
    }

    @Override
    public List<Action> actions() {
        return outbox.drain();
    }

    /// How many times the offer's size the origin has sent.
    public double sentRatio() {
        return policy.ratio();
    }

    /// What each receiver has, as far as it told or was sent.
    public List<Share> shares() {
        var shares = new ArrayList<Share>();
        receivers.forEach((who, receiver) -> shares.add(
                new Share(who, receiver.bytes, !receiver.isLacking())));
        return shares;
    }

    /// Which chunks this receiver has, as far as it told or was sent, and as they are from now on; null where that is
    /// not kept.
    public @Nullable ChunkSet chunksOf(Fingerprint who) {
        Receiver receiver = receivers.get(who);
        return receiver == null ? null : receiver.has;
    }

    /// How many receivers still lack something.
    public int lacking() {
        return (int) receivers.values().stream().filter(Receiver::isLacking).count();
    }

    /// How many receivers share the air of a radio network: all, where each of several is wireless, else none.
    public int onSharedAir() {
        boolean wireless = receivers.values().stream().allMatch(it -> it.link == LinkKind.WIRELESS);
        return wireless && receivers.size() > 1 ? receivers.size() : 0;
    }

    long stateBytes() {
        return bitmapBytes + 3L * ChunkSet.bytesOf(sizes.count());
    }
}
