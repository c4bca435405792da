package io.landline.handshake;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.handshake.GuessQueue.Guess;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.queue.SerialQueue;
import io.landline.room.Room;
import io.landline.room.RoomId;
import java.io.Closeable;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Finds out which rooms this node and a peer share, on one control connection: everything between the hellos and
/// *joined*, and again whenever the rooms of either side change (docs/protocol/handshake.md).
///
/// Work happens on a [SerialQueue] of its own; outcomes are told as its steps. The methods may be called from any
/// thread, without holding a lock that an outcome needs. [#received] returns when the frame was dealt with, so a caller
/// that waits for it before it reads on never overtakes the outcome of a frame.
public final class RoomNegotiation implements Closeable {
    /// What stands when all that can be tried was tried.
    public enum Settled {
        /// A room is joined.
        JOINED,
        /// No room is joined, and another attempt with the same rooms would end in the same way.
        NOTHING,
        /// No room is joined, since an answer or a turn did not come in time: another attempt may join one.
        UNDECIDED
    }

    /// What came of it. Called one at a time, on the negotiation's thread; may call the negotiation's methods except
    /// [#received].
    public interface Outcome {
        /// Both sides hold the other's proof of this room, or the room is open and both list it.
        void joined(Room room);

        /// One side took a joined room off its list.
        void left(RoomId room);

        /// No room of that name can be joined, told once for each name and reason on each side. The room is ours of
        /// that name; null where no room is meant.
        void refused(@Nullable RoomListing room, RefusalReason reason);

        /// An exchange waits because there were too many guesses: a warning, not a refusal. Told once for each name.
        void slowed(RoomListing room);

        /// All that can be tried was tried; again after each change. Without a joined room there is nothing left to
        /// talk about, and the connection may be closed, after what was sent has gone out.
        void settled(Settled how);

        /// Our user set a new key for a name that has failed too often on this connection. The connection is to be
        /// closed and made anew, since the peer does not try that name any more.
        void startOver();

        /// The peer broke the protocol, or fell silent where an answer is due: the connection is to be closed.
        void failed(MalformedFrameException why);

        /// The connection takes nothing more. The peer did nothing wrong that we know of.
        void lost(IOException why);

        /// A fault of our own ended the negotiation, and is in the log with its trace. The connection is to be closed,
        /// and nothing is held against the peer.
        void ourFault();
    }

    /// What all negotiations of a node share.
    ///
    /// @param blocked of the same trust
    /// @param uptime monotonic time, for deadlines
    /// @param wallClock for the times that people see beside a pinned peer
    public record HandshakeContext(Identity own, TrustStore trust, BlockedPeers blocked, GuessQueue guesses,
            Supplier<Duration> uptime, Clock wallClock) {}

    /// Events that wait for the thread. The reader waits for each of its frames, so there are a handful at most; a
    /// thread that comes when it is full waits.
    private static final int EVENTS_WAITING_MAX = 64;

    private static final System.Logger LOG = System.getLogger(RoomNegotiation.class.getName());

    /// Something that happens to the negotiator.
    @FunctionalInterface
    private interface Event {
        void run() throws IOException, MalformedFrameException;
    }

    private final HandshakeContext context;
    private final Outcome outcome;
    private final FrameSink out;
    private final Supplier<SoughtRooms> sought;
    private final Negotiator negotiator;
    private final List<RoomSlot> listed;
    private final Fingerprint peer;
    private final SerialQueue queue;
    private volatile boolean closed;
    /// What the negotiator has been told. After the constructor, the queue's thread only.
    private SoughtRooms tried;
    /// Something has ended it, or [#close] was called. The queue's thread only.
    private boolean over;

    /// @param sought what we look for now. Its rooms go into our hello, see [#listed]; its trials wait for
    ///        [#soughtChanged]
    /// @param userAsked whether our user asked for this very connection: its first exchanges never wait for other
    ///        guesses, [ExchangeTurns#EXCHANGES_WITHOUT_WAIT_MAX] of them
    /// @throws IllegalArgumentException where the peer's public key is our own
    public RoomNegotiation(HandshakeContext context, AuthenticatedChannel channel, Supplier<SoughtRooms> sought,
            boolean userAsked, FrameSink out, Outcome outcome) {
        if (MessageDigest.isEqual(context.own().publicKey(), channel.peerPublicKey())) {
            throw new IllegalArgumentException("the peer has our own key");
        }
        this.context = context;
        this.out = out;
        this.outcome = outcome;
        this.sought = sought;
        tried = sought.get().withTrials(List.of(), 0);
        negotiator = new Negotiator(context, channel, tried, userAsked, new Surface(), outcome);
        listed = negotiator.listed();
        peer = channel.peer();
        queue = new SerialQueue(new SerialQueue.Settings("negotiation-" + peer.brief(), SerialQueue.Rank.RESTING,
                EVENTS_WAITING_MAX, Long.MAX_VALUE, Duration.ZERO), this::tick);
    }

    /// The rooms that were given with their slots, for the hello that goes out first.
    public List<RoomSlot> listed() {
        return listed;
    }

    /// Begins: both hellos have been sent and read, and these are the peer's rooms in its own. Once.
    public void begin(List<RoomSlot> theirRooms) {
        post(() -> negotiator.begin(theirRooms));
        queue.start();
    }

    /// What we look for changed. Sends our rooms to the peer (after [#begin], if that is still to come) and goes on
    /// from there. A trial is listed only to a peer that lists a room of the same name. A joined trial stays joined
    /// only if it becomes one of our rooms before the trial ends.
    public void soughtChanged() {
        post(() -> {
            SoughtRooms now = sought.get(); // in its turn: the latest counts
            if (!now.rooms().equals(tried.rooms()) || !now.retired().equals(tried.retired())) {
                tried = tried.withRooms(now.rooms(), now.retired());
                negotiator.ourRooms(now.rooms(), now.retired());
            }
            if (now.trials().equals(tried.trials())) return; // the same words again: not tried twice on one connection
            tried = now;
            negotiator.trials(now.trials());
        });
    }

    /// What this negotiation has looked for so far, and so what an outcome is about. For the outcome's methods only.
    public SoughtRooms tried() {
        return tried;
    }

    /// Takes a frame of the types [#isOurs], and returns when it was dealt with: after some milliseconds, as an
    /// exchange's answer leaves on a fixed grid. A frame that breaks the protocol is told to [Outcome#failed].
    public void received(Frame frame) {
        if (queue.isRunningHere()) throw new IllegalStateException("an outcome must not wait for a frame");
        var done = new CountDownLatch(1);
        Runnable step = () -> {
            run(() -> negotiator.received(frame));
            done.countDown();
        };
        if (!queue.post(step, done::countDown)) return; // after its end nothing is dealt with
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the reader is to stop
        }
    }

    /// Whether a frame type belongs to a negotiation.
    public static boolean isOurs(int frameType) {
        return switch (frameType) {
            case FrameType.PROVEN, FrameType.EXCHANGE, FrameType.SHARE, FrameType.TAG, FrameType.SLOWED,
                    FrameType.REFUSED, FrameType.ROOMS -> true;
            default -> false;
        };
    }

    /// Ends it. A failure that was not told yet is told; after that, and after the event being
    /// dealt with, nothing more is. Called twice it does nothing more.
    @Override
    public void close() {
        closed = true;
        queue.finish(() -> end(() -> {}));
    }

    private void post(Event event) {
        queue.post(() -> run(event));
    }

    private void run(Event event) {
        if (over || closed) return;
        try {
            event.run();
        } catch (MalformedFrameException e) {
            end(() -> outcome.failed(e));
        } catch (IOException e) {
            end(() -> outcome.lost(e));
        } catch (RuntimeException | AssertionError e) {
            log(e);
            end(outcome::ourFault);
        }
    }

    /// Ends the negotiation and tells why. Nothing is told where it was closed from outside: who closed it knows.
    private void end(Runnable tell) {
        if (over) return;
        over = true;
        queue.finish(() -> {});
        try {
            negotiator.close();
        } catch (RuntimeException e) {
            log(e); // a listener's; the end is told all the same
        }
        if (!closed) tell.run();
    }

    private void log(Throwable fault) {
        LOG.log(System.Logger.Level.ERROR, "A fault of ours ended the handshake with " + peer, fault);
    }

    /// The negotiator's deadlines are of another clock than the queue's.
    private Duration tick(Duration queueTime) {
        Duration deadline = negotiator.nextDeadline();
        if (deadline != null && deadline.compareTo(context.uptime().get()) <= 0) {
            run(negotiator::timePassed);
            deadline = negotiator.nextDeadline();
        }
        if (deadline == null || over) return SerialQueue.NEVER;
        return queueTime.plus(deadline.minus(context.uptime().get()));
    }

    /// What the negotiator reaches of the world.
    private final class Surface implements ExchangeRun.Surface {
        @Override
        public void send(Frame frame) throws IOException {
            out.send(frame);
        }

        @Override
        public void waitForGrid(Duration askedAt) throws IOException {
            Duration leavesAt = AnswerTiming.next(askedAt, context.uptime().get());
            for (Duration now; (now = context.uptime().get()).compareTo(leavesAt) < 0;) {
                if (closed) throw new IOException("closed");
                LockSupport.parkNanos(leavesAt.minus(now).toNanos());
            }
        }

        @Override
        public void tellWhenDecided(Guess guess) {
            Thread.ofVirtual().name("negotiation-" + peer.brief() + "-guess").start(() -> {
                try {
                    guess.await();
                    post(() -> negotiator.decided(guess));
                } catch (InterruptedException e) {
                    guess.withdraw(); // nobody interrupts it; but then it must not stay in the queue
                }
            });
        }
    }
}
