package io.landline.chat;

import io.landline.cost.FairQueue;
import io.landline.cost.Standings;
import io.landline.frame.MalformedFrameException;
import io.landline.queue.SerialQueue;
import io.landline.session.ReceivedFrame;
import io.landline.session.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What sessions bring to the conversations, and which session is next. A turn is a step of the conversations' queue
/// that works for [#TURN_MAX] at most, in the middle of a frame too; at most one is on its way at a time, so what a
/// person writes waits for one turn and no more. What one session brought keeps its order. Confined to that queue.
final class SessionTurns {
    /// How long a turn goes on with the pieces of a frame.
    static final Duration TURN_MAX = Duration.ofMillis(5);
    private static final Logger LOG = System.getLogger(SessionTurns.class.getName());

    private interface Start {
        FrameWork begin() throws MalformedFrameException;
    }

    /// Something that a session brought. The frame is null for other events. The work is null until its first turn.
    private static final class Brought {
        private final Start start;
        private final @Nullable ReceivedFrame frame;
        private @Nullable FrameWork work;

        Brought(Start start, @Nullable ReceivedFrame frame) {
            this.start = start;
            this.frame = frame;
        }

        /// Works for a turn. False: nothing is left to do.
        boolean work() throws MalformedFrameException {
            long until = System.nanoTime() + TURN_MAX.toNanos();
            FrameWork begun = work;
            if (begun == null) work = begun = start.begin();
            boolean more;
            do {
                more = begun.next();
            } while (more && System.nanoTime() - until < 0);
            return more;
        }

        void done() {
            if (frame != null) frame.done();
        }
    }

    private final SerialQueue queue;
    private final Chat chat;
    private final Standings standings;
    private final BooleanSupplier hasRoom;
    private final Consumer<EntryStoreException> storeFailed;
    private final FairQueue<Session, Brought> waiting = new FairQueue<>();
    /// Sessions that wait for their turn to be asked something.
    private final Set<Session> asking = new HashSet<>();
    private boolean posted;

    /// @param hasRoom whether the listener takes what turns bring
    SessionTurns(SerialQueue queue, Chat chat, Standings standings, BooleanSupplier hasRoom,
            Consumer<EntryStoreException> storeFailed) {
        this.queue = queue;
        this.chat = chat;
        this.standings = standings;
        this.hasRoom = hasRoom;
        this.storeFailed = storeFailed;
    }

    /// A frame came.
    void add(ReceivedFrame frame) {
        Session session = frame.session();
        add(session, new Brought(() -> chat.received(session, frame.frame(), queue.uptime()), frame));
    }

    /// Something happened to the session.
    void add(Session session, Runnable step) {
        add(session, new Brought(() -> whole(step), null));
    }

    /// Its peer may have something that we lack. Nothing where this waits already.
    void ask(Session session) {
        if (!asking.add(session)) return;
        add(session, () -> {
            asking.remove(session);
            chat.ask(session, queue.uptime());
        });
    }

    private static FrameWork whole(Runnable step) {
        step.run();
        return FrameWork.DONE;
    }

    private void add(Session session, Brought brought) {
        waiting.add(session, standings.of(session.peer()), session.endpoint().address(), brought);
        post();
    }

    /// The session has ended, and this was the last that it brought.
    void forget(Session session) {
        waiting.forget(session);
        asking.remove(session);
    }

    /// Starts the next turn, unless one is on its way, nothing waits, or the listener has no room.
    void post() {
        if (posted || waiting.isEmpty() || !hasRoom.getAsBoolean()) return;
        posted = queue.post(this::turn);
    }

    /// Whether turns wait until the listener has room.
    boolean waitForRoom() {
        return !posted && !waiting.isEmpty();
    }

    private void turn() {
        posted = false;
        FairQueue.Turn<Session, Brought> next = waiting.next();
        if (next != null) run(next);
        post();
    }

    private void run(FairQueue.Turn<Session, Brought> turn) {
        long began = System.nanoTime();
        Brought brought = turn.item();
        boolean more = false;
        try {
            more = brought.work();
        } catch (EntryStoreException e) {
            storeFailed.accept(e); // what came is still with the peer, and is asked for again
        } catch (MalformedFrameException e) {
            if (brought.frame != null) brought.frame.broken(e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "what " + turn.flow() + " brought could not be worked off", e);
        } finally {
            if (more) {
                waiting.resume(turn.flow(), brought);
            } else {
                brought.done();
            }
            waiting.charge(turn.flow(), System.nanoTime() - began);
        }
    }

    /// Works off what waits, for this long at most, and drops the rest.
    void workOff(Duration longest) {
        Duration until = queue.uptime().plus(longest);
        for (FairQueue.Turn<Session, Brought> turn; (turn = waiting.next()) != null;) {
            if (queue.uptime().compareTo(until) < 0) {
                run(turn);
            } else {
                turn.item().done();
            }
        }
    }
}
