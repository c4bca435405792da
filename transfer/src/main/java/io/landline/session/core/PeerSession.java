package io.landline.session.core;

import io.landline.cost.Standing;
import io.landline.cost.WaitingBytes;
import io.landline.frame.Frame;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.queue.SerialQueue;
import io.landline.room.RoomId;
import io.landline.session.BulkConnection;
import io.landline.session.EndReason;
import io.landline.session.Lane;
import io.landline.session.ReceivedFrame;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import io.landline.session.wire.Lanes;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The session with one run of one peer. It outlives a replaced control connection: lanes, joined rooms and bulk
/// connections stay, and listeners hear nothing of it.
///
/// Which connection carries the frames is set by the [SessionTable] under its lock. `turns` guards which ones are
/// *read*: frames of a connection wait until all that it replaces have ended, so a handover between two healthy
/// connections keeps the order and loses nothing. Which one was proven first says nothing about that: the two sides may
/// see it differently. It is held for a few assignments. Listeners are called on the session's own queue, one step
/// after the other, with no lock held.
final class PeerSession implements Session {
    private static final System.Logger LOG = System.getLogger(PeerSession.class.getName());
    /// Frames and news that wait for the listeners. The bytes of frames are bounded by [WaitingBytes].
    private static final int STEPS_MAX = 1_024;

    private final NodeContext context;
    private final SessionTable table;
    private final Fingerprint peer;
    private final byte[] peerKey;
    private final long run;
    private final Standing atFirst;
    private final Lanes lanes;
    private final SerialQueue queue;
    private final WaitingBytes.Holder waiting;
    private final SessionBulk bulk;
    private final CountDownLatch openedTold = new CountDownLatch(1);
    private final CompletableFuture<@Nullable Void> closedTold = new CompletableFuture<>();
    private final ReadTurns turns = new ReadTurns();
    private volatile @Nullable ControlConnection current;
    private volatile ControlConnection latest;
    private volatile Set<RoomId> joined = Set.of();
    private volatile Duration usedAt;
    private volatile boolean open = true;
    private boolean ending;

    /// @param standing under which the peer holds its place
    PeerSession(NodeContext context, SessionTable table, ControlConnection first, Standing standing,
            SessionBulk.Wiring bulkWiring) {
        this.context = context;
        this.table = table;
        peer = first.peer();
        peerKey = first.link().peerKey();
        run = first.run();
        latest = first;
        usedAt = context.uptime();
        atFirst = standing;
        lanes = new Lanes(context.waiting.sender(this::standing), this::wakeWriter);
        bulk = new SessionBulk(this, context, bulkWiring);
        waiting = context.waiting.reader(this::standing);
        queue = new SerialQueue(new SerialQueue.Settings("landline-session-" + peer.brief(), SerialQueue.Rank.RESTING,
                STEPS_MAX, Long.MAX_VALUE, SerialQueue.NEVER));
        queue.onFailure(this::ourFault);
        queue.post(this::tellOpened); // here, since it may end before it is started: listeners hear of both, in order
    }

    private void tellOpened() {
        tell(context.listeners.opening(), listener -> listener.opened(this));
        openedTold.countDown();
    }

    /// Begins to tell the listeners.
    ///
    /// @param previous the peer's last session; the listeners hear of its end first; null if there was none
    void start(@Nullable PeerSession previous) {
        if (previous == null) {
            queue.start();
        } else {
            previous.whenClosedTold(queue::start);
        }
    }

    // The connection that carries it: the table calls these under its lock

    void carriedBy(@Nullable ControlConnection connection) {
        ControlConnection before = current;
        if (before != null) before.outbox().detach();
        current = connection;
        if (connection == null) return;
        boolean anew = latest != connection;
        latest = connection;
        connection.outbox().attach(lanes);
        if (anew) Thread.ofVirtual().name("landline-carried-" + peer.brief()).start(this::tellCarriedAnew);
    }

    /// On a thread of its own: the queue may be full, and the thread that changes connections holds the table.
    private void tellCarriedAnew() {
        queue.post(() -> tell(context.listeners.opening(), listener -> listener.carriedAnew(this)));
    }

    @Nullable
    ControlConnection current() {
        return current;
    }

    /// The connection that carries this session; once it has ended, the last one that did.
    ControlConnection latest() {
        return latest;
    }

    /// The end is decided, and no connection may carry the session any more; [#finish] follows without the lock.
    void markEnding() {
        ending = true;
    }

    /// Whether a connection may carry it from now on.
    boolean goesOn() {
        return open && !ending;
    }

    private void wakeWriter() {
        ControlConnection carrying = current;
        if (carrying != null) carrying.outbox().wake();
    }

    // Reading threads

    /// A connection has proven that it belongs to this session. It is read after the connections that it replaces.
    void readFrom(ControlConnection connection) {
        turns.add(connection);
    }

    /// Waits until the frames of this connection are next: those of all that it replaces come first, but for a second
    /// at most. False where the session has ended.
    boolean awaitTurn(ControlConnection connection) {
        List<ControlConnection> superseded = turns.await(connection, context.timing.end().handover());
        if (!superseded.isEmpty()) {
            table.took(this, connection);
            superseded.forEach(ControlConnection::supersede);
        }
        return open;
    }

    /// Nothing more comes of this connection.
    void readingEnded(ControlConnection connection) {
        turns.remove(connection);
    }

    /// Hands a frame to its listener, waiting while too much of this peer, or of all peers, is not worked off yet.
    void deliver(ControlConnection from, FrameRouting course, Frame frame) {
        SessionListener listener = switch (course) {
            case CHAT -> context.listeners.chat();
            case FILES -> context.listeners.files();
            case SHELF -> context.listeners.shelves();
            case VERSION -> context.listeners.versions();
            case MEMBERS -> context.members;
            case CALL_BACK -> context.callBacks;
            case NEGOTIATION, HELLO, SESSION, BULK, SKIP,
                    REFUSE -> throw new IllegalArgumentException(course + " is no listener's");
        };
        int bytes = frame.body().length;
        if (!waiting.take(bytes)) return;
        var delivery = new ReceivedFrame(this, frame, () -> waiting.give(bytes), from::breach);
        if (!queue.post(() -> hand(delivery, listener))) delivery.done();
        waiting.awaitRoom(Frame.CONTROL_BODY_BYTES_MAX); // before the next is read, so that it takes no memory yet
    }

    /// A fault of ours costs the frame, not the session: what was lost with it is asked for again.
    private void hand(ReceivedFrame delivery, SessionListener listener) {
        try {
            listener.take(delivery);
        } catch (RuntimeException e) {
            ourFault(e);
            delivery.done();
        }
    }

    // Rooms: the negotiation's thread

    void joined(RoomId room) {
        synchronized (this) {
            if (joined.contains(room)) return;
            var more = new HashSet<>(joined);
            more.add(room);
            joined = Set.copyOf(more);
        }
        queue.post(() -> tell(context.listeners.opening(), listener -> listener.joined(this, room)));
    }

    void left(RoomId room) {
        synchronized (this) {
            if (!joined.contains(room)) return;
            var fewer = new HashSet<>(joined);
            fewer.remove(room);
            joined = Set.copyOf(fewer);
        }
        queue.post(() -> tell(context.listeners.opening(), listener -> listener.left(this, room)));
    }

    /// The connection that carries the session has tried all: rooms that only an older one had joined are left.
    void reconcile(Set<RoomId> present) {
        for (RoomId room : joined) if (!present.contains(room)) left(room);
    }

    // The end

    /// The session has ended: nothing is sent any more, what has come is still delivered, then listeners hear of it.
    /// Only the first call counts.
    void finish(EndReason reason) {
        if (!queue.finish(() -> tellClosed(reason))) return;
        open = false;
        lanes.close();
        bulk.close();
        waiting.close();
        turns.end();
    }

    private void tellClosed(EndReason reason) {
        bulk.awaitEnd();
        tell(context.listeners.closing(), listener -> listener.closed(this, reason));
        closedTold.complete(null);
    }

    private void tell(List<SessionListener> listeners, Consumer<SessionListener> what) {
        for (SessionListener listener : listeners) {
            try {
                what.accept(listener);
            } catch (RuntimeException e) {
                ourFault(e);
            }
        }
    }

    private void ourFault(RuntimeException e) {
        LOG.log(Level.ERROR, "a listener failed on the session with " + peer, e);
    }

    /// Waits until the listeners have heard of the session; what belongs to it comes after.
    void awaitOpenedTold() throws InterruptedException {
        openedTold.await();
    }

    /// Runs when the listeners have heard of the end, at once where they have.
    void whenClosedTold(Runnable action) {
        closedTold.thenRun(action);
    }

    /// Waits until the listeners have heard of the end, for this time at most.
    void awaitClosedTold(Duration patience) throws InterruptedException {
        try {
            closedTold.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("it is only ever completed", e);
        } catch (TimeoutException e) {
            LOG.log(Level.WARNING, "a listener is still busy with the session with " + peer);
        }
    }

    // Session

    @Override
    public Fingerprint peer() {
        return peer;
    }

    @Override
    public byte[] peerPublicKey() {
        return peerKey.clone();
    }

    @Override
    public long run() {
        return run;
    }

    @Override
    public PeerName name() {
        return latest.theirs().name();
    }

    @Override
    public Endpoint endpoint() {
        Endpoint listening = latest.endpoint();
        return listening == null ? latest.remoteEnd() : listening;
    }

    @Override
    public @Nullable Endpoint listensAt() {
        return latest.endpoint();
    }

    @Override
    public Set<RoomId> joined() {
        return joined;
    }

    @Override
    public Set<String> capabilities() {
        return Set.copyOf(latest.theirs().capabilities());
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public boolean offer(Lane lane, Frame frame) {
        check(frame);
        if (lane != Lane.SESSION) return lanes.offer(lane, frame);
        ControlConnection carrying = current;
        return open && carrying != null && carrying.outbox().offer(frame);
    }

    @Override
    public void send(Lane lane, Frame frame) throws IOException, InterruptedException {
        check(frame);
        if (lane != Lane.SESSION) {
            lanes.put(lane, frame);
        } else if (!offer(lane, frame)) {
            throw new IOException("the session takes no frame of its own now");
        }
    }

    private static void check(Frame frame) {
        if (frame.body().length > Frame.CONTROL_BODY_BYTES_MAX) {
            throw new IllegalArgumentException("a control frame of " + frame.body().length + " bytes");
        }
    }

    @Override
    public BulkConnection openBulk() throws IOException, InterruptedException {
        return bulk.open();
    }

    SessionBulk bulk() {
        return bulk;
    }

    /// How well this user knows the peer now, at least as well as when the session began.
    Standing standing() {
        Standing now = context.standings.of(peer);
        return atFirst.isAbove(now) ? atFirst : now;
    }

    /// A frame of conversations or files came.
    void used() {
        usedAt = context.uptime();
    }

    /// When the peer last said something beyond that it is there, as uptime.
    Duration usedAt() {
        return usedAt;
    }

    /// Bytes came on a bulk connection: the peer is there.
    void heard() {
        used();
        ControlConnection carrying = current;
        if (carrying != null) carrying.heard();
    }

    @Override
    public void close(EndReason reason) {
        table.close(this, ConnectionEnd.ours(reason));
    }

    @Override
    public String toString() {
        return "session with " + peer;
    }
}
