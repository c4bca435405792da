package io.landline.handshake;

import io.landline.frame.MalformedFrameException;
import io.landline.handshake.ExchangeRun.Result;
import io.landline.handshake.GuessQueue.Guess;
import io.landline.handshake.HandshakeJson.Pairing;
import io.landline.handshake.HandshakeJson.Share;
import io.landline.handshake.HandshakeJson.Tag;
import io.landline.handshake.RoomNegotiation.HandshakeContext;
import io.landline.handshake.RoomNegotiation.Outcome;
import io.landline.handshake.RoomTable.Pair;
import io.landline.room.Room;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The exchanges of one connection, one at a time: their numbers, which the client counts up, the one that runs, and
/// how long the server waits for the next. What came of each is noted in the [RoomTable]. Confined to the negotiation's
/// thread.
final class ExchangeTurns {
    /// See docs/protocol/handshake.md, "What each concludes": on a connection that our user asked for, so that others'
    /// guesses do not keep a person waiting. As many as one name may take ([RoomTable#PAIRS_A_NAME_MAX]); after these
    /// the connection waits like all others.
    static final int EXCHANGES_WITHOUT_WAIT_MAX = 4;

    private final HandshakeContext context;
    private final AuthenticatedChannel channel;
    private final boolean userAsked;
    private final ExchangeRun.Surface surface;
    private final RoomTable rooms;
    private final Outcome outcome;
    private final Runnable proven;

    private int lastExchange;
    /// The server's: what the client has announced by *slowed* and not begun yet.
    private @Nullable Pairing announced;
    private @Nullable ExchangeRun run;
    /// The server's: when the client must have begun the next exchange.
    private @Nullable Duration exchangeDue;

    /// @param userAsked whether our user asked for this very connection
    /// @param outcome hears only of rooms that wait
    /// @param proven told when the peer has proven a key, before the room counts as joined
    ExchangeTurns(HandshakeContext context, AuthenticatedChannel channel, boolean userAsked,
            ExchangeRun.Surface surface, RoomTable rooms, Outcome outcome, Runnable proven) {
        this.context = context;
        this.channel = channel;
        this.userAsked = userAsked;
        this.surface = surface;
        this.rooms = rooms;
        this.outcome = outcome;
        this.proven = proven;
    }

    boolean isRunning() {
        return run != null;
    }

    /// This pair is to be tried next. The client begins its exchange; true. The server waits for the client to do so.
    boolean next(Pair pair) throws IOException, MalformedFrameException {
        if (channel.role() == Role.SERVER) {
            if (exchangeDue == null) exchangeDue = uptime().plus(ExchangeRun.TIME_MAX);
            return false;
        }
        lastExchange++;
        begin(pair);
        return true;
    }

    /// Nothing is left to be tried.
    void noneLeft() {
        exchangeDue = null;
    }

    /// The client begins an exchange: only the server hears this.
    void begun(Pairing pairing) throws IOException, MalformedFrameException {
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
        var next = new ExchangeRun(context, channel, surface, neverWaits, this::slowed, lastExchange, pair,
                rooms.room(pair));
        run = next;
        finish(next, next.begin());
    }

    void share(Share share) throws IOException, MalformedFrameException {
        ExchangeRun its = runOf(share.exchange());
        if (its != null) finish(its, its.share(share.share()));
    }

    void tag(Tag tag) throws IOException, MalformedFrameException {
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

    /// The other side's part of an exchange waits for others' guesses.
    void slowed(Pairing pairing) throws MalformedFrameException {
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

    /// A guess that a run waits for was granted or turned away.
    void decided(Guess guess) throws IOException, MalformedFrameException {
        if (run != null) finish(run, run.decided(guess));
    }

    private void finish(ExchangeRun which, Result result) {
        switch (result) {
            case GOES_ON -> {
                return;
            }
            case JOINED -> {
                proven.run();
                rooms.succeeded(which.pair());
            }
            case WRONG -> rooms.failed(which.pair(), PairVerdict.WRONG);
            case UNANSWERED -> rooms.failed(which.pair(), PairVerdict.UNANSWERED);
            case LATE -> rooms.failed(which.pair(), PairVerdict.LATE);
            case VOID -> rooms.failed(which.pair(), PairVerdict.VOID);
        }
        if (run == which) run = null;
    }

    /// The peer has a new list. Where it took a room off instead of an answer, it has tested our key all the same.
    void peerListedAnew() {
        if (run != null && run.hasTested() && !rooms.isListed(run.pair())) rooms.unanswered(run.room());
    }

    /// Ends the exchange of a pair that is not listed any more.
    void endUnlisted() throws IOException {
        if (run == null || rooms.isListed(run.pair())) return;
        run.endEarly();
        run = null;
    }

    /// Time has passed; something may be overdue.
    void timePassed() throws IOException {
        if (run != null && isOver(run.deadline())) finish(run, run.expired());
        if (isOver(exchangeDue)) {
            exchangeDue = null;
            for (Pair pair : rooms.pending()) rooms.failed(pair, PairVerdict.VOID); // the client won't try them
        }
    }

    /// The earliest time at which [#timePassed] has something to do, as uptime; null for none.
    @Nullable
    Duration nextDeadline() {
        Duration its = run == null ? null : run.deadline();
        if (its == null) return exchangeDue;
        return exchangeDue == null || its.compareTo(exchangeDue) <= 0 ? its : exchangeDue;
    }

    /// Ends what runs, in silence.
    void withdraw() {
        if (run != null) run.withdraw();
        run = null;
    }

    private boolean isOver(@Nullable Duration deadline) {
        return deadline != null && deadline.compareTo(uptime()) <= 0;
    }

    private Duration uptime() {
        return context.uptime().get();
    }
}
