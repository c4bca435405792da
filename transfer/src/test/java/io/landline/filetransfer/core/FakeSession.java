package io.landline.filetransfer.core;

import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.room.RoomId;
import io.landline.session.BulkConnection;
import io.landline.session.EndReason;
import io.landline.session.Lane;
import io.landline.session.ReceivedFrame;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One side of a session in memory: real threads, bounded queues, no network. What passes can be watched and bent by a
/// [Wire].
public final class FakeSession implements Session {
    private static final int FRAMES_MAX = 64;
    private static final int BULK_FRAMES_MAX = 3;
    /// Against waiting for ever where nothing ends it.
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_MILLIS = 20;

    /// What becomes of a frame on its way: itself, another, or null where it gets lost.
    interface Wire {
        /// What each side says that it can do.
        default Set<String> capabilities() {
            return Set.of();
        }

        /// Whether there is memory to read ahead.
        default boolean spares() {
            return true;
        }

        default @Nullable Frame control(Frame frame) {
            return frame;
        }

        default @Nullable Frame bulk(Frame frame) {
            return frame;
        }
    }

    private final Fingerprint self;
    private final Fingerprint peer;
    private final SessionListener listener;
    private final Wire wire;
    private final BlockingQueue<Frame> inbox = new ArrayBlockingQueue<>(FRAMES_MAX);
    private final List<FakeBulk> bulks = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> malformed;
    private FakeSession other;
    private final CountDownLatch told = new CountDownLatch(1);
    private volatile boolean open = true;
    private Thread reader;

    private FakeSession(Fingerprint self, Fingerprint peer, SessionListener listener, Wire wire,
            AtomicReference<String> malformed) {
        this.self = self;
        this.peer = peer;
        this.listener = listener;
        this.wire = wire;
        this.malformed = malformed;
    }

    /// Opens a session between two; the first one's side is returned.
    static FakeSession connect(Fingerprint a, SessionListener atA, Fingerprint b, SessionListener atB, Wire wire) {
        var malformed = new AtomicReference<String>();
        var left = new FakeSession(a, b, atA, wire, malformed);
        var right = new FakeSession(b, a, atB, wire, malformed);
        left.other = right;
        right.other = left;
        left.start();
        right.start();
        return left;
    }

    FakeSession other() {
        return other;
    }

    /// Why a side ended a connection, where the other broke the protocol.
    @Nullable
    String malformed() {
        return malformed.get();
    }

    private void start() {
        reader = Thread.ofVirtual().name("fake-session").start(() -> {
            listener.opened(this);
            told.countDown();
            while (open) {
                try {
                    Frame frame = inbox.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                    if (frame != null) listener.take(new ReceivedFrame(this, frame, () -> {}, this::broken));
                } catch (InterruptedException e) {
                    close(EndReason.INTERNAL_ERROR);
                }
            }
            bulks.forEach(FakeBulk::close);
            listener.closed(this, EndReason.CLOSED);
        });
    }

    private void broken(MalformedFrameException why) {
        malformed.set(why.getMessage());
        close(EndReason.PROTOCOL);
    }

    /// Waits until both sides were told of it.
    void awaitOpened() throws InterruptedException {
        told.await();
        other.told.await();
    }

    void awaitEnd() throws InterruptedException {
        if (!reader.join(PATIENCE) || !other.reader.join(PATIENCE)) throw new AssertionError("the session did not end");
    }

    @Override
    public Fingerprint peer() {
        return peer;
    }

    @Override
    public byte[] peerPublicKey() {
        return new byte[32];
    }

    @Override
    public long run() {
        return 1;
    }

    @Override
    public PeerName name() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Endpoint endpoint() {
        return new Endpoint(InetAddress.getLoopbackAddress(), 1);
    }

    @Override
    public Set<RoomId> joined() {
        return Set.of();
    }

    @Override
    public Set<String> capabilities() {
        return wire.capabilities();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public boolean offer(Lane lane, Frame frame) {
        if (!open) return false;
        Frame passing = wire.control(frame);
        return passing == null || other.inbox.offer(passing);
    }

    @Override
    public void send(Lane lane, Frame frame) throws IOException, InterruptedException {
        Frame passing = wire.control(frame);
        while (passing != null && open) if (other.inbox.offer(passing, LOOK_MILLIS, TimeUnit.MILLISECONDS)) return;
        if (!open) throw new IOException("the session has ended");
    }

    @Override
    public BulkConnection openBulk() throws IOException {
        if (!open) throw new IOException("the session has ended");
        bulks.removeIf(bulk -> !bulk.isOpen());
        if (bulks.size() >= BulkConnection.PER_PEER_MAX) throw new IOException("too many bulk connections");
        var here = new FakeBulk(this);
        var there = new FakeBulk(other);
        here.other = there;
        there.other = here;
        bulks.add(here);
        other.bulks.add(there);
        here.start();
        there.start();
        return here;
    }

    /// As a pulled cable that was noticed: both sides end, what was on the way is lost.
    void cut() {
        open = false;
        other.open = false;
    }

    /// Cuts these, one after the other, and waits until both sides of each were told.
    static void cutAll(List<FakeSession> sessions) throws InterruptedException {
        for (FakeSession session : sessions) {
            session.cut();
            session.awaitEnd();
        }
    }

    /// Ends the bulk connections alone.
    void cutBulk() {
        bulks.forEach(FakeBulk::close);
    }

    @Override
    public void close(EndReason reason) {
        cut();
    }

    @Override
    public String toString() {
        return self + "→" + peer;
    }

    static final class FakeBulk implements BulkConnection {
        private final FakeSession session;
        private final BlockingQueue<Frame> inbox = new ArrayBlockingQueue<>(BULK_FRAMES_MAX);
        private FakeBulk other;
        private volatile boolean open = true;

        FakeBulk(FakeSession session) { this.session = session; }

        private void start() {
            session.listener.bulkOpened(this);
            Thread.ofVirtual().name("fake-bulk").start(() -> {
                while (open) {
                    try {
                        Frame frame = inbox.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                        if (frame != null) session.listener.received(this, frame.type(), ByteBuffer.wrap(frame.body()));
                    } catch (MalformedFrameException e) {
                        session.malformed.set(e.getMessage());
                        close();
                    } catch (InterruptedException e) {
                        close();
                    }
                }
                session.listener.bulkClosed(this);
            });
        }

        /// The peer's side of this connection.
        FakeBulk other() {
            return other;
        }

        @Override
        public Session session() {
            return session;
        }

        @Override
        public void send(int type, byte[] header, ByteBuffer payload) throws IOException {
            byte[] body = new byte[header.length + payload.remaining()];
            System.arraycopy(header, 0, body, 0, header.length);
            payload.get(body, header.length, payload.remaining());
            Frame passing = session.wire.bulk(new Frame(type, body));
            try {
                while (passing != null && open) {
                    if (other.inbox.offer(passing, LOOK_MILLIS, TimeUnit.MILLISECONDS)) return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!open) throw new IOException("the connection has ended");
        }

        @Override
        public void gather(int type, byte[] header, ByteBuffer payload) throws IOException {
            send(type, header, payload);
        }

        @Override
        public void push() throws IOException {
            if (!open) throw new IOException("the connection has ended");
        }

        @Override
        public boolean more(int bytes) {
            return true;
        }

        @Override
        public boolean spare(int bytes) {
            return session.wire.spares();
        }

        @Override
        public void giveBack(int bytes) {}

        @Override
        public boolean isOpen() {
            return open && session.open;
        }

        @Override
        public void close() {
            open = false;
            other.open = false;
        }
    }
}
