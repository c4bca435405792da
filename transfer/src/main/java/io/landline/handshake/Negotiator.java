package io.landline.handshake;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.handshake.GuessQueue.Guess;
import io.landline.handshake.HandshakeJson.Pairing;
import io.landline.handshake.HandshakeJson.Refusal;
import io.landline.handshake.RoomNegotiation.HandshakeContext;
import io.landline.handshake.RoomNegotiation.Outcome;
import io.landline.handshake.RoomNegotiation.Settled;
import io.landline.handshake.RoomTable.Conclusion;
import io.landline.handshake.RoomTable.Pair;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.room.Room;
import io.landline.room.RoomId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What both sides do between the hellos and *joined*, as a machine of states without a thread and without a clock of
/// its own: each method is one event. Confined to the negotiation's thread.
///
///     hellos read ── proven ⇄ proven ──► exchanges, one at a time ──► refusals, if any ──► settled
///                       ▲                                                                     │
///                       └────────────── rooms, proven (either side's list changed) ◄──────────┘
final class Negotiator {
    /// 10 s for what the peer owes after its hello, or after new rooms (docs/protocol/handshake.md, "What each
    /// concludes").
    static final Duration PROVEN_TIME_MAX = ExchangeRun.TIME_MAX;
    /// After a failure we still read what the other side says before we hang up, so that both learn the reason.
    static final Duration LAST_WORD_TIME_MAX = Duration.ofSeconds(1);
    private final HandshakeContext context;
    private final AuthenticatedChannel channel;
    private final Fingerprint peer;
    private final ExchangeRun.Surface surface;
    private final Outcome outcome;
    private final RoomTable rooms;
    private final ExchangeTurns turns;

    private boolean begun;
    private boolean changedSinceHello;
    private boolean ended;
    /// Words on proven rooms that the peer owes: one after its hello and after each new list, its own or ours.
    private int provenOwed = 1;
    private boolean everProven;
    private boolean unsettled = true;
    private boolean lastWordRead;
    /// The peer's, read once: who changes rooms without end would keep others from the disk. Null: not read.
    private @Nullable Set<RoomId> proofs;
    /// Whether this connection noted the peer, for an open room: once, as it waits for the disk.
    private boolean pinned;
    private @Nullable Duration provenDue;
    /// When to say *settled* though the peer's last word has not come.
    private @Nullable Duration settledDue;

    Negotiator(HandshakeContext context, AuthenticatedChannel channel, SoughtRooms sought, boolean userAsked,
            ExchangeRun.Surface surface, Outcome outcome) {
        this.context = context;
        this.channel = channel;
        this.surface = surface;
        this.outcome = outcome;
        peer = channel.peer();
        rooms = new RoomTable(channel.role());
        rooms.setOurs(sought.rooms(), sought.retired());
        turns = new ExchangeTurns(context, channel, userAsked, surface, rooms, outcome, () -> proofs = null);
    }

    List<RoomSlot> listed() {
        return rooms.listed();
    }

    void begin(List<RoomSlot> theirRooms) throws IOException, MalformedFrameException {
        if (begun) throw new IllegalStateException("begun twice");
        begun = true;
        changedSinceHello |= rooms.setTheirs(theirRooms);
        PinnedPeer known = context.trust().pinned(peer);
        if (known != null && known.blocked()) {
            surface.send(HandshakeJson.refused(0, RefusalReason.BLOCKED));
            end(RefusalReason.BLOCKED);
            return;
        }
        provenDue = uptime().plus(PROVEN_TIME_MAX);
        if (changedSinceHello) {
            surface.send(HandshakeJson.rooms(rooms.listed()));
            changed();
        }
        sendProven();
    }

    void ourRooms(List<Room> list) throws IOException, MalformedFrameException {
        ourRooms(list, List.of());
    }

    /// @param retired rooms that are joined by earlier proofs alone
    void ourRooms(List<Room> list, List<Room> retired) throws IOException, MalformedFrameException {
        ours(rooms.setOurs(list, retired));
    }

    /// Our user tries words for these rooms.
    void trials(List<Room> list) throws IOException, MalformedFrameException {
        List<RoomSlot> before = rooms.listed();
        boolean triedNoMore = rooms.setTrials(list);
        if (triedNoMore || !rooms.listed().equals(before)) ours(triedNoMore);
    }

    private void ours(boolean triedNoMore) throws IOException, MalformedFrameException {
        if (!begun) changedSinceHello = true;
        proofs = null;
        if (!begun || ended) return;
        if (triedNoMore) {
            startOver();
            return;
        }
        surface.send(HandshakeJson.rooms(rooms.listed()));
        changed();
        turns.endUnlisted();
        advance();
    }

    private void sendProven() throws IOException {
        if (proofs == null) proofs = context.trust().proofsOf(peer);
        surface.send(HandshakeJson.proven(rooms.claim(proofs)));
    }

    void received(Frame frame) throws IOException, MalformedFrameException {
        if (!begun) throw new MalformedFrameException("a frame before the hello");
        if (ended) return;
        switch (frame.type()) {
            case FrameType.ROOMS -> theirRooms(HandshakeJson.readRooms(frame));
            case FrameType.PROVEN -> {
                if (--provenOwed < 0) throw new MalformedFrameException("proven without being asked");
                rooms.theirClaims(HandshakeJson.readProven(frame));
                everProven = true;
                if (provenOwed == 0) provenDue = null;
            }
            case FrameType.EXCHANGE -> exchange(HandshakeJson.readPairing(frame));
            case FrameType.SHARE -> turns.share(HandshakeJson.readShare(frame));
            case FrameType.TAG -> turns.tag(HandshakeJson.readTag(frame));
            case FrameType.SLOWED -> turns.slowed(HandshakeJson.readPairing(frame));
            case FrameType.REFUSED -> refused(HandshakeJson.readRefused(frame));
            default -> throw new MalformedFrameException(
                    "frame type " + FrameType.written(frame.type()) + " in a negotiation");
        }
        if (!ended) advance();
    }

    private void theirRooms(List<RoomSlot> list) throws IOException, MalformedFrameException {
        boolean oursToo = rooms.setTheirs(list);
        turns.peerListedAnew();
        if (oursToo) {
            surface.send(HandshakeJson.rooms(rooms.listed()));
            changed();
        }
        changed();
        turns.endUnlisted();
    }

    /// One side has a new list: both say anew which rooms are proven, since proofs have come since the last time.
    private void changed() throws IOException {
        unsettled = true;
        lastWordRead = false;
        provenOwed++;
        provenDue = uptime().plus(PROVEN_TIME_MAX);
        sendProven();
    }

    /// The client begins an exchange: only the server hears this.
    private void exchange(Pairing pairing) throws IOException, MalformedFrameException {
        if (channel.role() == Role.CLIENT) throw new MalformedFrameException("only the client begins exchanges");
        if (!everProven) throw new MalformedFrameException("an exchange before proven");
        turns.begun(pairing);
    }

    private void refused(Refusal refusal) {
        lastWordRead = true;
        if (refusal.reason() == RefusalReason.BLOCKED) end(RefusalReason.BLOCKED);
        if (refusal.reason() == RefusalReason.WRONG_KEY) rooms.givenUp(refusal.slot());
        // the other reasons we find out ourselves: both sides have both lists
    }

    /// A guess that a run waits for was granted or turned away.
    void decided(Guess guess) throws IOException, MalformedFrameException {
        if (ended || !turns.isRunning()) return;
        turns.decided(guess);
        advance();
    }

    /// Time has passed; something may be overdue.
    void timePassed() throws IOException, MalformedFrameException {
        if (!begun || ended) return;
        if (isOver(provenDue)) {
            throw new MalformedFrameException("no word on proven rooms within " + PROVEN_TIME_MAX.toSeconds() + " s");
        }
        turns.timePassed();
        advance();
    }

    /// The earliest time at which [#timePassed] has something to do; null for none.
    @Nullable
    Duration nextDeadline() {
        if (ended) return null;
        return earlier(earlier(provenDue, settledDue), turns.nextDeadline());
    }

    /// The connection has ended: a failure that nobody was told of yet is told.
    void close() {
        turns.withdraw();
        if (begun && !ended && !rooms.anyJoined()) {
            for (Conclusion conclusion : rooms.conclude()) {
                if (conclusion.reason() == RefusalReason.WRONG_KEY) {
                    outcome.refused(conclusion.room(), conclusion.reason());
                }
            }
        }
        ended = true;
    }

    /// Goes on as far as it goes: joined rooms, the next exchange, the end.
    private void advance() throws IOException, MalformedFrameException {
        rooms.updateJoined(outcome::left, this::joined);
        if (provenOwed > 0) return;
        while (!turns.isRunning()) {
            List<Pair> pending = rooms.pending();
            if (pending.isEmpty()) {
                turns.noneLeft();
                settle();
                return;
            }
            settledDue = null;
            if (!turns.next(pending.getFirst())) return;
            rooms.updateJoined(outcome::left, this::joined);
        }
    }

    private void joined(Room room) {
        if (room.open() && !pinned) {
            context.trust().pin(channel.peerPublicKey(), context.wallClock().instant());
            pinned = true;
        }
        outcome.joined(room);
    }

    private void settle() throws IOException {
        for (Conclusion conclusion : rooms.conclude()) {
            surface.send(HandshakeJson.refused(conclusion.ourSlot(), conclusion.reason()));
            outcome.refused(conclusion.room(), conclusion.reason());
        }
        if (!unsettled) return;
        if (settledDue == null) settledDue = uptime().plus(LAST_WORD_TIME_MAX);
        if (!rooms.anyJoined() && !lastWordRead && !isOver(settledDue)) return;
        settledDue = null;
        unsettled = false;
        outcome.settled(rooms.settled());
    }

    private void end(RefusalReason reason) {
        stop();
        outcome.refused((RoomListing) null, reason);
        outcome.settled(Settled.NOTHING);
    }

    /// Our user set a new key, but the peer does not try that name any more on this connection: a new one is needed.
    private void startOver() {
        stop();
        outcome.startOver();
    }

    private void stop() {
        ended = true;
        turns.withdraw();
    }

    private boolean isOver(@Nullable Duration deadline) {
        return deadline != null && deadline.compareTo(uptime()) <= 0;
    }

    private static @Nullable Duration earlier(@Nullable Duration a, @Nullable Duration b) {
        if (a == null) return b;
        return b == null || a.compareTo(b) <= 0 ? a : b;
    }

    private Duration uptime() {
        return context.uptime().get();
    }
}
