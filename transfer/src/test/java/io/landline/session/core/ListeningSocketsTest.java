package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.landline.cost.Standing;
import io.landline.cost.ThrottledLog;
import io.landline.handshake.BlockedPeers;
import io.landline.handshake.GuessQueue;
import io.landline.handshake.MemoryTrust;
import io.landline.handshake.RoomNegotiation.HandshakeContext;
import io.landline.identity.Identity;
import io.landline.peer.PeerName;
import io.landline.session.ListenSettings;
import io.landline.session.SessionListener;
import io.landline.session.SessionListeners;
import io.landline.session.core.LocalAddresses.Own;
import io.landline.session.wire.Deadlines;
import io.landline.testing.Patience;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Addresses of this computer that exist and can not be listened on yet, or never, as an IPv6 address while the system
/// looks whether another computer has it too.
class ListeningSocketsTest {
    private static final Own READY = own("127.0.0.1");
    private static final Own LATE = own("127.0.0.9");
    /// Of a network for documentation: no computer has it, so the system gives it to no socket.
    private static final Own NEVER = own("192.0.2.17");

    private final Recorder recorder = new Recorder();
    private final NodeContext context = context();
    private final CountDownLatch lateIsOpen = new CountDownLatch(1);
    private volatile boolean lateIsReady;
    private ListeningSockets sockets = sockets(0, false);

    @AfterEach
    void close() {
        sockets.close();
        context.deadlines.close();
    }

    @Test
    void anAddressThatIsNotReadyKeepsNoneOfTheOthersShut() throws Exception {
        context.localAddresses(new LocalAddresses(List.of(NEVER, READY), true));
        int port = sockets.listen();
        sockets.start();
        knock(READY, port);
        assertEquals(List.of(), recorder.all("warning"));
    }

    @Test
    void anAddressThatIsNotReadyIsNoPortThatIsTaken() throws Exception {
        context.localAddresses(new LocalAddresses(List.of(READY), true));
        int wished = sockets.listen();
        sockets.close();
        sockets = sockets(wished, true);
        context.localAddresses(new LocalAddresses(List.of(NEVER, READY), true));
        assertEquals(wished, sockets.listen());
        assertEquals(List.of(), recorder.all("warning"));
    }

    @Test
    void anAddressThatComesAndIsNotReadyIsListenedOnAsSoonAsItIs() throws Exception {
        context.localAddresses(new LocalAddresses(List.of(READY), true));
        int port = sockets.listen();
        sockets.start();
        context.localAddresses(new LocalAddresses(List.of(READY, LATE), true));
        sockets.addressesChanged();
        lateIsReady = true;
        lateIsOpen.await(Patience.SECONDS, TimeUnit.SECONDS);
        knock(LATE, port);
        assertEquals(List.of(), recorder.all("warning"));
    }

    @Test
    void aPortIsChosenAlsoWhereNoAddressIsThereYet() throws Exception {
        context.localAddresses(new LocalAddresses(List.of(), true));
        int port = sockets.listen();
        assertNotEquals(0, port);
        sockets.start();
        context.localAddresses(new LocalAddresses(List.of(READY), true));
        sockets.addressesChanged();
        knock(READY, port);
    }

    private static void knock(Own at, int port) throws IOException {
        new Socket(at.address(), port).close();
    }

    private ListeningSockets sockets(int port, boolean given) {
        return new ListeningSockets(new ListenSettings(port, given, Set.of("lo")), context,
                new ThrottledLog(System.getLogger("test"), context::uptime), Deadlines::closeQuietly, this::bind);
    }

    private ServerSocket bind(InetAddress address, int port) throws IOException {
        boolean late = address.equals(LATE.address());
        if (late && !lateIsReady) throw new BindException("not ready");
        var socket = new ServerSocket(port, 1, address);
        if (late && port != 0) lateIsOpen.countDown();
        return socket;
    }

    private static Own own(String address) {
        try {
            return new Own(InetAddress.getByName(address), 24);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private NodeContext context() {
        var trust = new MemoryTrust();
        return new NodeContext(
                new HandshakeContext(Identity.generate(), trust, BlockedPeers.of(trust),
                        new GuessQueue(TestNode.UPTIME), TestNode.UPTIME, Clock.systemUTC()),
                _ -> Standing.MEMBER, Timing.STANDARD, 1, new PeerName("self"), List.of(),
                new SessionListeners(List.of(), recorder, new SessionListener() {}, new SessionListener() {},
                        new SessionListener() {}),
                new SessionListener() {}, new SessionListener() {}, recorder);
    }
}
