package io.landline.handshake;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.handshake.ExchangeRun.Result;
import io.landline.handshake.GuessQueue.Guess;
import io.landline.handshake.HandshakeJson.Pairing;
import io.landline.handshake.HandshakeJson.Refusal;
import io.landline.handshake.HandshakeJson.Share;
import io.landline.handshake.HandshakeJson.Tag;
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
    /// See docs/protocol/handshake.md, "What each concludes": on a connection that our user asked for, so that others'
    /// guesses do not keep a person waiting. As many as one name may take ([RoomTable#PAIRS_A_NAME_MAX]); after these
    /// the connection waits like all others.
    static final int EXCHANGES_WITHOUT_WAIT_MAX = 4;

    private final HandshakeContext surroundings;
    private final AuthenticatedChannel channel;
    private final Fingerprint peer;
    private final boolean userAsked;
    private final ExchangeRun.Surface surface;
    private final Outcome outcome;
    private final RoomTable rooms;

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
    private int lastExchange;
    /// The server's: what the client has announced by *slowed* and not begun yet.
    private @Nullable Pairing announced;
    private @Nullable ExchangeRun run;
    private @Nullable Duration provenDue;
    /// The server's: when the client must have begun the next exchange.
    private @Nullable Duration exchangeDue;
    /// When to say *settled* though the peer's last word has not come.
    private @Nullable Duration settledDue;

    Negotiator(HandshakeContext surroundings, AuthenticatedChannel channel, SoughtRooms sought, boolean userAsked,
            ExchangeRun.Surface surface, Outcome outcome) {
        this.surroundings = surroundings;
        this.channel = channel;
        this.userAsked = userAsked;
        this.surface = surface;
        this.outcome = outcome;
        peer = channel.peer();
        rooms = new RoomTable(channel.role());
        rooms.setOurs(sought.rooms(), sought.retired());
    }

    List<RoomSlot> listed() {
        return rooms.listed();
    }

    void begin(List<RoomSlot> theirRooms) throws IOException, MalformedFrameException {
        if (begun) throw new IllegalStateException("begun twice");
        begun = true;
        changedSinceHello |= rooms.setTheirs(theirRooms);
        PinnedPeer known = surroundings.trust().pinned(peer);
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
        endRunOfUnlisted();
        advance();
    }

    private void sendProven() throws IOException {
        if (proofs == null) proofs = surroundings.trust().proofsOf(peer);
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
            case FrameType.SHARE -> share(HandshakeJson.readShare(frame));
            case FrameType.TAG -> tag(HandshakeJson.readTag(frame));
            case FrameType.SLOWED -> slowed(HandshakeJson.readPairing(frame));
            case FrameType.REFUSED -> refused(HandshakeJson.readRefused(frame));
            default -> throw new MalformedFrameException("frame type " + frame.type() + " in a negotiation");
        }
        if (!ended) advance();
    }

    private void theirRooms(List<RoomSlot> list) throws IOException, MalformedFrameException {
        boolean oursToo = rooms.setTheirs(list);
        if (run != null && run.hasTested() && !rooms.isListed(run.pair())) rooms.unanswered(run.room());
        if (oursToo) {
            surface.send(HandshakeJson.rooms(rooms.listed()));
            changed();
        }
        changed();
        endRunOfUnlisted();
    }

    /// One side has a new list: both say anew which rooms are proven, since proofs have come since the last time.
    private void changed() throws IOException {
        unsettled = true;
        lastWordRead = false;
        provenOwed++;
        provenDue = uptime().plus(PROVEN_TIME_MAX);
        sendProven();
    }

    private void endRunOfUnlisted() throws IOException {
        if (run == null || rooms.isListed(run.pair())) return;
        run.endEarly();
        run = null;
    }

    /// The client begins an exchange: only the server hears this.
    private void exchange(Pairing pairing) throws IOException, MalformedFrameException {
        if (channel.role() == Role.CLIENT) throw new MalformedFrameException("only the client begins exchanges");
        if (!everProven) throw new MalformedFrameException("an exchange before proven");
        if (!pairing.equals(announced)) countUp(pairing);
        announced = null;
        exchangeDue = null;
        if (run != null) { // the client has given up on that one
            run.withdraw();
            finish(run, Result.VOID);
        }
        var pair = new Pair(pairing.yours(), pairing.mine());
        if (rooms.isPast(pair.ours()) || !rooms.mayTry(pair)) {
            surface.send(HandshakeJson.tag(new Tag(lastExchange, null)));
            return;
        }
        begin(pair);
    }

    private void countUp(Pairing pairing) throws MalformedFrameException {
        if (pairing.exchange() != lastExchange + 1) throw new MalformedFrameException("an exchange out of turn");
        lastExchange = pairing.exchange();
    }

    private void begin(Pair pair) throws IOException, MalformedFrameException {
        boolean neverWaits = userAsked && lastExchange <= EXCHANGES_WITHOUT_WAIT_MAX;
        var next = new ExchangeRun(surroundings, channel, surface, neverWaits, this::slowed, lastExchange, pair,
                rooms.room(pair));
        run = next;
        finish(next, next.begin());
    }

    private void share(Share share) throws IOException, MalformedFrameException {
        ExchangeRun its = runOf(share.exchange());
        if (its != null) finish(its, its.share(share.share()));
    }

    private void tag(Tag tag) throws IOException, MalformedFrameException {
        ExchangeRun its = runOf(tag.exchange());
        if (its != null) finish(its, its.tag(tag.tag()));
        if (announced == null || announced.exchange() != tag.exchange()) return;
        rooms.failed(new Pair(announced.yours(), announced.mine()), PairVerdict.VOID); // its turn never came
        announced = null;
        exchangeDue = null;
    }

    /// The run of this number; null where it is over, since the peer may have spoken before it knew that.
    private @Nullable ExchangeRun runOf(int exchange) throws MalformedFrameException {
        if (exchange > lastExchange) throw new MalformedFrameException("no exchange has that number yet");
        return run != null && run.number() == exchange ? run : null;
    }

    private void slowed(Pairing pairing) throws MalformedFrameException {
        if (channel.role() == Role.CLIENT) {
            ExchangeRun its = runOf(pairing.exchange());
            if (its != null) its.slowedByPeer();
            return;
        }
        countUp(pairing);
        announced = pairing;
        exchangeDue = uptime().plus(ExchangeRun.QUEUED_TIME_MAX);
        var pair = new Pair(pairing.yours(), pairing.mine());
        if (rooms.isListed(pair)) slowed(rooms.room(pair));
    }

    /// One of our rooms waits: told once, however often the peer lists it anew.
    private void slowed(Room room) {
        if (rooms.claimSlowed(room)) outcome.slowed(room.listing());
    }

    private void refused(Refusal refusal) {
        lastWordRead = true;
        if (refusal.reason() == RefusalReason.BLOCKED) end(RefusalReason.BLOCKED);
        if (refusal.reason() == RefusalReason.WRONG_KEY) rooms.givenUp(refusal.slot());
        // the other reasons we find out ourselves: both sides have both lists
    }

    /// A guess that a run waits for was granted or turned away.
    void decided(Guess guess) throws IOException, MalformedFrameException {
        if (run == null || ended) return;
        finish(run, run.decided(guess));
        advance();
    }

    private void finish(ExchangeRun which, Result result) {
        switch (result) {
            case GOES_ON -> {
                return;
            }
            case JOINED -> {
                proofs = null;
                rooms.succeeded(which.pair());
            }
            case WRONG -> rooms.failed(which.pair(), PairVerdict.WRONG);
            case UNANSWERED -> rooms.failed(which.pair(), PairVerdict.UNANSWERED);
            case LATE -> rooms.failed(which.pair(), PairVerdict.LATE);
            case VOID -> rooms.failed(which.pair(), PairVerdict.VOID);
        }
        if (run == which) run = null;
    }

    /// Time has passed; something may be overdue.
    void timePassed() throws IOException, MalformedFrameException {
        if (!begun || ended) return;
        if (isOver(provenDue)) {
            throw new MalformedFrameException("no word on proven rooms within " + PROVEN_TIME_MAX.toSeconds() + " s");
        }
        if (run != null && isOver(run.deadline())) finish(run, run.expired());
        if (isOver(exchangeDue)) {
            exchangeDue = null;
            for (Pair pair : rooms.pending()) rooms.failed(pair, PairVerdict.VOID); // the client won't try them
        }
        advance();
    }

    /// The earliest time at which [#timePassed] has something to do; null for none.
    @Nullable
    Duration nextDeadline() {
        if (ended) return null;
        Duration earliest = earlier(earlier(provenDue, exchangeDue), settledDue);
        return run == null ? earliest : earlier(earliest, run.deadline());
    }

    /// The connection has ended: a failure that nobody was told of yet is told.
    void close() {
        if (run != null) run.withdraw();
        run = null;
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
        while (run == null) {
            List<Pair> pending = rooms.pending();
            if (pending.isEmpty()) {
                exchangeDue = null;
                settle();
                return;
            }
            settledDue = null;
            if (channel.role() == Role.SERVER) {
                if (exchangeDue == null) exchangeDue = uptime().plus(ExchangeRun.TIME_MAX);
                return;
            }
            lastExchange++;
            begin(pending.getFirst());
            rooms.updateJoined(outcome::left, this::joined);
        }
    }

    private void joined(Room room) {
        if (room.open() && !pinned) {
            surroundings.trust().pin(channel.peerPublicKey(), surroundings.wallClock().instant());
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
        if (run != null) run.withdraw();
        run = null;
    }

    private boolean isOver(@Nullable Duration deadline) {
        return deadline != null && deadline.compareTo(uptime()) <= 0;
    }

    private static @Nullable Duration earlier(@Nullable Duration a, @Nullable Duration b) {
        if (a == null) return b;
        return b == null || a.compareTo(b) <= 0 ? a : b;
    }

    private Duration uptime() {
        return surroundings.uptime().get();
    }
}
