package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.handshake.BlockedPeers;
import io.landline.handshake.GuessQueue;
import io.landline.handshake.MemoryTrust;
import io.landline.handshake.RoomNegotiation;
import io.landline.identity.Identity;
import io.landline.peer.PeerName;
import io.landline.session.ListenSettings;
import io.landline.session.SessionListener;
import io.landline.session.SessionListeners;
import io.landline.session.SessionWarning;
import io.landline.testing.Patience;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ListeningTest {
    private final Recorder recorder = new Recorder();

    @Test
    void aPortThatTheUserGaveIsNotReplaced() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Sessions sessions = sessions(new ListenSettings(taken.getLocalPort(), true, Set.of("lo")))) {
            assertThrows(BindException.class, sessions::listen);
            assertEquals(List.of(), recorder.all("warning"));
        }
    }

    @Test
    void h90_aWishedPortThatIsTakenIsReplacedWithAWarning() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Sessions sessions = sessions(new ListenSettings(taken.getLocalPort(), false, Set.of("lo")))) {
            int used = sessions.listen();
            assertNotEquals(taken.getLocalPort(), used);
            assertEquals(List.of("warning " + new SessionWarning.PortTaken(taken.getLocalPort(), used)),
                    recorder.all("warning"));
        }
    }

    @Test
    void withoutARestrictionBothFamiliesAreListenedOn() throws Exception {
        NetworkInterface lo = NetworkInterface.getByName("lo");
        boolean both = lo != null && lo.inetAddresses().anyMatch(address -> address instanceof Inet6Address);
        Assumptions.assumeTrue(both, "loopback has no IPv6 address here");
        try (Sessions sessions = sessions(new ListenSettings(0, true, Set.of()))) {
            int port = sessions.listen();
            sessions.start();
            for (String address : List.of("127.0.0.1", "::1")) {
                try (var socket = new Socket(InetAddress.getByName(address), port)) {
                    socket.setSoTimeout(Patience.MILLIS);
                    socket.getOutputStream().write('x');
                    assertEquals(-1, socket.getInputStream().read(), address);
                }
            }
        }
    }

    @Test
    void listeningFollowsTheChosenInterfacesOnTheSamePort() throws Exception {
        try (Sessions sessions = sessions(new ListenSettings(0, true, Set.of("lo")))) {
            int port = sessions.listen();
            sessions.start();
            assertTrue(takes(port));
            sessions.useInterfaces(Set.of("none"));
            assertFalse(takes(port));
            sessions.useInterfaces(Set.of());
            assertTrue(takes(port));
            sessions.useInterfaces(Set.of("lo"));
            assertTrue(takes(port));
            assertEquals(List.of(), recorder.all("warning"));
        }
    }

    private static boolean takes(int port) throws IOException {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (ConnectException e) {
            return false;
        }
    }

    private Sessions sessions(ListenSettings settings) {
        var trust = new MemoryTrust();
        var handshake = new RoomNegotiation.HandshakeContext(Identity.generate(), trust, BlockedPeers.of(trust),
                new GuessQueue(TestNode.UPTIME), TestNode.UPTIME, Clock.systemUTC());
        return new Sessions(settings, handshake, _ -> Standing.STRANGER, 1, new PeerName("listener"),
                List.of(TestNode.OPEN),
                new SessionListeners(List.of(), recorder, recorder, new SessionListener() {}, new SessionListener() {}),
                recorder);
    }
}
