package io.landline.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.queue.HandOvers;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The server's end of one client: a thread that reads and calls the listener, a thread that writes from the queue.
///
/// `lock` guards the queue and the two flags, and is held for a few assignments, never across I/O or a call to the
/// listener. The channel is closed outside of it; closing it is what ends both threads.
final class SocketClient implements LineSink {
    private static final System.Logger LOG = System.getLogger(SocketClient.class.getName());
    /// Two lines of the largest size, and far more events than a living reader ever leaves.
    static final int QUEUE_BYTES_MAX = 2 * ControlServer.ANSWER_BYTES_MAX;
    static final int QUEUE_LINES_MAX = 4_096;
    /// A gathering write takes sixteen buffers at least on every system (POSIX `_XOPEN_IOV_MAX`).
    private static final int LINES_A_WRITE_MAX = 16;

    private static final String WRITER = "control-write";

    private final SocketChannel channel;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<byte[]> queue = new ArrayDeque<>();
    private final CountDownLatch written = new CountDownLatch(1);
    private int queuedBytes;
    private boolean ending;
    private boolean gone;

    /// @param patience how long a command waits for room for its answer
    SocketClient(SocketChannel channel, Duration patience) {
        this.channel = channel;
        this.patience = patience;
    }

    /// The reader's thread: until the client hangs up, breaks the rules or is dropped.
    void serve(ControlServer.Handler handler, Runnable afterwards) {
        LineListener listener = null;
        try {
            Thread.ofPlatform().daemon().name(WRITER).start(this::writeAll); // as the reader: see ControlServer
            listener = handler.connected(this);
            var lines = new LineReader(channel, ControlServer.COMMAND_BYTES_MAX);
            for (String line; (line = lines.next()) != null;) {
                if (!awaitRoom()) break;
                listener.received(line);
            }
            close(); // it may have closed only its sending side: what is queued still goes out
        } catch (ClosedChannelException | EOFException e) {
            hangUp(); // gone in the middle, or dropped here
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "a client of the local socket is dropped: {0}", e.getMessage());
            hangUp();
        } catch (RuntimeException e) { // a fault of ours: its program shall not wait for ever
            LOG.log(System.Logger.Level.ERROR, "a client of the local socket is dropped", e);
            hangUp();
        } catch (Error e) { // whether it ends the process, others decide (docs/adr/0020); until then nobody waits here
            hangUp();
            throw e;
        } finally {
            if (listener == null) hangUp();
            afterwards.run();
            if (listener != null) listener.closed();
        }
    }

    @Override
    public boolean send(String line) {
        byte[] bytes = bytesOf(line);
        lock.lock();
        try {
            if (ending || gone) return false;
            if (fits(bytes)) {
                enqueue(bytes);
                return true;
            }
        } finally {
            lock.unlock();
        }
        drop();
        return false;
    }

    /// Waits until half of the queue is free, which the largest answer needs: so no answer drops a client that reads,
    /// however many commands it gave. False where it is gone, or has made no room in time and is dropped.
    private boolean awaitRoom() {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!ending && !gone && !isHalfFree() && left > 0) left = changed.awaitNanos(left);
            if (ending || gone) return false;
            if (isHalfFree()) return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
        drop();
        return false;
    }

    private boolean isHalfFree() {
        return queue.size() <= QUEUE_LINES_MAX / 2 && queuedBytes <= QUEUE_BYTES_MAX / 2;
    }

    private static byte[] bytesOf(String line) {
        if (line.indexOf('\n') >= 0) throw new IllegalArgumentException("a line ends where it ends");
        byte[] bytes = (line + "\n").getBytes(UTF_8);
        if (bytes.length > ControlServer.ANSWER_BYTES_MAX) {
            throw new IllegalArgumentException("a line of " + bytes.length + " bytes");
        }
        return bytes;
    }

    private boolean fits(byte[] bytes) {
        return queue.size() < QUEUE_LINES_MAX && queuedBytes + bytes.length <= QUEUE_BYTES_MAX;
    }

    private void enqueue(byte[] bytes) {
        HandOvers.to(WRITER);
        queue.addLast(bytes);
        queuedBytes += bytes.length;
        changed.signalAll();
    }

    private void drop() {
        LOG.log(System.Logger.Level.WARNING, "a client of the local socket is dropped: it does not read");
        hangUp();
    }

    private void writeAll() {
        try {
            for (ByteBuffer[] lines; (lines = nextQueued()) != null;) {
                ByteBuffer last = lines[lines.length - 1];
                while (last.hasRemaining()) channel.write(lines);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a client of the local socket is gone", e);
        } finally {
            hangUp();
            written.countDown();
        }
    }

    /// All that is queued, as far as one write takes; null where nothing more is to be written.
    private ByteBuffer @Nullable [] nextQueued() {
        lock.lock();
        try {
            while (queue.isEmpty() && !ending && !gone) changed.awaitUninterruptibly();
            if (gone || queue.isEmpty()) return null;
            var lines = new ByteBuffer[Math.min(queue.size(), LINES_A_WRITE_MAX)];
            for (int i = 0; i < lines.length; i++) {
                byte[] line = queue.removeFirst();
                queuedBytes -= line.length;
                lines[i] = ByteBuffer.wrap(line);
            }
            changed.signalAll();
            return lines;
        } finally {
            lock.unlock();
        }
    }

    /// No more lines either way; a client that does not take the queued ones in time is dropped.
    @Override
    public void close() {
        lock.lock();
        try {
            if (ending || gone) return;
            ending = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        Thread.ofVirtual().name("control-end").start(() -> awaitWritten(ControlServer.DRAIN_MAX));
    }

    /// Waits until all is written, and hangs up where that takes longer.
    void awaitWritten(Duration patience) {
        try {
            if (!written.await(patience.toNanos(), TimeUnit.NANOSECONDS)) hangUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            hangUp();
        }
    }

    /// At once, without sending what is queued.
    void hangUp() {
        lock.lock();
        try {
            gone = true;
            queue.clear();
            queuedBytes = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing a client of the local socket", e);
        }
    }
}
