package io.landline.chat.sync;

import io.landline.chat.EntryStoreException;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.pace.ThrottledFrames;
import io.landline.cost.FairQueue;
import io.landline.cost.Standings;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.queue.SerialQueue;
import io.landline.session.ReceivedFrame;
import io.landline.session.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What sessions bring to the conversations, and which peer is next. A turn is a step of the conversations' queue. It
/// works for [#TURN_MAX] at most, and may end in the middle of a frame. At most one is on its way at a time, so what a
/// person writes waits for one turn and no more. What one peer brought keeps its order, also over the end of a session
/// and the beginning of the next. Confined to that queue.
///
/// To begin with somebody costs several looks at the disk. So all sessions of one standing that begin share the time of
/// one address, until what they brought first is done: who comes again and again, at many addresses and under ever new
/// names, takes no turns of people who are here.
final class SessionTurns {
    /// How long a turn goes on with the pieces of a frame. Longer, and a friend's message waits for longer behind a
    /// flood.
    static final Duration TURN_MAX = Duration.ofMillis(5);
    /// Frames of just written entries that are worked off at once where they wait: one signature and one transaction
    /// for all.
    static final int FRAMES_TOGETHER_MAX = 32;
    /// Bytes of such frames: what is read of them lives until all of them are stored.
    static final int BYTES_TOGETHER_MAX = 256 * 1024;
    /// In place of the address of a session that begins.
    private static final Object BEGINNING = new Object();
    private static final Logger LOG = System.getLogger(SessionTurns.class.getName());

    private interface Start {
        FrameWork begin() throws MalformedFrameException;
    }

    /// Something that a session brought: frames that are worked off together, or none for other events. The work is
    /// null until its first turn.
    private static final class Brought {
        private final Session session;
        private final Start start;
        private final List<ReceivedFrame> frames;
        private @Nullable FrameWork work;
        private int bytes;

        Brought(Session session, Start start, List<ReceivedFrame> frames) {
            this.session = session;
            this.start = start;
            this.frames = frames;
            bytes = frames.stream().mapToInt(Brought::bytes).sum();
        }

        private static int bytes(ReceivedFrame frame) {
            return frame.frame().body().length;
        }

        /// Takes one more frame. False: it must be worked off by itself.
        boolean takes(ReceivedFrame frame) {
            boolean together = work == null && frames.size() < FRAMES_TOGETHER_MAX
                    && bytes(frame) <= BYTES_TOGETHER_MAX - bytes
                    && EntriesFrame.areOneStream(frames.getLast().frame(), frame.frame());
            if (!together) return false;
            bytes += bytes(frame);
            return frames.add(frame);
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
            frames.forEach(ReceivedFrame::done);
        }

        void broken(MalformedFrameException why) {
            if (!frames.isEmpty()) frames.getLast().broken(why);
        }
    }

    private final SerialQueue queue;
    private final ConversationsCore core;
    private final Standings standings;
    private final BooleanSupplier hasSpace;
    private final Consumer<EntryStoreException> storeFailed;
    private final FairQueue<Fingerprint, Brought> waiting = new FairQueue<>();
    /// The last that waits of each session, as long as more frames may be worked off with it.
    private final Map<Session, Brought> open = new HashMap<>();
    /// Sessions that brought something before, which is done.
    private final Set<Session> begun = new HashSet<>();
    /// Sessions that wait for their turn to be asked or answered something.
    private final Set<Session> asking = new HashSet<>();
    private final ThrottledFrames held = new ThrottledFrames();
    private boolean posted;

    /// @param hasSpace whether the listener takes what turns bring
    SessionTurns(SerialQueue queue, ConversationsCore core, Standings standings, BooleanSupplier hasSpace,
            Consumer<EntryStoreException> storeFailed) {
        this.queue = queue;
        this.core = core;
        this.standings = standings;
        this.hasSpace = hasSpace;
        this.storeFailed = storeFailed;
    }

    /// A frame came.
    void add(ReceivedFrame frame) {
        Session session = frame.session();
        Brought last = open.get(session);
        if (last != null && last.takes(frame)) return;
        var frames = new ArrayList<>(List.of(frame));
        var brought = new Brought(session, () -> core.received(session,
                frames.stream().map(ReceivedFrame::frame).toList(), queue.uptime()), frames);
        add(brought);
        open.put(session, brought);
    }

    /// Something happened to the session.
    void add(Session session, Runnable step) {
        add(new Brought(session, () -> whole(step), List.of()));
    }

    /// The last that a session brings: it has ended.
    void addLast(Session session, Runnable step) {
        add(session, () -> {
            try {
                step.run();
            } finally {
                forget(session);
            }
        });
    }

    /// Its peer may have something that we lack, or waits for an answer. Nothing where this waits already.
    void ask(Session session) {
        if (!asking.add(session)) return;
        add(new Brought(session, () -> {
            asking.remove(session);
            return core.ask(session, queue.uptime());
        }, List.of()));
    }

    private static FrameWork whole(Runnable step) {
        step.run();
        return FrameWork.DONE;
    }

    private void add(Brought brought) {
        Session session = brought.session;
        open.remove(session);
        Object place = begun.contains(session) ? session.endpoint().address() : BEGINNING;
        waiting.add(session.peer(), standings.of(session.peer()), place, brought);
        post();
    }

    /// The place of its peer stays where the next session has brought something already.
    private void forget(Session session) {
        waiting.forgetIfIdle(session.peer());
        held.forget(session);
        open.remove(session);
        asking.remove(session);
        begun.remove(session);
    }

    /// Starts the next turn, unless one is on its way, nothing waits, or the listener has no room.
    void post() {
        if (posted || waiting.isEmpty() || !hasSpace.getAsBoolean()) return;
        posted = queue.post(this::turn);
    }

    /// Whether turns wait until the listener has room.
    boolean waitForRoom() {
        return !posted && !waiting.isEmpty();
    }

    private void turn() {
        posted = false;
        FairQueue.Turn<Fingerprint, Brought> next = waiting.next();
        if (next != null) run(next);
        post();
    }

    private void run(FairQueue.Turn<Fingerprint, Brought> turn) {
        long began = System.nanoTime();
        Brought brought = turn.item();
        open.remove(brought.session, brought);
        boolean more = false;
        try {
            more = brought.work();
        } catch (EntryStoreException e) {
            storeFailed.accept(e); // what came is still with the peer, and is asked for again
        } catch (MalformedFrameException e) {
            brought.broken(e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "what " + brought.session + " brought could not be worked off", e);
        } finally {
            if (more) {
                waiting.resume(turn.flow(), brought);
            } else {
                done(brought);
            }
            waiting.charge(turn.flow(), System.nanoTime() - began);
            moveToItsAddress(brought.session);
        }
    }

    /// From now on the session shares the turns of its address.
    private void moveToItsAddress(Session session) {
        if (!begun.contains(session) && waiting.forgetIfIdle(session.peer())) begun.add(session);
    }

    private void done(Brought brought) {
        Duration readAgainAt = core.readAgainAt(brought.session);
        if (brought.frames.isEmpty() || readAgainAt.compareTo(queue.uptime()) <= 0) {
            brought.done();
        } else {
            held.hold(brought.session, brought.frames, readAgainAt);
        }
    }

    /// Has more read of peers with a pause that is over. Returns when the next is; never later than this.
    Duration tick(Duration uptime, Duration latest) {
        return held.release(uptime, latest);
    }

    /// Works off what waits, for this long at most, and drops the rest.
    void workOff(Duration longest) {
        Duration until = queue.uptime().plus(longest);
        for (FairQueue.Turn<Fingerprint, Brought> turn; (turn = waiting.next()) != null;) {
            if (queue.uptime().compareTo(until) < 0) {
                run(turn);
            } else {
                turn.item().done();
            }
        }
        held.releaseAll();
    }
}
