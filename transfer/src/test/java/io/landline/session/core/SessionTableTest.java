package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.FrameWriter;
import io.landline.handshake.BlockedPeers;
import io.landline.handshake.GuessQueue;
import io.landline.handshake.Hello;
import io.landline.handshake.MemoryTrust;
import io.landline.handshake.RoomNegotiation.HandshakeContext;
import io.landline.handshake.RoomNegotiation.Settled;
import io.landline.handshake.RoomSlot;
import io.landline.handshake.TlsContexts;
import io.landline.identity.Identity;
import io.landline.peer.Endpoint;
import io.landline.peer.PeerName;
import io.landline.room.Room;
import io.landline.session.Candidate;
import io.landline.session.EndReason;
import io.landline.session.SessionListener;
import io.landline.session.SessionListeners;
import io.landline.session.wire.Deadlines;
import io.landline.session.wire.TlsConnection;
import io.landline.testing.Patience;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A connection that ends while the thread of its negotiation still tells that a room was joined on it. The table holds
/// no lock by then, so the end is told first.
class SessionTableTest {
    private static final Room KEYED = TestNode.keyed("class", "amber fox piano river");

    private final Identity self = Identity.generate();
    private final Identity other = Identity.generate();
    private final Recorder recorder = new Recorder();
    private final MemoryTrust trust = new MemoryTrust();
    private final NodeContext context = new NodeContext(
            new HandshakeContext(self, trust, BlockedPeers.of(trust), new GuessQueue(TestNode.UPTIME), TestNode.UPTIME,
                    Clock.systemUTC()),
            _ -> Standing.MEMBER, Timing.STANDARD, 1, new PeerName("self"), List.of(KEYED),
            new SessionListeners(List.of(), recorder, new SessionListener() {}, new SessionListener() {},
                    new SessionListener() {}),
            new SessionListener() {},
            new SessionListener() {}, recorder);
    private final Connector connector = new Connector(context);
    private final Told told = new Told();
    private final SessionTable table = new SessionTable(context,
            new SessionBulk.Wiring(new BulkTokens<>(new SecureRandom()), connector, ConcurrentHashMap.newKeySet(),
                    _ -> {}),
            told);
    private final Deadlines.Alarm alarm = context.deadlines.alarm(context::uptime, () -> told.dialler.runDue());

    @AfterEach
    void close() throws InterruptedException {
        told.dialler.stop();
        table.close(Duration.ofSeconds(1));
        context.deadlines.close();
    }

    /// Ends the connection where a room was joined on it, and goes on when that has been told.
    private final class Told implements SessionTable.Watcher {
        private final CountDownLatch endTold = new CountDownLatch(1);
        private final CountDownLatch provenTold = new CountDownLatch(1);
        private final Semaphore greetedTold = new Semaphore(0);
        private final AtomicInteger fruitless = new AtomicInteger();
        private Dialler dialler;

        @Override
        public void greeted(ControlConnection connection) {
            dialler.greeted(connection);
            greetedTold.release();
        }

        @Override
        public void placed(ControlConnection connection, Standing standing) {
            connection.lose(EndReason.LOST);
            try {
                assertTrue(endTold.await(Patience.SECONDS, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void proven(ControlConnection connection, Room room) {
            dialler.proven(connection, room);
            provenTold.countDown();
        }

        @Override
        public void fruitless(ControlConnection connection) {
            fruitless.incrementAndGet();
            dialler.fruitless(connection);
        }

        @Override
        public void ended(ControlConnection connection, ConnectionEnd how, boolean unconnected) {
            dialler.ended(connection, how, unconnected);
            endTold.countDown();
        }
    }

    /// Both list a room with a key, and the other side leaves that undecided. Then this user joins the open room that
    /// the other side lists: no frame brings that, so the thread that reads does not wait for it.
    private void meet(int port) throws Exception {
        context.localAddresses(LocalAddresses.now(Set.of("lo")));
        told.dialler = new Dialler(context, table, connector, alarm, _ -> {});
        told.dialler.start();
        var answered = new CountDownLatch(1);
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> saysLittle(listener, answered));
            TlsConnection link = TlsConnection.accepted(listener.accept(), TestNode.UPTIME.get(),
                    new TlsContexts(self));
            var connection = new ControlConnection(context, link, table, false);
            connection.sayHello();
            var hello = new Hello(Hello.MINOR_VERSION, 1, new PeerName("other"), port,
                    List.of(new RoomSlot(1, KEYED.listing()), new RoomSlot(2, TestNode.OPEN.listing())), List.of());
            Thread.ofVirtual().start(() -> connection.run(hello));
            assertTrue(answered.await(Patience.SECONDS, TimeUnit.SECONDS));
            context.rooms(List.of(KEYED, TestNode.OPEN), List.of());
            connection.soughtChanged();
            assertTrue(told.provenTold.await(Patience.SECONDS, TimeUnit.SECONDS));
        }
    }

    private void saysLittle(ServerSocket listener, CountDownLatch answered) {
        try (var raw = new Socket(listener.getInetAddress(), listener.getLocalPort())) {
            TlsConnection link = TlsConnection.dialled(raw, null, TestNode.UPTIME.get(), new TlsContexts(other));
            var out = new FrameWriter(link.output());
            out.write(new Frame(FrameType.PROVEN, "{\"rooms\":[]}".getBytes(StandardCharsets.UTF_8)));
            out.write(SessionFrames.PING);
            out.flush();
            for (Frame frame; (frame = link.frames().next()) != null;) {
                if (frame.type() == FrameType.PONG) answered.countDown();
            }
        } catch (Exception _) { // the node has hung up
        }
    }

    @Test
    void thatASessionOpenedIsToldBeforeItsEnd() throws Exception {
        meet(0);
        recorder.await("closed");
        assertEquals(1, recorder.all("opened").size());
    }

    @Test
    void aPeerThatIsGoneIsDialledAgain() throws Exception {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            meet(listener.getLocalPort());
            listener.setSoTimeout(Patience.MILLIS);
            told.dialler.sighted(new Candidate(other.fingerprint(), 1,
                    List.of(new Endpoint(listener.getInetAddress(), listener.getLocalPort())),
                    List.of(TestNode.OPEN.listing()), true));
            listener.accept().close();
        }
    }

    @Test
    void anAttemptThatNothingCameOfIsHeldAgainstThePeerAndOneWithoutAnAnswerInTimeIsNot() throws Exception {
        assertEquals(0, fruitlessAfter(Settled.UNDECIDED));
        assertEquals(1, fruitlessAfter(Settled.NOTHING));
    }

    private int fruitlessAfter(Settled how) throws Exception {
        told.dialler = new Dialler(context, table, connector, alarm, _ -> {});
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> saysLittle(listener, new CountDownLatch(1)));
            TlsConnection link = TlsConnection.accepted(listener.accept(), TestNode.UPTIME.get(),
                    new TlsContexts(self));
            var connection = new ControlConnection(context, link, table, false);
            connection.sayHello();
            var hello = new Hello(Hello.MINOR_VERSION, 1, new PeerName("other"), 0,
                    List.of(new RoomSlot(1, KEYED.listing())), List.of());
            Thread reader = Thread.ofVirtual().start(() -> connection.run(hello));
            told.greetedTold.acquire();
            new NegotiationOutcome(connection, context, table).settled(how);
            reader.join();
        }
        return told.fruitless.get();
    }
}
