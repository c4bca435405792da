package io.landline.session.core;

import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.handshake.RoomNegotiation;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.ScopedAddress;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.session.CallBackResult;
import io.landline.session.Candidate;
import io.landline.session.EndReason;
import io.landline.session.ListenSettings;
import io.landline.session.LookAroundProgress;
import io.landline.session.Session;
import io.landline.session.SessionListeners;
import io.landline.session.SessionsEvents;
import io.landline.session.callback.CallBacks;
import io.landline.session.members.MemberExchange;
import io.landline.session.members.MemberFrames;
import io.landline.session.wire.Deadlines;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All sessions of a node: listens, dials wanted peers, proves, and keeps one session for each peer
/// (docs/protocol/session.md).
///
/// Any thread may call; nothing here waits for a peer or a disk, but [#listen] for the system and [#close] for two
/// seconds at most. Threads inside: one for each listening socket; for each connection one that reads and, for a
/// control connection, one that writes; for each session one that calls the listeners; one platform thread for all
/// deadlines. None of them ever waits for another peer's.
///
/// Locks, none held across I/O or a call to a listener: that of the [SessionTable] may be taken before those of an
/// outbox or of lanes, never after them, and before that of [Standings]; the bytes that wait are counted under the lock
/// of lanes; all others are taken alone.
public final class Sessions implements Closeable {
    /// A packet that was lost is sent again after one second; the other side waits two seconds longer than that.
    private static final Duration CALL_BACK_WITHIN = Duration.ofSeconds(3);
    /// For farewells, when the node ends: `quit` has five seconds in all (docs/command-line.md, "Commands of `node
    /// --json`").
    private static final Duration CLOSE_MAX = Duration.ofMillis(1_700);

    private final NodeContext context;
    private final SessionTable table;
    private final Dialler dialler;
    private final Acceptor acceptor;
    private final AddressChanges addresses;
    private final Deadlines.Alarm alarm;
    private final MemberExchange members;
    private final Connector connector;
    private final LookAroundDialler lookAround;
    private final CallBacks callBacks;
    private final Set<BulkLink> bulkLinks = ConcurrentHashMap.newKeySet();

    /// @param standings decides which peers go first when there is not room for all
    /// @param run this node's run, larger at each start
    public Sessions(ListenSettings settings, RoomNegotiation.HandshakeContext handshake, Standings standings,
            long run,
            PeerName name, List<Room> rooms, SessionListeners listeners, SessionsEvents events) {
        this(settings, handshake, standings, run, name, rooms, listeners, events, Timing.STANDARD);
    }

    Sessions(ListenSettings settings, RoomNegotiation.HandshakeContext handshake, Standings standings, long run,
            PeerName name,
            List<Room> rooms, SessionListeners listeners, SessionsEvents events, Timing timing) {
        members = new MemberExchange(handshake.uptime(), new SecureRandom(), this::runBy, this::heardOf);
        callBacks = new CallBacks(handshake.uptime(), standings, new WayBack());
        context = new NodeContext(handshake, standings, timing, run, name, rooms, listeners, members, callBacks,
                events);
        var tokens = new BulkTokens<PeerSession>(new SecureRandom());
        connector = new Connector(context);
        table = new SessionTable(context, new SessionBulk.Wiring(tokens, connector, bulkLinks, this::connectedAtOnce),
                new Watcher());
        alarm = context.deadlines.alarm(context::uptime, this::runDue);
        dialler = new Dialler(context, table, connector, alarm, this::connectedAtOnce);
        lookAround = new LookAroundDialler(context, connector, dialler::takeFound, this::runBy);
        acceptor = new Acceptor(settings, context, table, tokens, dialler::isTyped, dialler::isWantedAt);
        addresses = new AddressChanges(context, table, dialler, acceptor, settings.interfaces(), this::runWhenDue);
    }

    /// Opens the listening sockets and returns their port. Nothing is accepted before [#start]. Throws where the port
    /// that the user gave is taken; any other one is replaced, with a warning.
    public int listen() throws IOException {
        addresses.look();
        int port = acceptor.listen();
        context.port(port);
        return port;
    }

    /// Begins to accept and to dial.
    public void start() {
        acceptor.start();
        dialler.start();
        runDue();
    }

    /// Does what is due, and schedules its next call. A write that begins in between is over no earlier than that.
    private void runDue() {
        Duration uptime = context.uptime();
        Duration next = uptime.plus(context.timing.write());
        for (ControlConnection connection : table.connections()) {
            connection.runDue(uptime);
            next = earlier(next, connection.dueAt());
        }
        for (BulkLink bulk : bulkLinks) {
            bulk.runDue(uptime);
            next = earlier(next, bulk.dueAt());
        }
        members.runDue(uptime);
        next = earlier(next, members.dueAt());
        lookAround.runDue(uptime);
        next = earlier(next, lookAround.dueAt());
        dialler.runDue();
        alarm.by(next);
    }

    private void connectedAtOnce(Socket raw) {
        acceptor.connectedAtOnce(raw);
    }

    private void runBy(Duration at) {
        alarm.by(at);
    }

    /// A member told of another one of a room that both have joined.
    private void heardOf(RoomId id, MemberFrames.Member member) {
        for (Room room : context.rooms()) {
            if (room.id().equals(id)) dialler.heardOf(member, room);
        }
    }

    private static Duration earlier(Duration one, @Nullable Duration other) {
        return other == null || one.compareTo(other) < 0 ? one : other;
    }

    /// Presence or another member tells of a peer. Called again and again; only what is new has an effect.
    public void sighted(Candidate candidate) {
        addresses.sighted(candidate);
        dialler.sighted(candidate);
    }

    private void runWhenDue(ControlConnection connection) {
        Duration due = connection.dueAt();
        if (due != null) alarm.by(due);
    }

    /// Presence says that the peer is gone: it is not dialled any more until it is sighted again. A session that is
    /// open stays.
    public void gone(Fingerprint peer) {
        dialler.gone(peer);
    }

    /// Connects to an address that was typed, to any peer that answers there; a name is looked up.
    ///
    /// @param userAsked whether a person waits: one attempt; its exchanges never wait. Else it is tried again until
    ///        it works
    public void connect(InetSocketAddress address, boolean userAsked) {
        dialler.connect(address, userAsked);
    }

    /// Tries these addresses by TCP, one after the other, and takes any peer that answers; begins anew if a look is
    /// under way. A session is made with peers with which one is wanted.
    public void lookAround(List<InetAddress> near) {
        lookAround.start(near);
    }

    public void cancelLookAround() {
        lookAround.cancel();
    }

    public LookAroundProgress lookAroundProgress() {
        return lookAround.progress();
    }

    /// Asks this peer to connect back to us, and to send a datagram with the token to a UDP port of ours. Told within
    /// eight seconds; it does so once a minute.
    ///
    /// @param token 32 hex digits
    public CompletableFuture<CallBackResult> callBack(Fingerprint peer, int udpPort, String token) {
        PeerSession session = table.session(peer);
        return session == null
                ? CompletableFuture.completedFuture(CallBackResult.NO_ANSWER)
                : callBacks.ask(session, udpPort, token);
    }

    /// Presence of this peer was heard: counts as a sign of life, within limits (docs/protocol/session.md, "Alive").
    public void heard(Fingerprint peer) {
        table.connections(peer).forEach(ControlConnection::presenceHeard);
    }

    /// The rooms of this node changed.
    ///
    /// @param retired those that other rooms continue: joined with who proved them before, and with nobody else
    public void roomsChanged(List<Room> rooms, List<Room> retired) {
        context.rooms(rooms, retired);
        table.connections().forEach(ControlConnection::soughtChanged);
        dialler.roomsChanged();
    }

    /// The user tries words for these rooms, until further notice: each is listed to peers that list a room of its
    /// name. Such peers are dialled at once, also if an earlier attempt failed. A trial with the first right tag is
    /// told to [io.landline.handshake.TrustStore#proven], and is then to become one of the rooms.
    public void tryRooms(List<Room> trials) {
        context.trials(trials);
        table.connections().forEach(ControlConnection::soughtChanged);
        dialler.trialsChanged();
    }

    /// The name of this node changed: every connected peer gets a new hello.
    public void nameChanged(PeerName name) {
        context.name(name);
        table.connections().forEach(ControlConnection::nameChanged);
    }

    /// The addresses of this machine changed: sessions from one that is gone are closed and dialled again, the others
    /// are probed, and every back-off ends.
    public void addressesChanged(Set<ScopedAddress> local) {
        addresses.ofThisMachine(local);
    }

    /// Connections to one of these addresses of ours are closed at once, from now on; what is open stays, and we dial
    /// as before. Asked of each connection: addresses come and go.
    public void acceptNothingAt(Predicate<InetAddress> own) {
        context.closedAt(own);
    }

    /// Listens on these interfaces and dials from them only, from now on; empty for all. What is open by another one is
    /// closed. The port stays the same.
    public void useInterfaces(Set<String> names) {
        addresses.useInterfaces(names);
    }

    /// The user wants nothing of this peer any more, or takes that back. Its session ends at once, and it is dialled
    /// again when it is wanted again. The [io.landline.handshake.TrustStore] sees to it that none of its connections
    /// proves anything.
    ///
    /// @param blocked as in [io.landline.handshake.BlockedPeers], which is changed first
    public void blockedChanged(Fingerprint peer, boolean blocked) {
        if (!blocked) {
            dialler.unblocked(peer);
            return;
        }
        dialler.blocked();
        PeerSession session = table.session(peer);
        if (session != null) session.close(EndReason.BLOCKED);
        for (ControlConnection connection : table.connections(peer)) {
            if (!connection.isEnding()) {
                connection.farewell(ConnectionEnd.ours(EndReason.BLOCKED));
            }
        }
    }

    /// An address that was typed is not tried any more. The peer that answered there stays, as long as it is heard of.
    public void forget(InetSocketAddress typed) {
        dialler.forget(typed);
    }

    /// The sessions that are open now.
    public List<Session> open() {
        return List.copyOf(table.sessions());
    }

    /// Stops dialling and listening, says farewell on every session and closes it, within two seconds. Called twice it
    /// does nothing more.
    @Override
    public void close() {
        lookAround.cancel();
        dialler.stop();
        acceptor.close();
        try {
            table.close(CLOSE_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            context.deadlines.close();
        }
    }

    private final class WayBack implements CallBacks.Caller {
        @Override
        public CallBackResult connect(Endpoint endpoint) {
            return connector.probe(endpoint, CALL_BACK_WITHIN);
        }

        @Override
        public void send(byte[] datagram, InetSocketAddress to) {
            connector.datagram(datagram, to);
        }
    }

    private final class Watcher implements SessionTable.Watcher {
        @Override
        public void greeted(ControlConnection connection) {
            runWhenDue(connection);
            dialler.greeted(connection);
        }

        @Override
        public void proven(ControlConnection connection, Room room) {
            dialler.proven(connection, room);
        }

        @Override
        public void placed(ControlConnection connection, Standing standing) {
            context.knownAddresses.add(connection.link().remote(), standing);
            acceptor.release(connection.link().raw());
        }

        @Override
        public void fruitless(ControlConnection connection) {
            dialler.fruitless(connection);
        }

        @Override
        public void ended(ControlConnection connection, ConnectionEnd how, boolean unconnected) {
            dialler.ended(connection, how, unconnected);
        }
    }
}
