package io.landline.session.wire;

import io.landline.cost.WaitingBytes;
import io.landline.frame.Frame;
import io.landline.session.Lane;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The frames that wait for a peer, in the lanes of conversations and files. They belong to the session, so a replaced
/// control connection loses none that still waits. Bounded by number and by bytes, and over all sessions by
/// [WaitingBytes]. Any thread. The lock is never held across I/O; while it is held, only the lock of [WaitingBytes] is
/// taken.
public final class Lanes {
    /// Frames in one lane: a burst of small ones.
    public static final int FRAMES_MAX = 512;
    /// Bytes in one lane: what thirty-two of the largest control frames take, and a second of a slow Wi-Fi link.
    public static final int BYTES_MAX = 32 * Frame.CONTROL_BODY_BYTES_MAX;

    private static final class Queue {
        final ArrayDeque<Frame> frames = new ArrayDeque<>();
        int bytes;

        boolean fits(Frame frame) {
            return frames.size() < FRAMES_MAX && bytes + frame.body().length <= BYTES_MAX;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition space = lock.newCondition();
    private final Queue chat = new Queue();
    private final Queue files = new Queue();
    private final WaitingBytes.Holder waiting;
    private final Runnable wake;
    private boolean closed;

    /// @param waiting where the frames of all sessions count: if there is no room in it, a lane takes as little as when
    ///        it is full
    /// @param wake called after a frame was put in, outside of the lock
    public Lanes(WaitingBytes.Holder waiting, Runnable wake) {
        this.waiting = waiting;
        this.wake = wake;
    }

    public boolean offer(Lane lane, Frame frame) {
        lock.lock();
        try {
            Queue queue = queue(lane);
            if (closed || !tryReserve(queue, frame)) return false;
            add(queue, frame);
        } finally {
            lock.unlock();
        }
        wake.run();
        return true;
    }

    public void put(Lane lane, Frame frame) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            Queue queue = queue(lane);
            // what waits here leaves in the end, and the last frame always fits
            while (!closed && !tryReserve(queue, frame)) space.await();
            if (closed) throw new IOException("the session has ended");
            add(queue, frame);
        } finally {
            lock.unlock();
        }
        wake.run();
    }

    /// The next frame to write, those of conversations first; null where none waits.
    @Nullable
    public Frame poll() {
        lock.lock();
        try {
            Queue queue = chat.frames.isEmpty() ? files : chat;
            Frame frame = queue.frames.poll();
            if (frame == null) return null;
            queue.bytes -= frame.body().length;
            waiting.give(frame.body().length);
            space.signalAll();
            return frame;
        } finally {
            lock.unlock();
        }
    }

    /// Drops what still waits, and tells the threads that wait for space.
    public void close() {
        lock.lock();
        try {
            closed = true;
            waiting.close();
            drop(chat);
            drop(files);
            space.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Takes space for a frame, here and among all sessions; false, and takes nothing, where one of them has none.
    private boolean tryReserve(Queue queue, Frame frame) {
        return queue.fits(frame) && waiting.tryTake(frame.body().length);
    }

    private static void add(Queue queue, Frame frame) {
        queue.frames.add(frame);
        queue.bytes += frame.body().length;
    }

    private void drop(Queue queue) {
        for (Frame frame; (frame = queue.frames.poll()) != null;) waiting.give(frame.body().length);
        queue.bytes = 0;
    }

    private Queue queue(Lane lane) {
        return switch (lane) {
            case CHAT -> chat;
            case FILES -> files;
            case SESSION -> throw new IllegalArgumentException("frames of the session itself belong to its connection");
        };
    }
}
