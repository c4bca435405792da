package io.landline.doctor;

import io.landline.beacon.MulticastGroups;
import io.landline.beacon.UsableInterface;
import io.landline.beacon.UsableInterface.OwnAddress;
import io.landline.node.NodeNetwork;
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
import java.util.List;

/// Sends one datagram by each way out of each interface where Landline announces itself, from a socket of its own each:
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
    /// A laptop with containers and VPNs has thirty, of three ways each.
    private static final int ECHOES_MAX = 192;
    private static final int HOPS = 1;

    private record Sent(String interfaceName, EchoResult.Way way, String error, InetSocketAddress from) {}

    private final NodeNetwork network;
    private final PacketLog air;

    SocketEchoProbe(NodeNetwork network, PacketLog air) {
        this.network = network;
        this.air = air;
    }

    @Override
    public boolean canHear() {
        return network.sharedPort().isPresent();
    }

    @Override
    public List<EchoResult> listen() throws InterruptedException {
        var sent = new ArrayList<Sent>();
        List<UsableInterface> cards = network.shownOn();
        boolean ipv4 = cards.stream().anyMatch(card -> !card.loopback() && card.ipv4().isPresent());
        for (UsableInterface card : cards) {
            if (sent.size() < ECHOES_MAX) card.ipv4().ifPresent(own -> send(card, own, sent));
        }
        List<UsableInterface> byIpv6 = cards.stream().filter(card -> isForIpv6(card, ipv4)).toList();
        if (!byIpv6.stream().flatMap(card -> card.ipv6().stream()).allMatch(SocketEchoProbe::isReady)) {
            air.await(_ -> false, READY_WITHIN);
        }
        for (UsableInterface card : byIpv6) {
            if (sent.size() >= ECHOES_MAX) break;
            card.ipv6()
                    .ifPresent(
                            own -> sent.add(send(card, own, EchoResult.Way.MULTICAST_6, MulticastGroups.MULTICAST_6)));
        }
        var echoes = new ArrayList<EchoResult>();
        long end = System.nanoTime() + BACK_WITHIN.toNanos();
        for (Sent each : sent) {
            boolean back = each.error().isEmpty() && air.await(heard -> heard.hop().other().equals(each.from()),
                    Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            echoes.add(new EchoResult(each.interfaceName(), each.way(), each.error(), back));
        }
        return echoes;
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

    private void send(UsableInterface card, OwnAddress own, List<Sent> sent) {
        if (card.loopback()) {
            sent.add(send(card, own, EchoResult.Way.SUBNET_BROADCAST, MulticastGroups.LOOPBACK_BROADCAST));
            return;
        }
        InetAddress directed = own.broadcast();
        if (directed != null) {
            sent.add(send(card, own, EchoResult.Way.BROADCAST, MulticastGroups.BROADCAST));
            sent.add(send(card, own, EchoResult.Way.SUBNET_BROADCAST, directed));
        }
        if (card.multicast()) sent.add(send(card, own, EchoResult.Way.MULTICAST, MulticastGroups.MULTICAST_4));
    }

    private Sent send(UsableInterface card, OwnAddress own, EchoResult.Way way, InetAddress to) {
        InetSocketAddress from = new InetSocketAddress(own.address(), 0);
        boolean six = own.address() instanceof Inet6Address;
        try (var channel = DatagramChannel.open(six ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET)) {
            if (way.isBroadcast()) channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
            channel.bind(from);
            from = (InetSocketAddress) channel.getLocalAddress();
            NetworkInterface system = NetworkInterface.getByIndex(card.index());
            if (system != null && card.multicast()) channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, system);
            channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, HOPS);
            channel.send(ByteBuffer.wrap(PACKET), new InetSocketAddress(to, network.sharedPortWished()));
            return new Sent(card.name(), way, "", from);
        } catch (IOException e) {
            String message = e.getMessage();
            return new Sent(card.name(), way, message == null || message.isBlank() ? e.toString() : message, from);
        }
    }
}
