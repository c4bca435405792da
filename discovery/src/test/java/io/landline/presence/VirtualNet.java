package io.landline.presence;

import io.landline.beacon.Beacon;
import io.landline.beacon.DatagramTap;
import io.landline.beacon.ListenOnlyNetworks;
import io.landline.beacon.ReceivedDatagram;
import io.landline.beacon.ReplyPath;
import io.landline.beacon.UsableInterface;
import io.landline.beacon.UsableInterface.OwnAddress;
import io.landline.identity.Identity;
import io.landline.peer.PeerName;
import io.landline.presence.packet.AnnouncedState;
import io.landline.presence.packet.MalformedPacketException;
import io.landline.presence.packet.OwnPackets;
import io.landline.presence.packet.Packet;
import io.landline.presence.packet.PacketCodec;
import io.landline.presence.packet.Proof;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A subnet, 10.0.0.0/16, that exists in memory: nodes with real state machines, told time, and as much loss as a test
/// wants. An hour passes in a moment. Broadcasts come back to their sender, as they do on a wire.
final class VirtualNet {
    static final int SHARED_PORT = 5_263;
    private static final int OWN_PORT = 5_264;
    private static final int PREFIX_BITS = 16;
    /// As on a real interface: the limited and the directed broadcast.
    private static final int BROADCAST_COPIES = 2;
    private static final Duration LATENCY = Duration.ofMillis(1);
    /// So long a firewall lets answers in, as Linux does for a flow that was never answered.
    private static final Duration FLOW_REMEMBERED = Duration.ofSeconds(30);

    /// Of IPv4 and UDP, before each datagram.
    private static final int HEADER_BYTES = 28;

    /// Datagrams whose content is remembered: two for each node of the largest crowd, and some minutes of stills.
    private static final int READ_MAX = 100_000;

    /// Something that happens then: a datagram arrives, or a node has something due.
    private record Event(Duration at, long order, Runnable happens) {}
    private record Flow(int ownPort, InetSocketAddress other) {}

    private final PriorityQueue<Event> events = new PriorityQueue<>(
            Comparator.comparing(Event::at).thenComparing(Event::order));
    private final List<Node> nodes = new ArrayList<>();
    private final Map<InetAddress, Node> byAddress = new HashMap<>();
    private int hosts;
    private final Map<byte[], Packet> read = new IdentityHashMap<>();
    private final Random random;
    private final int lossPercent;
    private long order;
    private Duration now = Duration.ofSeconds(100);
    /// Whether what is for everybody reaches nobody, as with some access points.
    boolean swallowsBroadcast;
    /// Whether each node keeps a list of what it sent; a crowd's would be long.
    boolean notesSent = true;
    /// Datagrams that were put on the wire, and their bytes with IPv4 and UDP headers.
    long datagrams;
    long wireBytes;
    /// Datagrams that reached a node's state machine.
    long heard;

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
        return plugged(new Node(name, identity, run, ++hosts, checker, null, List.of(typed)));
    }

    /// One node of a crowd, which tells this listener and records nothing.
    Node crowdNode(String name, Predicate<Proof> checker, PresenceListener listener) {
        return plugged(new Node(name, Identity.generate(), 1, ++hosts, checker, listener, List.of()));
    }

    private Node plugged(Node node) {
        nodes.add(node);
        byAddress.put(node.address, node);
        return node;
    }

    /// Lets this much time pass, and all that happens in it.
    void pass(Duration time) {
        Duration until = now.plus(time);
        for (Event next = events.peek(); next != null && next.at.compareTo(until) <= 0; next = events.peek()) {
            events.remove();
            if (next.at.compareTo(now) > 0) now = next.at;
            next.happens.run();
        }
        now = until;
    }

    void pass(int millis) {
        pass(Duration.ofMillis(millis));
    }

    /// The same packet for all who hear the same datagram: ten million rows of their own would not fit.
    private Packet readOnce(byte[] datagram) throws MalformedPacketException {
        Packet known = read.get(datagram);
        if (known != null) return known;
        if (read.size() >= READ_MAX) read.clear();
        Packet packet = PacketCodec.decode(datagram);
        read.put(datagram, packet);
        return packet;
    }

    static InetAddress address(int host) {
        try {
            return InetAddress.getByAddress(new byte[]{10, 0, (byte) (host >> 8), (byte) host});
        } catch (UnknownHostException e) {
            throw new AssertionError("four bytes make an address", e);
        }
    }

    /// A node with its own wire to the switch.
    final class Node implements Beacon, ReplyPath {
        final Identity identity;
        final RecordingListener listener = new RecordingListener();
        final PresenceCore core;
        final OwnPackets packets;
        final InetAddress address;
        /// Kinds of what it sent, with their targets.
        final List<String> sent = new ArrayList<>();
        boolean plugged = true;
        private boolean alive = true;
        private final List<UsableInterface> interfaces;
        /// Others than the node knows, until it looks again.
        List<UsableInterface> interfacesNow;
        /// Whether a firewall lets nothing in but answers.
        boolean firewalled;
        private final Map<Flow, Duration> flows = new HashMap<>();
        private final ReplyPath own = () -> "eth0";
        private ListenOnlyNetworks silentIn = ListenOnlyNetworks.NOWHERE;
        Duration dueAt = ReplyQueue.NEVER;

        private Node(String name, Identity identity, long run, int host, Predicate<Proof> checker,
                @Nullable PresenceListener told, List<InetAddress> typed) {
            this.identity = identity;
            address = address(host);
            interfaces = List.of(
                    new UsableInterface("eth0", 1, false, true, List.of(new OwnAddress(address, PREFIX_BITS, null))));
            interfacesNow = interfaces;
            packets = new OwnPackets(identity, run, own(name), AnnouncePace.intervalMax(0));
            core = new PresenceCore(this, packets, checker, told == null ? listener : told,
                    new Random(random.nextLong()), SHARED_PORT, false, typed) {
                @Override
                Packet read(byte[] datagram) throws MalformedPacketException {
                    return readOnce(datagram);
                }
            };
        }

        static AnnouncedState own(String name) {
            return AnnouncedState.own(new PeerName(name), 6_000, List.of(), Set.of());
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
            alive = false;
            nodes.remove(this);
            byAddress.remove(address, this);
        }

        void run() {
            Duration due = core.run(now);
            if (due.compareTo(now) < 0) due = now;
            if (due.equals(dueAt)) return;
            dueAt = due;
            Duration planned = due;
            if (due.compareTo(ReplyQueue.NEVER) < 0) events.add(new Event(due, order++, () -> runPlanned(planned)));
        }

        /// Runs, unless something else came first and planned anew.
        private void runPlanned(Duration planned) {
            if (!alive || !dueAt.equals(planned)) return;
            dueAt = ReplyQueue.NEVER;
            run();
        }

        /// Hears a datagram as if it came from there.
        void take(byte[] datagram, InetAddress from, int port) {
            take(new ReceivedDatagram(datagram, new InetSocketAddress(from, port), "eth0", this));
        }

        private void take(ReceivedDatagram heard) {
            if (!plugged) return;
            VirtualNet.this.heard++;
            core.hear(heard, now);
            run();
        }

        private void arrive(ReceivedDatagram heard, int toPort) {
            Duration asked = flows.get(new Flow(toPort, heard.from()));
            if (firewalled && (asked == null || now.minus(asked).compareTo(FLOW_REMEMBERED) > 0)) return;
            take(heard);
        }

        long sent(String kind) {
            return sent.stream().filter(each -> each.startsWith(kind)).count();
        }

        private void put(byte[] datagram, int fromPort, @Nullable InetSocketAddress to) {
            if (notesSent) note(datagram, to);
            if (to != null && firewalled) flows.put(new Flow(fromPort, to), now);
            if (!plugged) return;
            int copies = to == null ? BROADCAST_COPIES : 1;
            datagrams += copies;
            wireBytes += (long) copies * (datagram.length + HEADER_BYTES);
            for (int i = 0; i < copies; i++) {
                events.add(new Event(now.plus(LATENCY), order++, () -> deliver(datagram, fromPort, to)));
            }
        }

        private void note(byte[] datagram, @Nullable InetSocketAddress to) {
            try {
                sent.add(PacketCodec.kind(datagram).label() + " "
                        + (to == null ? "all" : to.getAddress().getHostAddress()));
            } catch (MalformedPacketException e) {
                throw new AssertionError("our own packet", e);
            }
        }

        private void deliver(byte[] datagram, int fromPort, @Nullable InetSocketAddress to) {
            var from = new InetSocketAddress(address, fromPort);
            int toPort = to == null ? SHARED_PORT : to.getPort();
            if (toPort != SHARED_PORT && toPort != OWN_PORT) return; // nobody listens there
            List<Node> receivers = to == null
                    ? List.copyOf(nodes)
                    : Optional.ofNullable(byAddress.get(to.getAddress())).stream().toList();
            for (Node each : receivers) {
                boolean own = each == this;
                if (!own && (to == null && swallowsBroadcast || random.nextInt(100) < lossPercent)) continue;
                each.arrive(new ReceivedDatagram(datagram, from, "eth0", toPort == OWN_PORT ? each.own : each), toPort);
            }
        }

        @Override
        public void broadcast(byte[] datagram) {
            if (interfaces.stream().noneMatch(silentIn::covers)) put(datagram, OWN_PORT, null);
        }

        @Override
        public void broadcastWidely(byte[] datagram) {
            broadcast(datagram);
        }

        @Override
        public void keepSilentIn(ListenOnlyNetworks networks) { silentIn = networks; }

        @Override
        public void send(byte[] datagram, InetSocketAddress to) {
            put(datagram, OWN_PORT, to);
        }

        @Override
        public void sendFromShared(byte[] datagram, InetAddress to) {
            put(datagram, SHARED_PORT, new InetSocketAddress(to, SHARED_PORT));
        }

        @Override
        public void answer(byte[] datagram, ReceivedDatagram question) {
            put(datagram, question.by() == own ? OWN_PORT : SHARED_PORT, question.from());
        }

        @Override
        public List<UsableInterface> interfaces() {
            return interfaces;
        }

        @Override
        public List<UsableInterface> interfacesNow() {
            return interfacesNow;
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
        public void receive(Duration wait, Consumer<ReceivedDatagram> each) {
            throw new UnsupportedOperationException("the net delivers");
        }

        @Override
        public void wakeUp() {}

        @Override
        public void tap(@Nullable DatagramTap tap) {}

        @Override
        public String interfaceName() {
            return "eth0";
        }

        @Override
        public void close() {
            core.leave();
            die();
        }
    }
}
