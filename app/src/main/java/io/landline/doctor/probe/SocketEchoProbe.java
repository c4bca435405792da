package io.landline.doctor.probe;

import io.landline.beacon.MulticastGroups;
import io.landline.beacon.UsableInterface;
import io.landline.beacon.UsableInterface.OwnAddress;
import io.landline.doctor.check.EchoProbe;
import io.landline.doctor.check.EchoResult;
import io.landline.doctor.system.SendErrors;
import io.landline.node.network.NodeNetwork;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Sends a datagram by each way out of each interface where Landline announces itself, from a socket of its own each:
/// its port tells, on coming back, which way it took. Nodes that hear it ignore it: it is a presence packet of an
/// unknown kind.
final class SocketEchoProbe implements EchoProbe {
    /// Magic, version 1, and a kind that no version has: receivers ignore those (docs/protocol/presence.md).
    private static final byte[] PACKET = {'L', 'N', 'D', 'L', 1, (byte) 0xEC, '{', '}'};
    /// The copy does not leave this computer; on a busy one it is there within milliseconds all the same.
    private static final Duration BACK_WITHIN = Duration.ofMillis(800);
    /// Of a network that is just up, IPv6 looks for duplicates of an address for up to two seconds, and the node uses
    /// it within another.
    private static final Duration READY_WITHIN = Duration.ofSeconds(3);
    /// A busy system loses a datagram, and the node takes up to a second to join the group of an address that has just
    /// become usable. What does not come back is sent again; three lost ones mean something.
    private static final int ROUNDS = 3;
    /// A laptop with containers and VPNs has thirty, of three ways each.
    private static final int ECHOES_MAX = 192;
    private static final int HOPS = 1;

    private final NodeNetwork network;
    private final PacketLog packetLog;

    SocketEchoProbe(NodeNetwork network, PacketLog packetLog) {
        this.network = network;
        this.packetLog = packetLog;
    }

    @Override
    public boolean canHear() {
        return network.sharedPort().isPresent();
    }

    @Override
    public List<EchoResult> listen() throws InterruptedException {
        List<Echo> echoes = echoes();
        if (!echoes.stream().allMatch(each -> isReady(each.own))) packetLog.await(_ -> false, READY_WITHIN);
        for (int round = 0; round < ROUNDS && !echoes.stream().allMatch(each -> each.back); round++) {
            for (Echo each : echoes) {
                if (!each.back) each.send();
            }
            long end = System.nanoTime() + BACK_WITHIN.toNanos();
            for (Echo each : echoes) each.await(end);
        }
        return echoes.stream().map(Echo::result).toList();
    }

    private List<Echo> echoes() {
        var all = new ArrayList<Echo>();
        List<UsableInterface> cards = network.shownOn();
        boolean ipv4 = cards.stream().anyMatch(card -> !card.loopback() && card.ipv4().isPresent());
        for (UsableInterface card : cards) card.ipv4().ifPresent(own -> addIpv4(card, own, all));
        for (UsableInterface card : cards) {
            if (!isForIpv6(card, ipv4)) continue;
            card.ipv6()
                    .ifPresent(own -> all.add(
                            new Echo(card, own, EchoResult.Way.MULTICAST_6, MulticastGroups.MULTICAST_6)));
        }
        return all.subList(0, Math.min(all.size(), ECHOES_MAX));
    }

    private void addIpv4(UsableInterface card, OwnAddress own, List<Echo> all) {
        if (card.loopback()) {
            all.add(new Echo(card, own, EchoResult.Way.SUBNET_BROADCAST, MulticastGroups.LOOPBACK_BROADCAST));
            return;
        }
        InetAddress directed = own.broadcast();
        if (directed != null) {
            all.add(new Echo(card, own, EchoResult.Way.BROADCAST, MulticastGroups.BROADCAST));
            all.add(new Echo(card, own, EchoResult.Way.SUBNET_BROADCAST, directed));
        }
        if (card.multicast()) all.add(new Echo(card, own, EchoResult.Way.MULTICAST, MulticastGroups.MULTICAST_4));
    }

    /// Where there is no IPv4 to try it with. Beside cards with IPv4, a card with nothing but a link-local address is a
    /// bridge's port or a side channel of the system, and proves nothing.
    static boolean isForIpv6(UsableInterface card, boolean ipv4Elsewhere) {
        if (card.loopback() || !card.multicast() || card.ipv4().isPresent()) return false;
        return !ipv4Elsewhere || card.addresses().stream().anyMatch(own -> !own.address().isLinkLocalAddress());
    }

    private static boolean isReady(OwnAddress own) {
        try (var _ = new DatagramSocket(new InetSocketAddress(own.address(), 0))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// One way out of one interface, tried until a copy came back.
    private final class Echo {
        private final UsableInterface card;
        private final OwnAddress own;
        private final EchoResult.Way way;
        private final InetAddress to;
        private final Set<InetSocketAddress> sentFrom = new HashSet<>();
        private String error = "";
        private boolean back;

        Echo(UsableInterface card, OwnAddress own, EchoResult.Way way, InetAddress to) {
            this.card = card;
            this.own = own;
            this.way = way;
            this.to = to;
        }

        void send() {
            boolean six = own.address() instanceof Inet6Address;
            try (var channel = DatagramChannel.open(six ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET)) {
                if (way.isBroadcast()) channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
                channel.bind(new InetSocketAddress(own.address(), 0));
                NetworkInterface system = NetworkInterface.getByIndex(card.index());
                if (system != null && card.multicast()) {
                    channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, system);
                }
                channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, HOPS);
                channel.send(ByteBuffer.wrap(PACKET), new InetSocketAddress(to, network.sharedPortWished()));
                sentFrom.add((InetSocketAddress) channel.getLocalAddress());
                error = "";
            } catch (IOException e) {
                error = SendErrors.inEnglish(e);
            }
        }

        void await(long end) throws InterruptedException {
            back |= !sentFrom.isEmpty() && packetLog.await(heard -> sentFrom.contains(heard.hop().other()),
                    Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }

        EchoResult result() {
            return new EchoResult(card.name(), way, sentFrom.isEmpty() ? error : "", back);
        }
    }
}
