package io.landline.session.core;

import io.landline.cost.Standing;
import io.landline.cost.ThrottledLog;
import io.landline.peer.Fingerprint;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.session.EndReason;
import io.landline.session.accept.SessionSlots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which control connections there are, which session each belongs to, and which of several of one peer carries it
/// (docs/protocol/session.md, "Which of two control connections stays").
///
/// Of the two nodes the one with the smaller fingerprint says so, by a farewell `replaced` on the connection that goes;
/// the other follows. Were both to decide, two clocks that disagree about "within five seconds" could close both. It
/// decides when a room is joined on both: where the other one has joined first, its frames may be on their way by the
/// one that goes.
///
/// The lock guards what is known of each peer, and what of a connection or session is marked as set by the table. It is
/// held for a few assignments: work is collected under it and done after it. Never held across I/O, a listener call, or
/// while acquiring a lock that may be held for long. Any thread.
final class SessionTable {
    private static final ConnectionEnd BUSY = ConnectionEnd.ours(EndReason.BUSY);
    private static final System.Logger LOG = System.getLogger(SessionTable.class.getName());

    /// Hears what happens to connections. Called without the lock, on the threads of connections.
    interface Watcher {
        /// A connection has its hellos.
        void greeted(ControlConnection connection);

        /// The peer has joined its first room on this connection.
        void proven(ControlConnection connection, Room room);

        /// The peer's standing is settled, and it has a place: it does not count as unproven any more.
        void placed(ControlConnection connection, Standing standing);

        /// All that could be tried was tried, and no room is joined.
        void fruitless(ControlConnection connection);

        /// A connection has ended.
        ///
        /// @param unconnected whether no other one of this peer is left
        void ended(ControlConnection connection, ConnectionEnd how, boolean unconnected);
    }

    private final NodeContext context;
    private final SessionBulk.Wiring bulkWiring;
    private final Watcher watcher;
    private final Map<Fingerprint, PeerConnections> peers = new HashMap<>();
    private final PlaceClaims places;
    private final ThrottledLog crowding;
    private boolean closed;

    SessionTable(NodeContext context, SessionBulk.Wiring bulkWiring, Watcher watcher) {
        this.context = context;
        this.bulkWiring = bulkWiring;
        this.watcher = watcher;
        places = new PlaceClaims(context);
        crowding = new ThrottledLog(LOG, context::uptime);
    }

    /// Takes in a connection after its hellos. False: this node is closing, or there is no place for the peer.
    boolean greeted(ControlConnection connection) {
        var after = new ArrayList<Runnable>();
        synchronized (this) {
            if (closed || !tryPlace(connection, places.standing(connection), after)) return false;
            PeerConnections known = peers.computeIfAbsent(connection.peer(), _ -> new PeerConnections());
            ControlConnection crowdedOut = known.add(connection);
            if (crowdedOut != null) after.add(() -> crowdedOut.lose(EndReason.CROWDED_OUT));
        }
        after.forEach(Runnable::run);
        watcher.greeted(connection);
        return true;
    }

    /// Claims a place for the peer. Those who give way for it are closed after the lock; false where nobody does.
    private boolean tryPlace(ControlConnection connection, Standing standing, List<Runnable> after) {
        SessionSlots.Decision decision = places.claim(connection, standing, this::usedAt);
        for (Fingerprint peer : decision.givingWay()) {
            PeerConnections known = peers.get(peer);
            if (known == null) continue;
            List<ControlConnection> its = known.all();
            PeerSession session = known.session();
            if (session != null) session.markEnding();
            after.add(() -> giveWay(peer, session, its, connection));
        }
        return decision.taken();
    }

    private void giveWay(Fingerprint peer, @Nullable PeerSession session, List<ControlConnection> its,
            ControlConnection newcomer) {
        crowding.note(peer + " gives way to " + newcomer.peer() + ": too many peers");
        if (session != null) session.finish(EndReason.BUSY);
        its.forEach(each -> each.farewell(BUSY));
    }

    private Duration usedAt(Fingerprint peer) {
        PeerConnections known = peers.get(peer);
        return known == null ? Duration.ZERO : known.usedAt();
    }

    /// A connection that was not taken in is closed.
    void turnedAway(ControlConnection connection) {
        watcher.ended(connection, BUSY, connections(connection.peer()).isEmpty());
    }

    /// A room is joined on this connection: it gets a session, or one that there is gets it.
    void joined(ControlConnection connection, Room room) {
        PeerSession session = null;
        var after = new ArrayList<Runnable>();
        synchronized (this) {
            if (connection.isEnding() || tryMove(connection, places.standing(connection, !room.open()), after)) {
                session = connection.session();
                if (session == null) session = admit(connection, room, after);
            }
        }
        after.forEach(Runnable::run);
        if (session != null) session.joined(room.id());
    }

    /// Moves the peer to a place of its standing. If there is none, the peer is turned away.
    private boolean tryMove(ControlConnection connection, Standing standing, List<Runnable> after) {
        if (closed || !peers.containsKey(connection.peer())) return true;
        if (!tryPlace(connection, standing, after)) {
            after.add(() -> turnAway(connection));
            return false;
        }
        if (standing != Standing.STRANGER) after.add(() -> watcher.placed(connection, standing));
        return true;
    }

    private void turnAway(ControlConnection connection) {
        crowding.note(connection.peer() + " finds no place: too many peers");
        PeerSession session = connection.session();
        if (session == null) {
            connection.farewell(BUSY);
        } else {
            close(session, BUSY);
        }
    }

    private @Nullable PeerSession admit(ControlConnection connection, Room room, List<Runnable> after) {
        PeerConnections known = peers.get(connection.peer());
        if (closed || known == null || connection.isEnding()) return null;
        PeerSession session = known.session();
        if (session != null && session.goesOn() && session.run() > connection.run()) {
            after.add(() -> connection.farewell(ConnectionEnd.ours(EndReason.OLDER_RUN)));
            return null;
        }
        if (session == null || !session.goesOn() || session.run() < connection.run()) {
            session = begin(known, connection, after);
        }
        connection.carries(session);
        session.readFrom(connection);
        after.add(() -> watcher.proven(connection, room));
        ControlConnection carrying = session.current();
        if (carrying == null || carrying.isEnding()) {
            session.carriedBy(connection);
        } else if (carrying != connection && weDecideAbout(connection.peer())) {
            boolean replaces = connection.priority().replaces(carrying.priority());
            if (replaces) session.carriedBy(connection);
            after.add(() -> (replaces ? carrying : connection).farewell(ConnectionEnd.replaced()));
        }
        return session;
    }

    private PeerSession begin(PeerConnections known, ControlConnection connection, List<Runnable> after) {
        PeerSession previous = known.session();
        if (previous != null && previous.goesOn()) {
            previous.markEnding();
            after.add(() -> previous.finish(EndReason.RESTARTED));
            for (ControlConnection old : known.of(previous)) after.add(() -> old.lose(EndReason.RESTARTED));
        }
        Standing standing = places.held(connection.peer());
        var session = new PeerSession(context, this, connection, standing == null ? Standing.STRANGER : standing,
                bulkWiring);
        known.begin(session);
        after.add(() -> session.calls().start(previous));
        return session;
    }

    void left(ControlConnection connection, RoomId room) {
        PeerSession session = carriedBy(connection);
        if (session != null) session.left(room);
    }

    /// An attempt that stayed undecided is not held against the peer: another one may join a room.
    void settled(ControlConnection connection, boolean undecided) {
        if (!connection.joined().isEmpty()) {
            moveOnceSettled(connection);
        } else if (!undecided) {
            watcher.fruitless(connection);
        }
        PeerSession session = carriedBy(connection);
        if (session != null) session.reconcile(connection.joined());
    }

    private void moveOnceSettled(ControlConnection connection) {
        var after = new ArrayList<Runnable>();
        synchronized (this) {
            if (!connection.isEnding() && places.held(connection.peer()) == Standing.STRANGER) {
                tryMove(connection, places.standing(connection, false), after);
            }
        }
        after.forEach(Runnable::run);
    }

    private synchronized @Nullable PeerSession carriedBy(ControlConnection connection) {
        PeerSession session = connection.session();
        return session != null && session.current() == connection ? session : null;
    }

    /// The peer now sends by this connection alone, so we do too.
    synchronized void took(PeerSession session, ControlConnection connection) {
        if (session.goesOn() && session.current() != connection && !connection.isEnding()) {
            session.carriedBy(connection);
        }
    }

    /// A connection has ended: another one of the session takes over, or the session ends with it.
    void ended(ControlConnection connection, ConnectionEnd how) {
        PeerSession session = connection.session();
        boolean over = false;
        ControlConnection next = null;
        boolean unconnected;
        synchronized (this) {
            PeerConnections known = peers.get(connection.peer());
            if (known == null || !known.remove(connection)) return;
            unconnected = known.isUnconnected();
            if (session != null && (session.current() == connection || session.current() == null)) {
                boolean mayGoOn = how.broke() && session.goesOn();
                next = mayGoOn ? known.standby(session) : null;
                session.carriedBy(next);
                if (next == null && mayGoOn && known.mayFollow(session, how)) {
                    awaitNext(session);
                } else if (next == null) {
                    session.markEnding();
                    over = true;
                }
            }
            if (known.isOver()) forget(connection.peer(), known);
        }
        if (session != null) {
            session.readingEnded(connection);
            if (over) close(session, how);
            if (next != null && next.isSettled()) session.reconcile(next.joined());
        }
        watcher.ended(connection, how, unconnected);
    }

    /// The peer stays known while listeners hear of the last session's end, so that the next one's opening comes after
    /// it.
    private void forget(Fingerprint peer, PeerConnections known) {
        places.release(peer);
        PeerSession last = known.session();
        if (last == null) {
            peers.remove(peer);
            return;
        }
        last.calls().whenClosedTold(() -> {
            synchronized (this) {
                if (known.isUnconnected() && known.session() == last) peers.remove(peer, known);
            }
        });
    }

    /// A session that no connection carries ends after a while. Each loss of a connection has a while of its own.
    private void awaitNext(PeerSession session) {
        ControlConnection last = session.latest();
        context.deadlines.after(context.timing.end().handover().multipliedBy(2), () -> {
            synchronized (this) {
                if (session.current() != null || session.latest() != last) return;
                session.markEnding();
                PeerConnections known = peers.get(session.peer());
                if (known != null && known.session() == session && known.isOver()) forget(session.peer(), known);
            }
            close(session, ConnectionEnd.lost(EndReason.LOST));
        });
    }

    /// Ends a session and all its connections, with a farewell.
    void close(PeerSession session, ConnectionEnd how) {
        List<ControlConnection> its;
        synchronized (this) {
            session.markEnding();
            PeerConnections known = peers.get(session.peer());
            its = known == null ? List.of() : known.of(session);
        }
        session.finish(how.reason());
        its.forEach(connection -> connection.farewell(how));
    }

    private boolean weDecideAbout(Fingerprint peer) {
        return context.fingerprint().compareTo(peer) < 0;
    }

    /// All connections that are alive.
    synchronized List<ControlConnection> connections() {
        return peers.values().stream().flatMap(known -> known.all().stream()).toList();
    }

    synchronized List<ControlConnection> connections(Fingerprint peer) {
        PeerConnections known = peers.get(peer);
        return known == null ? List.of() : known.all();
    }

    /// The open session with a peer; null if there is none.
    synchronized @Nullable PeerSession session(Fingerprint peer) {
        PeerConnections known = peers.get(peer);
        return known == null ? null : known.openSession();
    }

    synchronized List<PeerSession> sessions() {
        var open = new ArrayList<PeerSession>();
        for (PeerConnections known : peers.values()) {
            PeerSession session = known.openSession();
            if (session != null) open.add(session);
        }
        return open;
    }

    /// Says farewell to everybody and takes in nobody any more; waits for the listeners to have heard it, for this time
    /// at most.
    void close(Duration patience) throws InterruptedException {
        List<ControlConnection> all;
        List<PeerSession> sessions;
        synchronized (this) {
            closed = true;
            all = connections();
            sessions = sessions();
        }
        var leaving = ConnectionEnd.ours(EndReason.LEAVING);
        sessions.forEach(session -> session.finish(EndReason.LEAVING));
        all.forEach(connection -> connection.farewell(leaving));
        Duration until = context.uptime().plus(patience);
        for (PeerSession session : sessions) session.calls().awaitClosedTold(until.minus(context.uptime()));
        for (ControlConnection connection : all) connection.awaitEnd(until.minus(context.uptime()));
        all.forEach(connection -> connection.lose(EndReason.LEAVING));
    }
}
