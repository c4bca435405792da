package io.landline.presence;

import io.landline.beacon.ReceivedDatagram;
import io.landline.identity.Identity;
import io.landline.presence.packet.OwnPackets;
import io.landline.presence.packet.PacketCodec;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/// One node whose table is full, as the product has it: every datagram an array of its own, nothing shared between
/// rows. For measuring.
final class FullTable {
    private static final int STILLS = 20_000;
    private static final int OWN_PORT = 5_264;
    /// Slow enough for the limits of strangers.
    private static final Duration BETWEEN = Duration.ofMillis(20);

    /// What the table holds on to: the node's state, and what its listeners are told from.
    private record Held(VirtualNet net, VirtualNet.Node node, PresenceCore core, PresenceEvents events) {
        /// Half of the stills warm Java up.
        double microsPerStill() {
            var peers = List.copyOf(events.here());
            var threads = ManagementFactory.getThreadMXBean();
            long began = 0;
            for (int i = 0; i < STILLS; i++) {
                if (i == STILLS / 2) began = threads.getCurrentThreadCpuTime();
                Sighting from = peers.get(i % peers.size());
                byte[] still = PacketCodec.still(from.peer(), from.run(), 0, AnnouncePace.INTERVAL_MIN);
                net.pass(BETWEEN);
                core.hear(new ReceivedDatagram(still,
                        new InetSocketAddress(from.endpoints().getFirst().address(), OWN_PORT),
                        "eth0", node), net.now());
                core.run(net.now());
            }
            return (threads.getCurrentThreadCpuTime() - began) / 1_000.0 / (STILLS - STILLS / 2);
        }
    }

    private FullTable() {}

    /// @param bytesPerRow of heap: the row itself, and its share in all that is kept by address
    /// @param microsPerStill of one core, for each *still* heard, reading it included
    record Figures(long bytesPerRow, double microsPerStill) {}

    static Figures measure() {
        Held empty = node(0);
        long before = Heap.usedBytes();
        Held full = node(PeerTable.ROWS_MAX);
        long after = Heap.usedBytes();
        int listed = full.events.here().size();
        if (listed < PeerTable.ROWS_MAX) throw new IllegalStateException("only " + listed + " are listed");
        double micros = full.microsPerStill();
        empty.events.close();
        full.events.close();
        return new Figures((after - before) / listed, micros);
    }

    private static Held node(int peers) {
        var events = new PresenceEvents();
        events.start(new CrowdListener(new CrowdListener.Register()));
        var net = new VirtualNet(new Random(1), 0);
        net.notesSent = false;
        VirtualNet.Node node = net.node("full", Identity.generate(), 1);
        var core = new PresenceCore(node, node.packets, _ -> true, events, new Random(1), VirtualNet.SHARED_PORT, false,
                List.of());
        core.start(net.now());
        for (int i = 1; i <= peers; i++) {
            net.pass(BETWEEN); // what was sent is gone
            byte[] announce = new OwnPackets(Identity.generate(), 1, VirtualNet.Node.own("peer " + i),
                    AnnouncePace.INTERVAL_MIN).announce(AnnouncePace.intervalMax(peers)).clone();
            core.hear(
                    new ReceivedDatagram(announce, new InetSocketAddress(VirtualNet.address(i + 1), OWN_PORT), "eth0",
                            node),
                    net.now());
            core.run(net.now());
        }
        net.pass(IdleChecks.AFTER);
        core.run(net.now());
        return new Held(net, node, core, events);
    }
}
