package io.landline.session.accept;

import io.landline.queue.CoreThread;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Takes connections off one listening socket until it is closed, no matter what fails: without a free file descriptor
/// it waits, longer each time, and goes on (H24). One thread.
public final class AcceptLoop implements Closeable {
    private static final System.Logger LOG = System.getLogger(AcceptLoop.class.getName());
    /// How long it waits without a file descriptor, at first and at most (docs/threat-model.md, "Where each hostile row
    /// is tested", H24).
    static final Duration WAIT_MIN = Duration.ofMillis(50);
    static final Duration WAIT_MAX = Duration.ofSeconds(1);
    /// Of the two seconds that closing may take.
    private static final Duration CLOSE_MAX = Duration.ofMillis(200);

    /// A listening socket, as far as it matters here.
    public interface ListeningSocket extends Closeable {
        Socket accept() throws IOException;
    }

    private final ListeningSocket listening;
    private final Consumer<Socket> taken;
    private final Consumer<IOException> trouble;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean started;

    /// @param taken gets each connection, on the accepting thread: it must hand it on at once
    /// @param trouble told once for each series of failures
    public AcceptLoop(ListeningSocket listening, Consumer<Socket> taken, Consumer<IOException> trouble) {
        this.listening = listening;
        this.taken = taken;
        this.trouble = trouble;
    }

    public void start() {
        started = true;
        Thread.ofVirtual().name("landline-accept").start(CoreThread.loop(this::run));
    }

    private void run() {
        Duration wait = Duration.ZERO;
        try {
            while (closed.getCount() > 0) {
                try {
                    taken.accept(listening.accept());
                    wait = Duration.ZERO;
                } catch (IOException e) {
                    if (closed.getCount() == 0) return;
                    if (wait.isZero()) trouble.accept(e);
                    wait = longer(wait);
                    if (closed.await(wait.toNanos(), TimeUnit.NANOSECONDS)) return;
                } catch (RuntimeException e) {
                    LOG.log(Level.ERROR, "taking a connection", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    static Duration longer(Duration wait) {
        Duration next = wait.isZero() ? WAIT_MIN : wait.multipliedBy(2);
        return next.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : next;
    }

    /// When this returns nothing is accepted any more: the system keeps the port open until the thread that accepts has
    /// let go of it.
    @Override
    public void close() {
        closed.countDown();
        try {
            listening.close();
            if (started && !ended.await(CLOSE_MAX.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.log(Level.DEBUG, "still accepting");
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "closing a listening socket", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
