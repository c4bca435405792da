package io.landline.session.wire;

import io.landline.frame.Frame;
import io.landline.queue.Errand;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// What one control connection has to write. The session's own frames come first, then those of its [Lanes] while this
/// connection carries them, and in the end a farewell. An [Errand] takes, on a thread that is there only while
/// something waits; any thread may put. The lock is never held across I/O.
public final class Outbox {
    /// The session's own frames that wait: pings, tokens, and the negotiation of sixty-four rooms.
    public static final int FRAMES_MAX = 512;

    private final ArrayDeque<Frame> own = new ArrayDeque<>();
    private volatile @Nullable Errand taker;
    private volatile @Nullable Lanes lanes;
    private @Nullable Frame farewell;
    private boolean finishing;
    private boolean finished;

    /// False: the farewell was said, the connection has ended, or too many frames wait.
    public boolean offer(Frame frame) {
        synchronized (this) {
            if (finishing || own.size() >= FRAMES_MAX) return false;
            own.add(frame);
        }
        wake();
        return true;
    }

    /// From now on the frames of these lanes leave by this connection.
    public void attach(Lanes lanes) {
        this.lanes = lanes;
        wake();
    }

    /// From the next frame on the lanes are left to another connection.
    public void detach() {
        lanes = null;
    }

    /// The session's own frames that wait are written, then this one, then nothing more. Only the first call counts.
    public void finish(Frame farewell) {
        lanes = null;
        synchronized (this) {
            if (finishing) return;
            finishing = true;
            this.farewell = farewell;
        }
        wake();
    }

    /// The connection has ended: nothing is written any more.
    public void end() {
        lanes = null;
        synchronized (this) {
            finishing = true;
            finished = true;
            own.clear();
        }
        wake();
    }

    public void wake() {
        Errand asked = taker;
        if (asked != null) asked.ask();
    }

    /// From now on this takes what waits, whenever something may, on threads of that name. Once.
    public void takenBy(String thread, Runnable taking) {
        var errand = new Errand(Thread.ofVirtual().name(thread), taking);
        taker = errand;
        errand.start();
    }

    /// The next frame; null where none waits.
    @Nullable
    public Frame poll() {
        synchronized (this) {
            Frame next = own.poll();
            if (next != null) return next;
            if (finishing) {
                Frame last = farewell;
                farewell = null;
                finished = true;
                return last;
            }
        }
        Lanes carried = lanes;
        return carried == null ? null : carried.poll();
    }

    /// Whether the farewell was taken, or the connection has ended.
    public synchronized boolean isFinished() {
        return finished;
    }
}
