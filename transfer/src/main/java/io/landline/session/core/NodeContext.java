package io.landline.session.core;

import io.landline.cost.Standings;
import io.landline.cost.ThrottledLog;
import io.landline.cost.WaitingBytes;
import io.landline.handshake.Hello;
import io.landline.handshake.RoomNegotiation;
import io.landline.handshake.RoomSlot;
import io.landline.handshake.SoughtRooms;
import io.landline.handshake.TlsContexts;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.room.Room;
import io.landline.session.ConnectFailure;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import io.landline.session.SessionListeners;
import io.landline.session.SessionWarning;
import io.landline.session.SessionsEvents;
import io.landline.session.callback.CallBacks;
import io.landline.session.dial.KnownAddresses;
import io.landline.session.dial.OwnEndpoints;
import io.landline.session.wire.Deadlines;
import io.landline.session.wire.NodeFrameRate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What all connections of this node share: who it is, what it says of itself, its clock and its deadlines. Any thread;
/// what may change is replaced as a whole.
final class NodeContext {
    /// Copies of this profile that the user is told of; with this many, the user knows.
    private static final int TWINS_TOLD_MAX = 16;

    /// What we can do beyond this version.
    private static final List<String> CAPABILITIES = List.of(CallBacks.CAPABILITY, Session.ACTIVITY_CAPABILITY,
            Session.SWARM_CAPABILITY);

    final RoomNegotiation.HandshakeContext handshake;
    final TlsContexts tls;
    final Deadlines deadlines;
    final Timing timing;
    final SessionsEvents events;
    final SessionListeners listeners;
    /// Hears of all sessions after the people do, and gets the frames about further members.
    final SessionListener members;
    /// What waits in this node, of all sessions.
    final WaitingBytes waiting = new WaitingBytes();
    /// Counts the frames of all sessions.
    final NodeFrameRate frameRate;
    /// What the bulk connections of all sessions hold.
    final BulkBuffers<BulkLink> bulkBuffers = new BulkBuffers<>();
    /// How well this user knows each peer.
    final Standings standings;
    /// Gets the frames about calling back.
    final SessionListener callBacks;
    final long run;
    final KnownAddresses knownAddresses = new KnownAddresses();
    final OwnEndpoints ownEndpoints = new OwnEndpoints();
    /// Why connections are closed that peers broke, or that give way: who comes again at once causes no end of these.
    final ThrottledLog closings;
    private final Set<Long> twinsTold = new HashSet<>();
    private volatile PeerName name;
    private final AtomicReference<SoughtRooms> sought;
    private final AtomicLong trialsSoFar = new AtomicLong();
    private volatile int port;
    private volatile LocalAddresses localAddresses;
    private volatile Predicate<InetAddress> closedAt = _ -> false;

    NodeContext(RoomNegotiation.HandshakeContext handshake, Standings standings, Timing timing, long run,
            PeerName name,
            List<Room> rooms, SessionListeners listeners, SessionListener members, SessionListener callBacks,
            SessionsEvents events) {
        this.handshake = handshake;
        closings = new ThrottledLog(System.getLogger(NodeContext.class.getName()), this::uptime);
        frameRate = new NodeFrameRate(uptime());
        this.standings = standings;
        this.timing = timing;
        this.run = run;
        this.name = name;
        sought = new AtomicReference<>(SoughtRooms.of(rooms));
        this.listeners = listeners.with(members).with(callBacks);
        this.members = members;
        this.callBacks = callBacks;
        this.events = events;
        tls = new TlsContexts(handshake.own());
        deadlines = new Deadlines();
        localAddresses = new LocalAddresses(List.of(), false);
    }

    /// Tells that our identity runs twice, once for each run of the other one.
    void identityExistsTwice(long otherRun, Endpoint where) {
        synchronized (twinsTold) {
            if (twinsTold.size() >= TWINS_TOLD_MAX || !twinsTold.add(otherRun)) return;
        }
        events.identityExistsTwice(where);
    }

    Fingerprint fingerprint() {
        return handshake.own().fingerprint();
    }

    Duration uptime() {
        return handshake.uptime().get();
    }

    /// Our hello on a connection where the rooms have these slots.
    Hello hello(List<RoomSlot> slots) {
        return new Hello(Hello.MINOR_VERSION, run, name, port, slots, CAPABILITIES);
    }

    /// What a peer may have in common with us now.
    SoughtRooms sought() {
        return sought.get();
    }

    /// All rooms of this node: those in use and the retired ones.
    List<Room> rooms() {
        return Stream.concat(sought().rooms().stream(), sought().retired().stream()).toList();
    }

    void rooms(List<Room> rooms, List<Room> retired) {
        sought.updateAndGet(now -> now.withRooms(rooms, retired));
    }

    /// Rooms that our user tries words for, from now on.
    void trials(List<Room> trials) {
        long number = trialsSoFar.incrementAndGet();
        sought.updateAndGet(now -> now.withTrials(trials, number));
    }

    void name(PeerName name) {
        this.name = name;
    }

    int port() {
        return port;
    }

    void port(int port) {
        this.port = port;
    }

    /// Whether nobody is let in at this address of ours.
    boolean isClosedAt(InetAddress own) {
        return closedAt.test(own);
    }

    void closedAt(Predicate<InetAddress> own) { closedAt = own; }

    LocalAddresses localAddresses() {
        return localAddresses;
    }

    void localAddresses(LocalAddresses localAddresses) {
        this.localAddresses = localAddresses;
    }

    /// Nothing was reached at an address that the user asked for.
    void tellFailed(InetSocketAddress address, IOException why) {
        if (why.getCause() instanceof RuntimeException) {
            events.warning(new SessionWarning.InternalError(address));
        } else {
            events.connectFailed(address, ConnectFailure.of(why));
        }
    }
}
