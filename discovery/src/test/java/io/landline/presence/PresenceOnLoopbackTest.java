package io.landline.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.identity.Identity;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.presence.packet.AnnouncedState;
import io.landline.presence.packet.PacketCodec;
import io.landline.presence.packet.PacketKind;
import io.landline.testing.BackgroundFailures;
import io.landline.testing.FreeSharedPort;
import io.landline.testing.Patience;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Real nodes on the loopback interface, each test on a shared port of its own.
@ExtendWith(BackgroundFailures.class)
class PresenceOnLoopbackTest {
    private static final Duration SOON = Duration.ofMillis(500);

    private final Identity maxId = Identity.generate();
    private final Identity minaId = Identity.generate();

    @Test
    void nodesOfOneHostSeeEachOtherAppearChangeAndLeave() throws Exception {
        int port = FreeSharedPort.find();
        var atMax = new RecordingListener();
        var atMina = new RecordingListener();
        try (var max = open(port, maxId, 7, own("Max", 20_001));
                var mina = open(port, minaId, 7, own("Mina", 20_002))) {
            assertEquals(OptionalInt.of(port), max.sharedPort());
            max.start(atMax);
            mina.start(atMina);
            atMax.await("appeared Mina");
            atMina.await("appeared Max");
            mina.update(AnnouncedState.own(new PeerName("Mina B"), 20_002,
                    List.of(new RoomListing(new RoomName("class"), false)), Set.of()));
            atMax.await("changed Mina B");
            Sighting sighting = atMax.here().get(minaId.fingerprint());
            assertEquals("#class", sighting.rooms().getFirst().label());
            assertTrue(sighting.checked());
            assertEquals("[127.0.0.1:20002]", sighting.endpoints().toString());
            assertEquals(1, max.peers().size());
            mina.close();
            atMax.await("left Mina B LEAVE");
            assertEquals(List.of(), max.peers());
        }
    }

    @Test
    void aPeerThatIsThereSaysSoAndOneThatIsNotDoesNotWithinHalfASecond() throws Exception {
        int port = FreeSharedPort.find();
        var atMax = new RecordingListener();
        try (var max = open(port, maxId, 7, own("Max", 20_001))) {
            max.start(atMax);
            try (var mina = open(port, minaId, 7, own("Mina", 20_002))) {
                mina.start(new RecordingListener());
                atMax.await("appeared Mina");
                assertTrue(max.isThere(minaId.fingerprint(), Patience.LIMIT).get());
            }
            assertFalse(max.isThere(minaId.fingerprint(), SOON).get());
        }
    }

    @Test
    void aNodeWithoutTheSharedPortIsStillSeenAndSaysSo() throws Exception {
        int port = FreeSharedPort.find();
        var atMax = new RecordingListener();
        try (var other = new DatagramSocket(null)) {
            other.setReuseAddress(false);
            other.bind(new InetSocketAddress(port));
            try (var max = open(port, maxId, 7, own("Max", 20_001))) {
                assertEquals(OptionalInt.empty(), max.sharedPort());
                max.start(atMax);
                atMax.await("SharedPortTaken");
                byte[] buffer = new byte[2_000];
                var packet = new DatagramPacket(buffer, buffer.length);
                other.setSoTimeout(Patience.MILLIS);
                other.receive(packet);
                assertEquals(PacketKind.ANNOUNCE, PacketCodec.kind(Arrays.copyOf(buffer, packet.getLength())));
                // a question to its own socket is answered from there
                byte[] ask = PacketCodec.ask(maxId.fingerprint(), minaId.fingerprint(), 3);
                other.send(new DatagramPacket(ask, ask.length, packet.getSocketAddress()));
                while (PacketCodec.kind(Arrays.copyOf(buffer, packet.getLength())) != PacketKind.REPLY) {
                    other.receive(packet);
                }
            }
        }
    }

    @Test
    void theSeventeenthNodeOfAHostTakesAnyPortAndSaysSo() throws Exception {
        int port = FreeSharedPort.find();
        var taken = new ArrayList<DatagramSocket>();
        try {
            for (int i = 1; i <= 16; i++) taken.add(new DatagramSocket(port + i, InetAddress.getByName("127.0.0.1")));
            var atMax = new RecordingListener();
            var atMina = new RecordingListener();
            try (var max = open(port, maxId, 7, own("Max", 20_001));
                    var mina = open(port, minaId, 7, own("Mina", 0))) {
                max.start(atMax);
                mina.start(atMina);
                atMax.await("OwnPortsTaken");
                atMina.await("appeared Max");
                atMax.await("appeared Mina");
                assertEquals(List.of(), atMax.here().get(minaId.fingerprint()).endpoints());
            }
        } finally {
            taken.forEach(DatagramSocket::close);
        }
    }

    @Test
    void aCopyOfTheProfileIsToldOnBothSides() throws Exception {
        int port = FreeSharedPort.find();
        var first = new RecordingListener();
        var second = new RecordingListener();
        try (var one = open(port, maxId, 7, own("Max", 20_001));
                var two = open(port, maxId, 8, own("Max", 20_002))) {
            one.start(first);
            two.start(second);
            first.await("identity twice 127.0.0.1");
            second.await("identity twice 127.0.0.1");
            assertEquals(List.of(), one.peers());
        }
    }

    @Test
    void whoWatchesSeesWhatPassesBothWays() throws Exception {
        int port = FreeSharedPort.find();
        var seen = new LinkedBlockingQueue<ObservedDatagram>();
        try (var max = open(port, maxId, 7, own("Max", 20_001));
                var mina = open(port, minaId, 7, own("Mina", 20_002))) {
            max.watch(seen::add);
            max.start(new RecordingListener());
            mina.start(new RecordingListener());
            var kinds = new HashSet<String>();
            while (!kinds.containsAll(Set.of("OUT announce lo", "IN announce lo", "IN reply lo"))
                    && !kinds.containsAll(Set.of("OUT announce lo", "IN announce lo", "OUT reply lo"))) {
                ObservedDatagram next = seen.poll(Patience.SECONDS, TimeUnit.SECONDS);
                kinds.add(next.hop().direction() + " " + next.content().kindLabel() + " " + next.hop().interfaceName());
                assertTrue(next.content().body().startsWith("{") && next.content().problem().isEmpty());
            }
        }
    }

    private static Presence open(int port, Identity identity, long run, AnnouncedState own) throws Exception {
        return Presence.open(new Presence.Settings(port, List.of("lo"), List.of()), identity, run, own);
    }

    private static AnnouncedState own(String name, int tcpPort) {
        return AnnouncedState.own(new PeerName(name), tcpPort, List.of(), Set.of("chat"));
    }
}
