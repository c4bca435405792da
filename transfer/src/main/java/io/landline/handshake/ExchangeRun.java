package io.landline.handshake;

import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.handshake.CPace.BadShareException;
import io.landline.handshake.GuessQueue.Direction;
import io.landline.handshake.GuessQueue.Guess;
import io.landline.handshake.HandshakeJson.Pairing;
import io.landline.handshake.HandshakeJson.Share;
import io.landline.handshake.HandshakeJson.Tag;
import io.landline.handshake.RoomNegotiation.HandshakeContext;
import io.landline.handshake.RoomTable.Pair;
import io.landline.room.Room;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One exchange from its number to its end, on either side: waiting for a guess, shares, tags, deadlines. Every method
/// gives what became of it. Confined to the negotiation's thread.
final class ExchangeRun {
    /// 10 s for each exchange from its turn (docs/protocol/handshake.md, "What each concludes").
    static final Duration TIME_MAX = Duration.ofSeconds(10);
    /// The other side may wait in its queue and take its time then.
    static final Duration QUEUED_TIME_MAX = GuessLedger.WAIT_MAX.plus(TIME_MAX);

    /// UNANSWERED: the server has had what it needs to test one key, and no answer came in time. LATE: no key was
    /// tested, since a turn or an answer did not come in time. VOID: given up, by either side.
    enum Result { GOES_ON, JOINED, WRONG, UNANSWERED, LATE, VOID }

    private enum Stage { QUEUED, SHARE_DUE, TAG_DUE }

    /// What a run needs of the negotiation around it.
    interface Surface extends FrameSink {
        /// Waits until the answer to a question of that time may leave (see [AnswerTiming]).
        void waitForGrid(Duration askedAt) throws IOException;

        /// Calls the negotiation back when the guess is decided.
        void tellWhenDecided(Guess guess);
    }

    private final HandshakeContext context;
    private final AuthenticatedChannel channel;
    private final Surface surface;
    private final boolean neverWaits;
    private final Consumer<Room> slowed;
    private final int number;
    private final Pair pair;
    private final Room room;
    private Stage stage = Stage.QUEUED;
    private @Nullable Guess guess;
    private @Nullable Exchange exchange;
    private byte @Nullable [] early;
    private boolean peerSlowed;
    /// Null while we wait for our own guess, which has a limit of its own.
    private @Nullable Duration deadline;

    /// @param neverWaits whether it passes without a wait for others' guesses
    /// @param slowed told of our room when the exchange waits on either side
    ExchangeRun(HandshakeContext context, AuthenticatedChannel channel, Surface surface, boolean neverWaits,
            Consumer<Room> slowed,
            int number, Pair pair, Room room) {
        this.context = context;
        this.channel = channel;
        this.surface = surface;
        this.neverWaits = neverWaits;
        this.slowed = slowed;
        this.number = number;
        this.pair = pair;
        this.room = room;
    }

    int number() {
        return number;
    }

    Pair pair() {
        return pair;
    }

    Room room() {
        return room;
    }

    /// Whether the peer has had what it needs to test one key, and has not answered.
    boolean hasTested() {
        return isClient() && stage == Stage.TAG_DUE;
    }

    @Nullable
    Duration deadline() {
        return deadline;
    }

    /// Asks for a guess, and goes on at once where there is one.
    Result begin() throws IOException, MalformedFrameException {
        Direction direction = isClient() ? Direction.OUTBOUND : Direction.INBOUND;
        guess = context.guesses().ask(room, direction, channel.peerAddress(), neverWaits);
        if (!guess.isWaiting()) return decided(guess);
        surface.send(HandshakeJson.pairing(FrameType.SLOWED, new Pairing(number, pair.ours(), pair.theirs())));
        slowed.accept(room);
        surface.tellWhenDecided(guess);
        return Result.GOES_ON;
    }

    /// A guess was granted or not; one of another exchange changes nothing.
    Result decided(Guess which) throws IOException, MalformedFrameException {
        if (which != guess || stage != Stage.QUEUED) return Result.GOES_ON;
        if (!which.isGranted()) {
            endEarly();
            return Result.LATE;
        }
        stage = Stage.SHARE_DUE;
        deadline = uptime().plus(TIME_MAX);
        if (!isClient()) return early == null ? Result.GOES_ON : answer(early);
        Duration askedAt = uptime();
        var own = Exchange.over(channel, context.own().publicKey(), room, number);
        exchange = own;
        surface.waitForGrid(askedAt);
        surface.send(HandshakeJson.pairing(FrameType.EXCHANGE, new Pairing(number, pair.ours(), pair.theirs())));
        surface.send(HandshakeJson.share(new Share(number, own.share())));
        return Result.GOES_ON;
    }

    Result share(byte[] share) throws IOException, MalformedFrameException {
        if (stage == Stage.TAG_DUE || early != null) throw new MalformedFrameException("a second share");
        if (isClient()) {
            if (stage == Stage.QUEUED) throw new MalformedFrameException("a share before the exchange");
            return takeShare(Objects.requireNonNull(exchange), share);
        }
        early = share;
        return stage == Stage.QUEUED ? Result.GOES_ON : answer(share);
    }

    /// The client: its tag follows.
    private Result takeShare(Exchange own, byte[] share) throws IOException, MalformedFrameException {
        Duration askedAt = uptime();
        peerShare(own, share);
        byte[] tag = own.tag();
        surface.waitForGrid(askedAt);
        tagDue();
        surface.send(HandshakeJson.tag(new Tag(number, tag)));
        return Result.GOES_ON;
    }

    /// The server: its share follows.
    private Result answer(byte[] share) throws IOException, MalformedFrameException {
        Duration askedAt = uptime();
        var own = Exchange.over(channel, context.own().publicKey(), room, number);
        exchange = own;
        peerShare(own, share);
        surface.waitForGrid(askedAt);
        tagDue();
        surface.send(HandshakeJson.share(new Share(number, own.share())));
        return Result.GOES_ON;
    }

    private static void peerShare(Exchange own, byte[] share) throws MalformedFrameException {
        try {
            own.peerShare(share);
        } catch (BadShareException e) {
            throw new MalformedFrameException("a share that no honest peer sends", e);
        }
    }

    private void tagDue() {
        stage = Stage.TAG_DUE;
        if (peerSlowed) deadline = uptime().plus(TIME_MAX); // only now has its turn come on both sides
    }

    /// @param tag null where the peer has ended the exchange
    Result tag(byte @Nullable [] tag) throws IOException, MalformedFrameException {
        if (stage != Stage.TAG_DUE) {
            if (tag != null) throw new MalformedFrameException("a tag before the shares");
            withdraw();
            // its turn did not come there, or it wants no exchange
            return peerSlowed ? Result.LATE : Result.VOID;
        }
        // the server ends it so where our tag was wrong; the client where it has changed its mind
        if (tag == null) return isClient() ? Result.WRONG : Result.VOID;
        Duration askedAt = uptime();
        var own = Objects.requireNonNull(exchange);
        boolean right = own.isRight(tag);
        if (right) {
            context.trust().proven(room.id(), channel.peerPublicKey(), context.wallClock().instant());
            Objects.requireNonNull(guess).giveBack();
            if (isClient()) return Result.JOINED;
        }
        surface.waitForGrid(askedAt);
        surface.send(HandshakeJson.tag(new Tag(number, right ? own.tag() : null)));
        return right ? Result.JOINED : Result.WRONG;
    }

    /// The server waits for a guess of its own: more time.
    void slowedByPeer() throws MalformedFrameException {
        if (!isClient() || stage != Stage.SHARE_DUE || peerSlowed) {
            throw new MalformedFrameException("slowed at a wrong time");
        }
        peerSlowed = true;
        deadline = uptime().plus(QUEUED_TIME_MAX);
        slowed.accept(room);
    }

    /// The deadline is over. A server that took our tag and kept silent has used its guess. It did not say that keys
    /// differ: it may be busy, or far away. A server that waits for a tag ends it in silence. An answer without a tag
    /// would cross a right tag that is on its way, and the client would take it for *wrong*.
    Result expired() throws IOException {
        boolean tested = hasTested();
        if (!isClient() && stage == Stage.TAG_DUE) {
            withdraw();
        } else {
            endEarly();
        }
        return tested ? Result.UNANSWERED : Result.LATE;
    }

    /// Ends it without an answer, and says so to the peer.
    void endEarly() throws IOException {
        withdraw();
        surface.send(HandshakeJson.tag(new Tag(number, null)));
    }

    /// Ends it in silence.
    void withdraw() {
        if (guess != null) guess.withdraw();
    }

    private boolean isClient() {
        return channel.role() == Role.CLIENT;
    }

    private Duration uptime() {
        return context.uptime().get();
    }
}
