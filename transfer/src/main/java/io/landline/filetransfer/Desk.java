package io.landline.filetransfer;

import static java.lang.System.Logger.Level.ERROR;

import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The one thread on which the state of all transfers changes: commands, frames and what workers tell come here one after the other, so
/// nothing of it needs a lock. It waits for the store and never for a peer. Whoever finds the queue full waits: the thread that reads
/// such a busy peer among them, which slows that peer down.
final class Desk implements Closeable {
    /// Frames, commands and reports that wait their turn; a frame is at most 128 KiB, and most are a hundred bytes.
    private static final int JOBS_MAX = 256;
    /// How often time is looked at while something runs; with nothing under way only when something is due.
    static final Duration TICK = Duration.ofMillis(100);
    /// With nothing under way: an offer's seven days end by the wall clock, which may be set.
    static final Duration TICK_LATEST = Duration.ofMinutes(1);
    private static final System.Logger LOG = System.getLogger(Desk.class.getName());

    /// Something to do here, with an answer; it may refuse.
    interface Command<T extends @Nullable Object> {
        T run() throws NoSuchTransferException;
    }

    private final BlockingQueue<Runnable> jobs = new ArrayBlockingQueue<>(JOBS_MAX);
    /// What the present job has to tell, told when it is done, in order.
    private final ArrayDeque<Runnable> announcements = new ArrayDeque<>();
    private final Thread thread;
    private final long origin = System.nanoTime();
    private Duration tickAt = Duration.ZERO;
    private volatile boolean closed;

    /// `tick` is called here with the uptime, and says when the next one is due; one follows each job within [#TICK] in any case.
    Desk(UnaryOperator<Duration> tick) { thread = Thread.ofVirtual().name("files-desk").unstarted(() -> run(tick)); }

    void start() {
        thread.start();
    }

    /// Hands in a job; nothing where the desk is closed.
    void post(Runnable job) {
        boolean interrupted = false;
        while (!closed) {
            try {
                if (jobs.offer(job, TICK.toMillis(), TimeUnit.MILLISECONDS)) break;
            } catch (InterruptedException e) {
                interrupted = true; // what is handed in is done: the interruption waits until then
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    /// Runs a command here and waits for its answer. From a listener's call, that is on this thread, it runs at once.
    <T extends @Nullable Object> T call(Command<T> command) throws NoSuchTransferException {
        if (Thread.currentThread() == thread) return command.run();
        var answer = new CompletableFuture<T>();
        post(() -> {
            try {
                answer.complete(command.run());
            } catch (NoSuchTransferException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        while (true) {
            try {
                return answer.get(TICK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (java.util.concurrent.TimeoutException e) {
                if (closed && !thread.isAlive() && !answer.isDone()) throw new IllegalStateException("transfers are closed");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof NoSuchTransferException refused) throw refused;
                if (e.getCause() instanceof RuntimeException ours) throw ours;
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for transfers", e);
            }
        }
    }

    /// Tells something after the present job, whose changes are committed by then. This thread only.
    void announce(Runnable announcement) {
        announcements.add(announcement);
    }

    /// Monotonic, since the desk was made.
    Duration uptime() {
        return Duration.ofNanos(System.nanoTime() - origin);
    }

    private void run(UnaryOperator<Duration> tick) {
        while (!closed || !jobs.isEmpty()) {
            try {
                Duration wait = tickAt.minus(uptime());
                Runnable job = wait.isPositive() ? jobs.poll(wait.toNanos(), TimeUnit.NANOSECONDS) : jobs.poll();
                if (job != null) {
                    guarded(job);
                    tickSoon();
                }
            } catch (InterruptedException e) {
                return; // nobody does
            }
            if (uptime().compareTo(tickAt) < 0) continue;
            tickAt = uptime().plus(TICK); // where this one fails
            guarded(() -> tickAt = tick.apply(uptime()));
        }
    }

    /// A job, or a listener that gave a command, may have left something to do.
    private void tickSoon() {
        Duration soon = uptime().plus(TICK);
        if (soon.compareTo(tickAt) < 0) tickAt = soon;
    }

    /// One job that fails, for a full disk below the store for example, takes nothing from the others.
    private void guarded(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException e) {
            LOG.log(ERROR, "something about a transfer could not be done", e);
        }
        for (Runnable next; (next = announcements.poll()) != null;) {
            try {
                next.run();
                tickSoon();
            } catch (RuntimeException e) {
                LOG.log(ERROR, "a listener failed", e);
            }
        }
    }

    /// Does what waits, then ends.
    @Override
    public void close() {
        closed = true;
        jobs.offer(() -> {}); // ends the wait; where the queue is full there is no wait
        if (Thread.currentThread() == thread) return;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
