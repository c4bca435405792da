package io.landline.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.identity.Identity;
import io.landline.presence.VirtualNet.Node;
import io.landline.presence.packet.PacketCodec;
import io.landline.presence.packet.PacketKind;
import io.landline.presence.packet.Proof;
import io.landline.testing.Seed;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the user chose while the node runs: typed addresses, interfaces.
class ChosenAddressesTest {
    private static final Duration NEXT = Duration.ofSeconds(6);

    private final VirtualNet net = new VirtualNet(Seed.random("ChosenAddressesTest"), 0);

    @Test
    void aTypedAddressIsProbedUntilSomebodyIsListedThere() {
        Node max = net.node("Max", Identity.generate(), 1, Proof::holds, VirtualNet.address(2)).start();
        net.pass(65_000);
        long probes = max.sent.stream().filter("announce 10.0.0.2"::equals).count();
        assertTrue(probes >= 6 && probes <= 8, "" + probes);
        net.node("Mina", 1).start();
        net.pass(40_000);
        probes = max.sent.stream().filter("announce 10.0.0.2"::equals).count();
        net.pass(120_000);
        assertEquals(probes, max.sent.stream().filter("announce 10.0.0.2"::equals).count());
    }

    @Test
    void anAddressTypedLaterIsProbedAtOnceAndOneTakenBackNoMore() {
        Node max = net.node("Max", 1).start();
        net.pass(10_000);
        max.core.typed(List.of(VirtualNet.address(2)), net.now());
        max.dueAt = net.now();
        net.pass(20);
        assertEquals(1, max.sent.stream().filter("announce 10.0.0.2"::equals).count());
        max.core.typed(List.of(), net.now());
        net.pass(65_000);
        assertEquals(1, max.sent.stream().filter("announce 10.0.0.2"::equals).count());
    }

    @Test
    void whoIsRestrictedLaterHearsPrivateAddressesBeyondTheLinkNoMore() throws Exception {
        InetAddress beyond = InetAddress.getByAddress(new byte[]{(byte) 192, (byte) 168, 7, 7});
        Node max = net.node("Max", 1).start();
        max.core.restrict(true);
        max.take(PacketCodec.announcement(PacketKind.ANNOUNCE, Identity.generate(), 1, 1, Node.own("One"), NEXT),
                beyond, 5_264);
        assertEquals(0, max.listener.here().size());
        max.core.restrict(false);
        max.take(PacketCodec.announcement(PacketKind.ANNOUNCE, Identity.generate(), 1, 1, Node.own("Two"), NEXT),
                beyond, 5_264);
        assertEquals(1, max.listener.here().size());
    }
}
