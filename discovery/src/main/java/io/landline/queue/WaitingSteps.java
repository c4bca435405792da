package io.landline.queue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The steps of one [SerialQueue] that wait, bounded in steps and in bytes, and the last one of all: after that no more
/// is taken. Any thread puts steps in, the queue's own takes them out. Another may run one in its place ([#lend]). The
/// lock is never held while a step runs.
final class WaitingSteps {
    private static final Logger LOG = System.getLogger(WaitingSteps.class.getName());

    /// What [#next] gives where the thread is to end until there is a step again.
    static final Runnable REST = () -> {};

    /// @param bytes that it holds until it has run
    /// @param dropped called where the step will never run, because the thread died
    record Step(Runnable what, long bytes, Runnable dropped) {}

    private final SerialQueue.Settings settings;
    private final Runnable wake;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition space = lock.newCondition();
    private final ArrayDeque<Step> steps = new ArrayDeque<>();
    private long bytes;
    private @Nullable Runnable last;
    private boolean closing;
    /// The queue's thread runs what it took out last.
    private boolean runs;
    /// Another thread runs a step in place of the queue's, which waits meanwhile.
    private boolean isLent;

    /// @param wake sees to it that there is a thread, and never waits: the lock is held
    WaitingSteps(SerialQueue.Settings settings, Runnable wake) {
        this.settings = settings;
        this.wake = wake;
    }

    /// Takes a step in. False: the queue is closing.
    ///
    /// @param waits whether the calling thread waits while the queue is full; else the bound may be exceeded
    boolean put(Step step, boolean waits) {
        lock.lock();
        try {
            while (waits && !closing && !fits()) space.awaitUninterruptibly();
            if (closing) return false;
            steps.add(step);
            bytes += step.bytes();
            wake();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Lets the calling thread run one step in place of the queue's own, until [#takeBack]. False: something waits or
    /// runs, or the queue is closing.
    boolean lend() {
        lock.lock();
        try {
            if (runs || isLent || closing || !steps.isEmpty()) return false;
            isLent = true;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// The step has run. The queue's thread is woken only where there is something for it.
    ///
    /// @param first what it is to run before all that waits; null for nothing
    void takeBack(@Nullable Runnable first) {
        lock.lock();
        try {
            isLent = false;
            if (first != null) steps.addFirst(new Step(first, 0, () -> {}));
            if (!steps.isEmpty() || closing) wake();
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        work.signal();
        wake.run();
    }

    /// Whether a step would be taken without going over the bound.
    boolean hasSpace() {
        lock.lock();
        try {
            return fits();
        } finally {
            lock.unlock();
        }
    }

    int count() {
        lock.lock();
        try {
            return steps.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean fits() {
        return steps.size() < settings.stepsMax() && bytes < settings.bytesMax();
    }

    /// Takes the last step, which runs after those that wait. False: there is one already.
    boolean finish(Runnable lastStep) {
        lock.lock();
        try {
            if (closing) return false;
            closing = true;
            last = lastStep;
            wake();
            space.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Whether the last step was taken out too.
    boolean isOver() {
        lock.lock();
        try {
            return closing && steps.isEmpty() && last == null;
        } finally {
            lock.unlock();
        }
    }

    /// The next step, waited for; null where a tick is due first, or all is over; or [#REST]. The queue's thread only.
    ///
    /// @param nanosToTick until a tick is due, asked before each wait; [Long#MAX_VALUE] where none is
    @Nullable
    Runnable next(LongSupplier nanosToTick) {
        lock.lock();
        try {
            runs = false;
            while (isLent || steps.isEmpty() && !closing) {
                long wait = isLent ? Long.MAX_VALUE : nanosToTick.getAsLong();
                if (wait <= 0) return null;
                if (!isLent && wait == Long.MAX_VALUE && settings.rank() == SerialQueue.Rank.RESTING) return REST;
                awaitWork(wait);
            }
            runs = true;
            Step step = steps.poll();
            if (step == null) {
                Runnable end = last;
                last = null;
                return end;
            }
            bytes -= step.bytes();
            if (fits()) space.signalAll();
            return step.what();
        } finally {
            lock.unlock();
        }
    }

    private void awaitWork(long nanos) {
        try {
            if (nanos == Long.MAX_VALUE) {
                work.awaitUninterruptibly();
            } else {
                work.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.WARNING, "{0} was interrupted, and goes on: it ends by close()", settings.name());
        }
    }

    /// The thread has ended and takes nothing out any more. After an Error steps may still wait; their callers are
    /// told.
    void drop() {
        lock.lock();
        try {
            closing = true;
            steps.forEach(step -> step.dropped().run());
            steps.clear();
            space.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
