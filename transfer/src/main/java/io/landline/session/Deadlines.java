package io.landline.session;

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

/// Closes sockets whose time has run out, and looks regularly after whatever else waits: the one place of this package that sleeps.
/// A read timeout does not do: one byte every now and then defeats it, and none holds for writing. The *raw* socket is what is closed,
/// because closing a TLS socket waits for whoever is blocked in its write.
///
/// One platform thread; what runs on it must be quick and must not block. Any thread may call.
final class Deadlines implements Closeable {
    private static final System.Logger LOG = System.getLogger(Deadlines.class.getName());

    private final ScheduledThreadPoolExecutor timer;

    Deadlines() {
        timer = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("landline-deadlines").factory());
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// Closes the socket when this time has passed, unless the answer is cancelled before.
    Future<?> closeAfter(Duration patience, Socket raw) {
        return after(patience, () -> closeQuietly(raw));
    }

    /// Runs a quick action once. After [#close] it runs at once, so that nothing stays open for want of a clock.
    Future<?> after(Duration patience, Runnable action) {
        try {
            return timer.schedule(action, patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            action.run();
            return CompletableFuture.completedFuture(null);
        }
    }

    /// Runs a quick action again and again until the deadlines are closed. One that throws is logged and goes on the next time.
    void every(Duration interval, Runnable action) {
        timer.scheduleWithFixedDelay(() -> {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "a regular look failed", e);
            }
        }, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        timer.shutdown();
    }

    static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "closing a socket", e);
        }
    }
}
