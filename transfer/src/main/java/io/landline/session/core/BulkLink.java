package io.landline.session.core;

import io.landline.cost.Standing;
import io.landline.frame.Frame;
import io.landline.frame.FrameReader;
import io.landline.frame.FrameType;
import io.landline.frame.FrameWriter;
import io.landline.frame.MalformedFrameException;
import io.landline.session.BulkConnection;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import io.landline.session.wire.TlsConnection;
import io.landline.session.wire.WriteDeadline;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One bulk connection. `wire` is held while one frame is written, so frames go out whole and in turn; closing does not
/// take it, because it would wait as long as the slowest socket. One thread reads, into one buffer that is used for
/// every frame and grows with them: its memory counts in [BulkBuffers].
final class BulkLink implements BulkConnection, BulkBuffers.Taker {
    private static final System.Logger LOG = System.getLogger(BulkLink.class.getName());

    /// Requests for ranges fit; a chunk makes the buffer grow.
    private static final int BODY_BYTES_FIRST = 4 * 1024;
    /// Small frames are put together up to a record of TLS (RFC 8446 §5.1).
    private static final int RECORD_BYTES = 16 * 1024;

    private final NodeContext context;
    private final PeerSession session;
    private final TlsConnection link;
    private final FrameWriter writer;
    private final ReentrantLock wire = new ReentrantLock();
    private final WriteDeadline writing;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final CountDownLatch ended = new CountDownLatch(1);

    private ByteBuffer body = ByteBuffer.allocate(BODY_BYTES_FIRST);
    private volatile Duration usedAt;

    private BulkLink(NodeContext context, PeerSession session, TlsConnection link) throws IOException {
        this.context = context;
        this.session = session;
        this.link = link;
        writer = new FrameWriter(new BufferedOutputStream(link.output(), RECORD_BYTES));
        writing = new WriteDeadline(context.timing.write());
        link.limit(Frame.DATA_BODY_BYTES_MAX);
        usedAt = context.uptime();
        link.onHeard(this::heard);
        link.records().gather(this::spare);
    }

    /// A bulk connection over a link to the session's peer. Closes the link and throws if there is no room for another
    /// one.
    static BulkLink over(TlsConnection link, NodeContext context, PeerSession session) throws IOException {
        var bulk = new BulkLink(context, session, link);
        if (bulk.closeOthers(context.bulkBuffers.open(bulk, context.uptime()))) return bulk;
        bulk.close();
        throw new IOException("too many bulk connections are open");
    }

    /// Closes those that had to give way; true if they did so for us.
    private boolean closeOthers(BulkBuffers.Decision<BulkLink> decision) {
        for (BulkLink other : decision.givingWay()) {
            context.closings.note("closing a bulk connection to " + other.session.peer()
                    + ", idle longest: its room is needed for " + session.peer());
            other.close();
        }
        return decision.taken();
    }

    @Override
    public boolean more(int bytes) {
        return closeOthers(context.bulkBuffers.more(this, bytes, context.uptime()));
    }

    @Override
    public boolean spare(int bytes) {
        return context.bulkBuffers.spare(this, bytes);
    }

    @Override
    public void giveBack(int bytes) {
        context.bulkBuffers.giveBack(this, bytes);
    }

    private void heard() {
        usedAt = context.uptime();
        session.heard();
    }

    @Override
    public Standing standing() {
        return session.standing();
    }

    @Override
    public Duration usedAt() {
        return usedAt;
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public void send(int type, byte[] header, ByteBuffer payload) throws IOException {
        write(() -> {
            write(type, header, payload);
            flush();
        });
    }

    @Override
    public void gather(int type, byte[] header, ByteBuffer payload) throws IOException {
        write(() -> write(type, header, payload));
    }

    @Override
    public void push() throws IOException {
        write(this::flush);
    }

    private void write(int type, byte[] header, ByteBuffer payload) throws IOException {
        if (type < FrameType.BULK_MIN) {
            throw new IllegalArgumentException("frame type " + FrameType.written(type) + " on a bulk connection");
        }
        writer.write(type, header, payload);
    }

    private void flush() throws IOException {
        writer.flush();
        link.records().push();
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void write(Writing what) throws IOException {
        wire.lock();
        try {
            if (!open.get()) throw new IOException("the bulk connection is closed");
            writing.begin(context.uptime());
            what.run();
            usedAt = context.uptime();
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
        SessionListener files = context.listeners.files();
        try {
            for (int type = next(); type != FrameReader.HUNG_UP; type = next()) {
                FrameRouting routing = FrameRouting.of(FrameRouting.State.BULK, type);
                if (routing == FrameRouting.SKIP) continue;
                if (routing != FrameRouting.BULK) {
                    throw new MalformedFrameException(
                            "a frame of type " + FrameType.written(type) + " on a bulk connection");
                }
                files.received(this, type, body);
            }
        } catch (MalformedFrameException e) {
            context.closings.note("closing a bulk connection to " + session.peer() + ": " + e.getMessage());
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
            session.bulk().told(this);
            ended.countDown();
        }
    }

    private int next() throws IOException, MalformedFrameException {
        return link.frames().nextInto(this::room);
    }

    /// The largest chunk that came decides: the next one is as large.
    private ByteBuffer room(int length) throws IOException {
        if (length <= body.capacity()) return body;
        int size = Math.min(Integer.highestOneBit(length - 1) << 1, Frame.DATA_BODY_BYTES_MAX);
        if (!more(size - body.capacity())) {
            context.closings.note("closing a bulk connection to " + session.peer()
                    + ": others hold all the memory that it could have");
            throw new IOException("no room for a frame of " + length + " bytes");
        }
        body = ByteBuffer.allocate(size);
        return body;
    }

    /// When a [#runDue] has something to do next; null where nothing is being written.
    @Nullable
    Duration dueAt() {
        return open.get() ? writing.overAt() : null;
    }

    /// A look at what is due, on the deadlines' thread.
    void runDue(Duration uptime) {
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
        if (!open.getAndSet(false)) return;
        link.close();
        context.bulkBuffers.release(this);
    }
}
