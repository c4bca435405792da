package io.landline.filetransfer.core;

import io.landline.cost.FairQueue;
import io.landline.cost.Standings;
import io.landline.peer.Fingerprint;
import io.landline.queue.SerialQueue;
import io.landline.session.Session;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What sessions bring to the files' queue, and which peer is next. However much peers send, one step of the queue is
/// theirs, so the files' queue always has room for the conversations, which wait for that. What one peer brought keeps
/// its order, also over the end of a session and the beginning of the next. Any thread may add; the lock is held for a
/// few assignments.
final class FrameTurns {
    /// How long a turn goes on. Longer, and what others say about files waits for longer behind one peer.
    static final Duration TURN_MAX = Duration.ofMillis(5);
    private static final System.Logger LOG = System.getLogger(FrameTurns.class.getName());

    private final SerialQueue queue;
    private final Standings standings;
    /// Guarded by this object's lock, as what follows. What waits is bounded by [io.landline.cost.WaitingBytes].
    private final FairQueue<Fingerprint, Runnable> waiting = new FairQueue<>();
    private boolean posted;

    FrameTurns(SerialQueue queue, Standings standings) {
        this.queue = queue;
        this.standings = standings;
    }

    /// Something that a session brought waits for its turn.
    void add(Session session, Runnable step) {
        synchronized (this) {
            waiting.add(session.peer(), standings.of(session.peer()), session.endpoint().address(), step);
            if (posted) return;
            posted = true;
        }
        if (!queue.post(this::turn)) stop();
    }

    /// The last that a session brings: it has ended.
    void addLast(Session session, Runnable step) {
        add(session, () -> {
            try {
                step.run();
            } finally {
                forget(session.peer());
            }
        });
    }

    /// Unless its next session has brought something already.
    private synchronized void forget(Fingerprint peer) {
        waiting.forgetIfIdle(peer);
    }

    /// The files' queue is closed: nothing waits for a turn that never comes.
    private synchronized void stop() {
        posted = false;
    }

    private void turn() {
        long until = System.nanoTime() + TURN_MAX.toNanos();
        for (FairQueue.Turn<Fingerprint, Runnable> next; (next = next()) != null;) {
            long began = System.nanoTime();
            try {
                next.item().run();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "what " + next.flow() + " brought about files could not be done", e);
            } finally {
                charge(next.flow(), System.nanoTime() - began);
            }
            // a queue that closes takes no step any more: then all is done now
            if (System.nanoTime() - until >= 0 && queue.post(this::turn)) return;
        }
    }

    private synchronized FairQueue.@Nullable Turn<Fingerprint, Runnable> next() {
        FairQueue.Turn<Fingerprint, Runnable> next = waiting.next();
        if (next == null) posted = false;
        return next;
    }

    private synchronized void charge(Fingerprint peer, long nanos) {
        waiting.charge(peer, nanos);
    }
}
