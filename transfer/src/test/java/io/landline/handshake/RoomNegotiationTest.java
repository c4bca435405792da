package io.landline.handshake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.handshake.RoomNegotiation.HandshakeContext;
import io.landline.identity.Identity;
import io.landline.room.Room;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Negotiations with their own threads over real TLS on loopback.
@Timeout(60)
class RoomNegotiationTest {
    private static final Room CLASS = NegotiatorTest.CLASS;

    private final Identity ada = Identity.generate();
    private final Identity max = Identity.generate();

    @Test
    void twoNodesWithOneKeyJoinOverTls() throws Exception {
        try (TlsPair tls = TlsPair.of(ada, max);
                var client = new Talker(ada, Role.CLIENT, tls.client(), List.of(CLASS));
                var server = new Talker(max, Role.SERVER, tls.server(), List.of(CLASS))) {
            client.start();
            server.start();
            for (Talker side : List.of(client, server)) {
                assertEquals("joined #class", side.next());
                assertEquals("settled true", side.next());
            }
            assertTrue(client.trust.provers(CLASS.id()).contains(max.fingerprint()));
            client.ourRooms(List.of());
            assertEquals("left", client.next());
            assertEquals("left", server.next());
        }
    }

    @Test
    void h29_twoNodesWithDifferentKeysAreBothToldAndStoreNothing() throws Exception {
        try (TlsPair tls = TlsPair.of(ada, max);
                var client = new Talker(ada, Role.CLIENT, tls.client(), List.of(CLASS));
                var server = new Talker(max, Role.SERVER, tls.server(), List.of(NegotiatorTest.CLASS_OTHER_KEY))) {
            client.start();
            server.start();
            for (Talker side : List.of(client, server)) {
                assertEquals("refused wrong-key", side.next());
                assertEquals("settled false", side.next());
                assertTrue(side.trust.pinned().isEmpty());
            }
        }
    }

    /// Ends TLS on both sides with an identity of its own, sees all that passes, and carries every frame from one to
    /// the other.
    @Test
    void h28_aMachineInTheMiddleThatRelaysEveryFrameDoesNotGetIn() throws Exception {
        Identity middle = Identity.generate();
        try (TlsPair toMax = TlsPair.of(middle, max);
                TlsPair fromAda = TlsPair.of(ada, middle);
                var client = new Talker(ada, Role.CLIENT, fromAda.client(), List.of(CLASS));
                var server = new Talker(max, Role.SERVER, toMax.server(), List.of(CLASS))) {
            var frames = new AtomicInteger();
            relay(fromAda.server(), toMax.client(), frames);
            relay(toMax.client(), fromAda.server(), frames);
            client.start();
            server.start();
            for (Talker side : List.of(client, server)) {
                assertEquals("refused wrong-key", side.next());
                assertEquals("settled false", side.next());
                assertTrue(side.trust.pinned().isEmpty());
            }
            assertTrue(frames.get() >= 8, "it saw and carried the whole exchange: " + frames.get() + " frames");
        }
    }

    /// The same, where the two ends have met before: the machine cannot use the proof that each holds of the other.
    @Test
    void aMachineInTheMiddleCannotUseSomebodyElsesProof() throws Exception {
        Identity middle = Identity.generate();
        try (TlsPair toMax = TlsPair.of(middle, max);
                TlsPair fromAda = TlsPair.of(ada, middle);
                var client = new Talker(ada, Role.CLIENT, fromAda.client(), List.of(CLASS));
                var server = new Talker(max, Role.SERVER, toMax.server(), List.of(CLASS))) {
            client.trust.proven(CLASS.id(), max.publicKey(), TwoNodes.WALL.instant());
            server.trust.proven(CLASS.id(), ada.publicKey(), TwoNodes.WALL.instant());
            relay(fromAda.server(), toMax.client(), new AtomicInteger());
            relay(toMax.client(), fromAda.server(), new AtomicInteger());
            client.start();
            server.start();
            for (Talker side : List.of(client, server)) assertEquals("refused wrong-key", side.next());
        }
    }

    private static void relay(SSLSocket from, SSLSocket to, AtomicInteger frames) {
        Thread.ofVirtual().name("relay").start(() -> {
            try {
                var in = new DataInputStream(from.getInputStream());
                var out = new DataOutputStream(to.getOutputStream());
                while (true) {
                    Talker.write(out, Talker.read(in));
                    frames.incrementAndGet();
                }
            } catch (IOException e) {
                return; // one of the ends has hung up
            }
        });
    }

    @Test
    void aPeerWithOurOwnKeyIsRefused() {
        var channel = new AuthenticatedChannel(Role.CLIENT, ada.publicKey(), InetAddress.getLoopbackAddress(),
                TwoNodes.exporter(new byte[1]));
        var trust = new MemoryTrust();
        var context = new HandshakeContext(ada, trust, BlockedPeers.of(trust), new GuessQueue(Talker::uptime),
                Talker::uptime, Clock.systemUTC());
        var nodes = new TwoNodes();
        assertThrows(IllegalArgumentException.class,
                () -> new RoomNegotiation(context, channel, () -> SoughtRooms.of(List.of()), false, frame -> {},
                        nodes.client));
    }

    @Test
    void h33_noKeyShowsInFramesOrTexts() throws Exception {
        var nodes = new TwoNodes();
        nodes.meet(List.of(CLASS), List.of(CLASS));
        nodes.meet(List.of(CLASS), List.of(CLASS, NegotiatorTest.CLUB));
        var shown = new ArrayList<String>();
        for (var frame : nodes.client.allSent) {
            shown.add(new String(frame.body(), java.nio.charset.StandardCharsets.UTF_8));
        }
        shown.add(CLASS.toString());
        var exchange = Exchange
                .over(new AuthenticatedChannel(Role.CLIENT, max.publicKey(), InetAddress.getLoopbackAddress(),
                        TwoNodes.exporter(new byte[1])), ada.publicKey(), CLASS, 1);
        shown.add(exchange.toString());
        for (String text : shown) assertFalse(text.contains("amber") || text.contains("010000000000"), text);
        assertNotEquals(0, shown.size());
    }
}
