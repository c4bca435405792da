package io.landline.session.core;

import io.landline.cost.Standing;
import io.landline.frame.Frame;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.room.RoomId;
import io.landline.session.BulkConnection;
import io.landline.session.EndReason;
import io.landline.session.Lane;
import io.landline.session.Session;
import io.landline.session.wire.Lanes;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The session with one run of one peer. It outlives a replaced control connection: lanes, joined rooms and bulk
/// connections stay, and listeners hear nothing of it.
///
/// Which connection carries the frames is set by the [SessionTable] under its lock. `turns` guards which ones are
/// *read*: frames of a connection wait until all that it replaces have ended, so a handover between two healthy
/// connections keeps the order and loses nothing. Which one was proven first says nothing about that: the two sides may
/// see it differently. It is held for a few assignments.
final class PeerSession implements Session {
    private final NodeContext context;
    private final SessionTable table;
    private final Fingerprint peer;
    private final byte[] peerKey;
    private final long run;
    private final Standing atFirst;
    private final Lanes lanes;
    private final ListenerCalls calls;
    private final SessionBulk bulk;
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
        calls = new ListenerCalls(context, this);
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
        if (!anew) return;
        // on a thread of its own: the queue may be full, and the thread that changes connections holds the table
        Thread.ofVirtual().name("landline-carried-" + peer.brief()).start(calls::carriedAnew);
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

    // Rooms: the negotiation's thread

    void joined(RoomId room) {
        synchronized (this) {
            if (joined.contains(room)) return;
            var more = new HashSet<>(joined);
            more.add(room);
            joined = Set.copyOf(more);
        }
        calls.joined(room);
    }

    void left(RoomId room) {
        synchronized (this) {
            if (!joined.contains(room)) return;
            var fewer = new HashSet<>(joined);
            fewer.remove(room);
            joined = Set.copyOf(fewer);
        }
        calls.left(room);
    }

    /// The connection that carries the session has tried all: rooms that only an older one had joined are left.
    void reconcile(Set<RoomId> present) {
        for (RoomId room : joined) if (!present.contains(room)) left(room);
    }

    // The end

    /// The session has ended: nothing is sent any more, what has come is still delivered, then listeners hear of it.
    /// Only the first call counts.
    void finish(EndReason reason) {
        open = false; // before a listener can hear of the end
        if (!calls.end(reason)) return;
        lanes.close();
        bulk.close();
        calls.takeNoMore();
        turns.end();
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

    /// How its listeners are called.
    ListenerCalls calls() {
        return calls;
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
