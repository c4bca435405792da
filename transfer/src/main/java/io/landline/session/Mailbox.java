package io.landline.session;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What happens to one session, in order, on its way to the listeners: frames from reading threads, joined rooms from the negotiation's
/// thread, the end from anywhere. One thread takes and runs, so a listener is never called twice at once for a session. Bounded: a
/// reading thread waits while it is full, so TCP makes that peer wait, and no other. Any thread; no lock is held while a step runs.
final class Mailbox {
    /// Steps that wait: with the largest frames 8 MiB.
    static final int STEPS_MAX = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Runnable> steps = new ArrayDeque<>();
    private @Nullable Runnable last;

    /// Puts a step in, waiting while the box is full. False: the last step is in already, and this one will never run.
    boolean put(Runnable step) {
        lock.lock();
        try {
            while (last == null && steps.size() >= STEPS_MAX) changed.awaitUninterruptibly();
            if (last != null) return false;
            steps.add(step);
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Puts the last step in, without waiting. Steps that wait run before it. True for the first caller.
    boolean finish(Runnable step) {
        lock.lock();
        try {
            if (last != null) return false;
            last = step;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Runs steps until the last one has run.
    void run() {
        for (;;) {
            Runnable step;
            boolean end = false;
            lock.lock();
            try {
                while (steps.isEmpty() && last == null) changed.awaitUninterruptibly();
                step = steps.poll();
                if (step == null) {
                    step = last;
                    end = true;
                }
                changed.signalAll();
            } finally {
                lock.unlock();
            }
            if (step != null) step.run();
            if (end) return;
        }
    }
}
