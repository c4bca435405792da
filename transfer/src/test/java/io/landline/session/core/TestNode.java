package io.landline.session.core;

import io.landline.cost.Standing;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.handshake.BlockedPeers;
import io.landline.handshake.GuessQueue;
import io.landline.handshake.MemoryTrust;
import io.landline.handshake.PinnedPeer;
import io.landline.handshake.RoomNegotiation;
import io.landline.identity.Identity;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import io.landline.session.BulkConnection;
import io.landline.session.Candidate;
import io.landline.session.ListenSettings;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import io.landline.session.SessionListeners;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// A whole [Sessions] on the loopback interface, with a recorder as everybody who lives on it.
final class TestNode implements Closeable {
    static final Room OPEN = Room.open(new RoomName("hall"));
    static final Supplier<Duration> UPTIME = () -> Duration.ofNanos(System.nanoTime());
    /// Longer than a busy machine stands still: no healthy connection is taken for a dead one.
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Timing.Alive PATIENT = new Timing.Alive(LONG, LONG.multipliedBy(2), LONG);
    private static final Timing.Dial QUICKLY = new Timing.Dial(Duration.ofMillis(200), Duration.ofMillis(50),
            Duration.ofMillis(20));
    /// A closing connection waits for a scripted peer, which says no farewell, for a moment only.
    private static final Timing CALM = new Timing(LONG, LONG, PATIENT, new Timing.End(LONG, SOON),
            Timing.STANDARD.dial());
    /// As that, but dials sooner than in the field.
    private static final Timing QUICK = new Timing(LONG, LONG, PATIENT, CALM.end(), QUICKLY);

    final Identity identity;
    final long run;
    final Recorder recorder = new Recorder();
    final MemoryTrust trust = new MemoryTrust();
    final BlockedPeers blocked = BlockedPeers.of(trust);
    final Sessions sessions;
    final int port;
    final List<Room> rooms;

    private TestNode(int port, Identity identity, long run, Timing timing, List<Room> rooms) throws IOException {
        this("lo", port, identity, run, timing, rooms);
    }

    private TestNode(String card, int port, Identity identity, long run, Timing timing, List<Room> rooms)
            throws IOException {
        this.identity = identity;
        this.run = run;
        this.rooms = rooms;
        var handshake = new RoomNegotiation.HandshakeContext(identity, trust, blocked,
                new GuessQueue(UPTIME), UPTIME, Clock.systemUTC());
        sessions = new Sessions(new ListenSettings(port, true, Set.of(card)), handshake, this::standing, run,
                new PeerName("node " + run), rooms,
                new SessionListeners(List.of(), recorder, new FilesOnly(recorder), new SessionListener() {},
                        new SessionListener() {}),
                recorder, timing);
        this.port = sessions.listen();
        sessions.start();
    }

    private Standing standing(Fingerprint person) {
        PinnedPeer pinned = trust.pinned(person);
        if (pinned == null) return Standing.STRANGER;
        if (pinned.verified()) return Standing.TRUSTED;
        return trust.proofsOf(person).isEmpty() ? Standing.OPEN_ROOM : Standing.MEMBER;
    }

    /// Chat and files are one recorder here, but what both hear is noted once.
    private record FilesOnly(Recorder recorder) implements SessionListener {
        @Override
        public void received(Session session, Frame frame) {
            recorder.received(session, frame);
        }

        @Override
        public void bulkOpened(BulkConnection bulk) {
            recorder.bulkOpened(bulk);
        }

        @Override
        public void received(BulkConnection bulk, int type, java.nio.ByteBuffer body) {
            recorder.received(bulk, type, body);
        }

        @Override
        public void bulkClosed(BulkConnection bulk) {
            recorder.bulkClosed(bulk);
        }
    }

    static TestNode in(Room... rooms) throws IOException {
        return new TestNode(0, Identity.generate(), 1, CALM, List.of(rooms));
    }

    static TestNode quickIn(Room... rooms) throws IOException {
        return new TestNode(0, Identity.generate(), 1, QUICK, List.of(rooms));
    }

    /// On a network interface of its own, so that it has an address of its own.
    static TestNode on(String card, Room... rooms) throws IOException {
        return new TestNode(card, 0, Identity.generate(), 1, CALM, List.of(rooms));
    }

    /// Where the handshake itself runs out of time.
    static TestNode hastyIn(Room... rooms) throws IOException {
        var hasty = new Timing(Duration.ofSeconds(1), LONG, PATIENT, CALM.end(), CALM.dial());
        return new TestNode(0, Identity.generate(), 1, hasty, List.of(rooms));
    }

    /// Where a silent peer is soon noticed.
    static TestNode attentiveIn(Room... rooms) throws IOException {
        var alive = new Timing.Alive(Duration.ofSeconds(1), Duration.ofSeconds(2), SOON);
        return new TestNode(0, Identity.generate(), 1, new Timing(LONG, LONG, alive, CALM.end(), CALM.dial()),
                List.of(rooms));
    }

    /// Where a peer that takes nothing is soon noticed.
    static TestNode pressingIn(Room... rooms) throws IOException {
        return new TestNode(0, Identity.generate(), 1,
                new Timing(LONG, Duration.ofSeconds(1), PATIENT, CALM.end(), CALM.dial()), List.of(rooms));
    }

    /// Where a newer connection does not wait long for the end of the one that it replaces.
    static TestNode handingOverSoon(Identity identity, Room... rooms) throws IOException {
        var timing = new Timing(LONG, LONG, PATIENT, new Timing.End(SOON, SOON), QUICKLY);
        return new TestNode(0, identity, 1, timing, List.of(rooms));
    }

    static TestNode of(Identity identity, long run, Room... rooms) throws IOException {
        return new TestNode(0, identity, run, QUICK, List.of(rooms));
    }

    /// Beside a peer that says its farewell.
    static TestNode unhurried(Identity identity, long run, Room... rooms) throws IOException {
        var timing = new Timing(LONG, LONG, PATIENT, new Timing.End(LONG, Duration.ofSeconds(30)), QUICKLY);
        return new TestNode(0, identity, run, timing, List.of(rooms));
    }

    static TestNode at(int port, Room... rooms) throws IOException {
        return new TestNode(port, Identity.generate(), 1, QUICK, List.of(rooms));
    }

    static Room keyed(String name, String words) {
        return Room.keyed(new RoomName(name), RoomKey.of(words));
    }

    Endpoint endpoint() {
        return new Endpoint(InetAddress.getLoopbackAddress(), port);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /// As presence tells others of this node.
    Candidate candidate() {
        return new Candidate(identity.fingerprint(), run, List.of(endpoint()),
                rooms.stream().map(Room::listing).toList(), false);
    }

    /// The same, at the address of its own network interface.
    Candidate candidate(InetAddress at) {
        return new Candidate(identity.fingerprint(), run, List.of(new Endpoint(at, port)),
                rooms.stream().map(Room::listing).toList(), false);
    }

    Session session() throws InterruptedException {
        recorder.awaitCount("joined", 1);
        return sessions.open().getFirst();
    }

    static Frame chat(String text) {
        return new Frame(FrameType.HAVE, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        sessions.close();
    }
}
