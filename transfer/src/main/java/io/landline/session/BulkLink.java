package io.landline.session;

import io.landline.frame.Frame;
import io.landline.frame.FrameReader;
import io.landline.frame.FrameType;
import io.landline.frame.FrameWriter;
import io.landline.frame.MalformedFrameException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One bulk connection. `wire` is held while one frame is written, so frames go out whole and in turn; closing does not take it, because
/// it would wait as long as the slowest socket. One thread reads, into one buffer that is used for every frame.
final class BulkLink implements BulkConnection {
    private static final System.Logger LOG = System.getLogger(BulkLink.class.getName());

    private final Ours ours;
    private final PeerSession session;
    private final Link link;
    private final FrameWriter writer;
    private final ReentrantLock wire = new ReentrantLock();
    private final WriteDeadline writing;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final CountDownLatch ended = new CountDownLatch(1);

    BulkLink(Ours ours, PeerSession session, Link link) throws IOException {
        this.ours = ours;
        this.session = session;
        this.link = link;
        writer = new FrameWriter(link.output());
        writing = new WriteDeadline(ours.timing.write());
        link.limit(Frame.DATA_BODY_BYTES_MAX);
        link.onHeard(session::heard);
        link.records().gather();
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public void send(int type, byte[] header, ByteBuffer payload) throws IOException {
        if (type < FrameType.BULK_MIN) throw new IllegalArgumentException("frame type " + type + " on a bulk connection");
        wire.lock();
        try {
            if (!open.get()) throw new IOException("the bulk connection is closed");
            writing.begin(ours.uptime());
            writer.write(type, header, payload);
            writer.flush();
            link.records().push();
        } catch (IOException e) {
            close();
            throw e;
        } finally {
            writing.end();
            wire.unlock();
        }
    }

    /// Reads until the connection ends. The calling thread becomes the reading one; it tells the listener of the end.
    void read() {
        SessionListener files = ours.listeners.files();
        ByteBuffer buffer = ByteBuffer.allocate(Frame.DATA_BODY_BYTES_MAX);
        try {
            for (int type = link.frames().nextInto(buffer); type != FrameReader.HUNG_UP; type = link.frames().nextInto(buffer)) {
                FrameCourse course = FrameCourse.of(FrameCourse.State.BULK, type);
                if (course == FrameCourse.SKIP) continue;
                if (course != FrameCourse.BULK) throw new MalformedFrameException("a frame of type " + type + " on a bulk connection");
                files.received(this, type, buffer);
            }
        } catch (MalformedFrameException e) {
            LOG.log(Level.INFO, () -> "closing a bulk connection to " + session.peer() + ": " + e.getMessage());
        } catch (IOException e) {
            if (open.get()) LOG.log(Level.DEBUG, () -> "bulk connection to " + session.peer() + ": " + e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a listener failed on a bulk connection", e);
        } finally {
            close();
            session.bulk().ended(this);
            try {
                files.bulkClosed(this);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "a listener failed on the end of a bulk connection", e);
            }
            ended.countDown();
        }
    }

    /// When a [#look] has something to do next; null where nothing is being written.
    @Nullable
    Duration dueAt() {
        return open.get() ? writing.overAt() : null;
    }

    /// A look at what is due, on the deadlines' thread.
    void look(Duration uptime) {
        if (writing.isOver(uptime)) close();
    }

    boolean awaitEnd(Duration patience) throws InterruptedException {
        return ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public boolean isOpen() {
        return open.get();
    }

    @Override
    public void close() {
        if (open.getAndSet(false)) link.close();
    }
}
