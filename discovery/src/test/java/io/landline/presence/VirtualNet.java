package io.landline.presence;

import io.landline.beacon.Beacon;
import io.landline.beacon.Heard;
import io.landline.beacon.Tap;
import io.landline.beacon.UsableInterface;
import io.landline.beacon.UsableInterface.OwnAddress;
import io.landline.beacon.Way;
import io.landline.identity.Identity;
import io.landline.peer.PeerName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A subnet, 10.0.0.0/16, that exists in memory: nodes with real state machines, told time, and as much loss as a test wants. An hour
/// passes in a moment. Broadcasts come back to their sender, as they do on a wire.
final class VirtualNet {
    static final int SHARED_PORT = 5_263;
    private static final int OWN_PORT = 5_264;
    private static final int PREFIX_BITS = 16;
    /// As on a real interface: the limited and the directed broadcast.
    private static final int BROADCAST_COPIES = 2;
    private static final Duration LATENCY = Duration.ofMillis(1);
    /// So long a firewall lets answers in, as Linux does for a flow that was never answered.
    private static final Duration FLOW_REMEMBERED = Duration.ofSeconds(30);

    private record Delivery(Duration at, long order, Node to, int toPort, Heard heard) {}
    private record Flow(int ownPort, InetSocketAddress other) {}

    private final PriorityQueue<Delivery> wire = new PriorityQueue<>(Comparator.comparing(Delivery::at).thenComparing(Delivery::order));
    private final List<Node> nodes = new ArrayList<>();
    private final Random random;
    private final int lossPercent;
    private long order;
    private Duration now = Duration.ofSeconds(100);
    /// Whether what is for everybody reaches nobody, as with some access points.
    boolean swallowsBroadcast;

    VirtualNet(Random random, int lossPercent) {
        this.random = random;
        this.lossPercent = lossPercent;
    }

    Duration now() {
        return now;
    }

    Node node(String name, long run) {
        return node(name, Identity.generate(), run);
    }

    Node node(String name, Identity identity, long run) {
        return node(name, identity, run, Proof::holds);
    }

    Node node(String name, Identity identity, long run, Predicate<Proof> checker, InetAddress... typed) {
        var node = new Node(name, identity, run, nodes.size() + 1, checker, List.of(typed));
        nodes.add(node);
        return node;
    }

    /// Lets this much time pass, and all that happens in it.
    void pass(Duration time) {
        Duration until = now.plus(time);
        while (true) {
            Delivery next = wire.peek();
            Duration due = next == null ? until : next.at;
            Node first = null;
            for (Node node : nodes) {
                if (node.dueAt.compareTo(due) > 0) continue;
                due = node.dueAt;
                first = node;
            }
            if (due.compareTo(until) > 0 || next == null && first == null) break;
            if (due.compareTo(now) > 0) now = due;
            if (first != null) {
                first.run();
            } else {
                wire.remove();
                next.to.arrive(next.heard, next.toPort);
            }
        }
        now = until;
    }

    void pass(int millis) {
        pass(Duration.ofMillis(millis));
    }

    static InetAddress address(int host) {
        try {
            return InetAddress.getByAddress(new byte[]{10, 0, (byte) (host >> 8), (byte) host});
        } catch (UnknownHostException e) {
            throw new AssertionError("four bytes make an address", e);
        }
    }

    /// A node with its own wire to the switch.
    final class Node implements Beacon, Way {
        final Identity identity;
        final RecordingListener listener = new RecordingListener();
        final PresenceCore core;
        final OwnPackets packets;
        final InetAddress address;
        /// Kinds of what it sent, with their targets.
        final List<String> sent = new ArrayList<>();
        boolean plugged = true;
        /// Whether a firewall lets nothing in but answers.
        boolean firewalled;
        private final Map<Flow, Duration> flows = new HashMap<>();
        private final Way own = () -> "eth0";
        Duration dueAt = UnicastTurns.NEVER;

        private Node(String name, Identity identity, long run, int host, Predicate<Proof> checker, List<InetAddress> typed) {
            this.identity = identity;
            address = address(host);
            packets = new OwnPackets(identity, run, own(name), AnnouncePace.intervalMax(0));
            core = new PresenceCore(this, packets, checker, listener, new Random(random.nextLong()), SHARED_PORT, false, typed);
        }

        static Presence.Own own(String name) {
            return new Presence.Own(new PeerName(name), 6_000, List.of(), Set.of());
        }

        Node start() {
            core.start(now);
            run();
            return this;
        }

        void update(String name) {
            core.update(own(name), now);
            run();
        }

        /// Goes without a word, as a process that is killed.
        void die() {
            nodes.remove(this);
        }

        private void run() {
            dueAt = core.run(now);
            if (dueAt.compareTo(now) < 0) dueAt = now;
        }

        /// Hears a datagram as if it came from there.
        void take(byte[] datagram, InetAddress from, int port) {
            take(new Heard(datagram, new InetSocketAddress(from, port), "eth0", this));
        }

        private void take(Heard heard) {
            if (!plugged) return;
            core.hear(heard, now);
            run();
        }

        private void arrive(Heard heard, int toPort) {
            Duration asked = flows.get(new Flow(toPort, heard.from()));
            if (firewalled && (asked == null || now.minus(asked).compareTo(FLOW_REMEMBERED) > 0)) return;
            take(heard);
        }

        long sent(String kind) {
            return sent.stream().filter(each -> each.startsWith(kind)).count();
        }

        private void put(byte[] datagram, int fromPort, @Nullable InetSocketAddress to) {
            try {
                sent.add(PacketCodec.kind(datagram).label() + " " + (to == null ? "all" : to.getAddress().getHostAddress()));
            } catch (MalformedPacketException e) {
                throw new AssertionError("our own packet", e);
            }
            if (to != null) flows.put(new Flow(fromPort, to), now);
            int copies = to == null ? BROADCAST_COPIES : 1;
            for (Node each : nodes) {
                if (to != null ? !each.address.equals(to.getAddress()) : swallowsBroadcast && each != this) continue;
                if (!plugged) continue;
                for (int i = 0; i < copies; i++) {
                    if (each == this || random.nextInt(100) >= lossPercent) deliver(datagram, fromPort, each, to == null ? SHARED_PORT : to.getPort());
                }
            }
        }

        private void deliver(byte[] datagram, int fromPort, Node each, int toPort) {
            var heard = new Heard(datagram, new InetSocketAddress(address, fromPort), "eth0", toPort == OWN_PORT ? each.own : each);
            wire.add(new Delivery(now.plus(LATENCY), order++, each, toPort, heard));
        }

        @Override
        public void broadcast(byte[] datagram) {
            put(datagram, OWN_PORT, null);
        }

        @Override
        public void broadcastWidely(byte[] datagram) {
            put(datagram, OWN_PORT, null);
        }

        @Override
        public void send(byte[] datagram, InetSocketAddress to) {
            put(datagram, OWN_PORT, to);
        }

        @Override
        public void sendFromShared(byte[] datagram, InetAddress to) {
            put(datagram, SHARED_PORT, new InetSocketAddress(to, SHARED_PORT));
        }

        @Override
        public void answer(byte[] datagram, Heard question) {
            put(datagram, question.by() == own ? OWN_PORT : SHARED_PORT, question.from());
        }

        @Override
        public List<UsableInterface> interfaces() {
            return List.of(new UsableInterface("eth0", 1, false, true, List.of(new OwnAddress(address, PREFIX_BITS, null))));
        }

        @Override
        public OptionalInt sharedPort() {
            return OptionalInt.of(SHARED_PORT);
        }

        @Override
        public boolean refresh() {
            return false;
        }

        @Override
        public void receive(Duration wait, Consumer<Heard> each) {
            throw new UnsupportedOperationException("the net delivers");
        }

        @Override
        public void wakeUp() {}

        @Override
        public void tap(@Nullable Tap tap) {}

        @Override
        public String interfaceName() {
            return "eth0";
        }

        @Override
        public void close() {
            core.leave();
            nodes.remove(this);
        }
    }
}
