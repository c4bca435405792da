package io.landline.session.wire;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Closes sockets when their time has run out, and wakes threads that wait for something to fall due: the one place of
/// this package that sleeps. A read timeout does not do: one byte every now and then defeats it, and none holds for
/// writing. The *raw* socket is what is closed, because closing a TLS socket waits for a thread that is blocked in its
/// write.
///
/// One platform thread; what runs on it must be quick and must not block. Any thread may call.
public final class Deadlines implements Closeable {
    private static final System.Logger LOG = System.getLogger(Deadlines.class.getName());

    private final ScheduledThreadPoolExecutor timer;

    public Deadlines() {
        timer = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("landline-deadlines").factory());
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// Closes the socket when this time has passed, unless the answer is cancelled before.
    public SocketDeadline closeAfter(Duration patience, Socket raw) {
        var isOver = new AtomicBoolean();
        return new SocketDeadline(isOver, after(patience, () -> {
            isOver.set(true);
            closeQuietly(raw);
        }));
    }

    /// The end of the time that a socket has. It is over before the socket is closed. So a thread that wakes by the
    /// closing never takes the other side for the cause. Any thread.
    public static final class SocketDeadline {
        private final AtomicBoolean isOver;
        private final Future<?> waiting;

        private SocketDeadline(AtomicBoolean isOver, Future<?> waiting) {
            this.isOver = isOver;
            this.waiting = waiting;
        }

        public boolean isOver() {
            return isOver.get();
        }

        public void cancel() {
            waiting.cancel(false);
        }
    }

    /// Runs a quick action once. After [#close] it runs at once, so that nothing stays open for want of a clock.
    public Future<?> after(Duration patience, Runnable action) {
        try {
            return timer.schedule(() -> loudly(action), patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            action.run();
            return CompletableFuture.completedFuture(null);
        }
    }

    /// An alarm that runs a quick action when it rings; never after [#close]. An action that throws is logged.
    public Alarm alarm(Supplier<Duration> uptime, Runnable action) {
        return new Alarm(uptime, action);
    }

    /// Rings once, at the earliest of the times that were asked for; for another ring, ask again. Any thread; its lock
    /// is held for a few assignments.
    public final class Alarm {
        private final Supplier<Duration> uptime;
        private final Runnable action;
        private @Nullable Duration ringsAt;
        private @Nullable Future<?> waiting;

        private Alarm(Supplier<Duration> uptime, Runnable action) {
            this.uptime = uptime;
            this.action = action;
        }

        /// Rings then at the latest.
        public synchronized void by(Duration at) {
            if (ringsAt != null && at.compareTo(ringsAt) >= 0) return;
            if (waiting != null) waiting.cancel(false);
            ringsAt = at;
            try {
                waiting = timer.schedule(() -> loudly(this::ring), Math.max(0, at.minus(uptime.get()).toNanos()),
                        TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                waiting = null; // closed: nothing is looked after any more
            }
        }

        private void ring() {
            synchronized (this) {
                ringsAt = null;
            }
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "a look at what is due failed", e);
            }
        }
    }

    /// The timer keeps an Error to itself, and nobody would hear that this thread has failed.
    private static void loudly(Runnable action) {
        try {
            action.run();
        } catch (Error e) {
            Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), e);
            throw e;
        }
    }

    @Override
    public void close() {
        timer.shutdown();
    }

    public static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "closing a socket", e);
        }
    }
}
