package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.cost.Standing;
import io.landline.handshake.BlockedPeers;
import io.landline.handshake.GuessQueue;
import io.landline.handshake.MemoryTrust;
import io.landline.handshake.RoomNegotiation.HandshakeContext;
import io.landline.identity.Identity;
import io.landline.peer.Endpoint;
import io.landline.peer.PeerName;
import io.landline.session.ConnectFailure;
import io.landline.session.SessionListener;
import io.landline.session.SessionListeners;
import io.landline.session.core.LocalAddresses.Own;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectorTest {
    private final Recorder recorder = new Recorder();
    private final MemoryTrust trust = new MemoryTrust();
    private final NodeContext context = new NodeContext(
            new HandshakeContext(Identity.generate(), trust, BlockedPeers.of(trust), new GuessQueue(TestNode.UPTIME),
                    TestNode.UPTIME, Clock.systemUTC()),
            _ -> Standing.MEMBER, Timing.STANDARD, 1, new PeerName("self"), List.of(),
            new SessionListeners(List.of(), recorder, new SessionListener() {}, new SessionListener() {},
                    new SessionListener() {}),
            new SessionListener() {}, new SessionListener() {}, recorder);

    @AfterEach
    void close() {
        context.deadlines.close();
    }

    /// The system gives it to no socket yet, as an IPv6 address that another computer may have too. Nothing is sent.
    @Test
    void anAddressOfOursThatIsNotReadyIsNotSaidToBeThePeersFault() throws Exception {
        context.localAddresses(new LocalAddresses(List.of(new Own(InetAddress.getByName("192.0.2.17"), 24)), true));
        var there = new Endpoint(InetAddress.getByName("192.0.2.18"), 5263);
        IOException failed = assertThrows(IOException.class,
                () -> new Connector(context).reach(there, null, _ -> {}));
        assertEquals(ConnectFailure.NO_WAY, ConnectFailure.of(failed));
    }
}
