package io.landline.node.network;

import io.landline.beacon.MulticastGroups;
import io.landline.beacon.UsableInterface;
import io.landline.beacon.UsableInterface.OwnAddress;
import io.landline.node.port.CommandException;
import io.landline.node.port.PacketTap;
import io.landline.node.port.Subscription;
import io.landline.peer.Direction;
import io.landline.peer.WrittenAddress;
import io.landline.presence.DatagramListener;
import io.landline.presence.ObservedDatagram;
import io.landline.presence.Presence;
import io.landline.presence.UnsentDatagram;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What passes presence's sockets, in the words of the node. Any thread.
public final class NodePacketTap implements PacketTap {
    private final Presence presence;
    private final NodeNetwork network;

    public NodePacketTap(Presence presence, NodeNetwork network) {
        this.presence = presence;
        this.network = network;
    }

    @Override
    public List<NetworkAdapter> adapters() {
        Set<UsableInterface> shownOn = Set.copyOf(network.shownOn());
        return presence.interfaces().stream().map(each -> card(each, !shownOn.contains(each))).toList();
    }

    private static NetworkAdapter card(UsableInterface used, boolean listeningOnly) {
        List<String> addresses = used.addresses()
                .stream()
                .map(own -> withoutScope(own.address()) + "/" + own.prefixBits())
                .toList();
        return new NetworkAdapter(used.name(), addresses, ways(used), used.loopback() ? "" : used.network(),
                listeningOnly);
    }

    @Override
    public void listenOnly(String name, boolean only) throws CommandException {
        network.listenOnly(name, only);
    }

    private static Set<Way> ways(UsableInterface used) {
        var ways = EnumSet.noneOf(Way.class);
        if (used.loopback()) {
            ways.add(Way.SUBNET_BROADCAST);
            return ways;
        }
        if (used.ipv4().isPresent()) {
            ways.add(Way.BROADCAST);
            if (used.ipv4().map(OwnAddress::broadcast).isPresent()) ways.add(Way.SUBNET_BROADCAST);
            if (used.multicast()) ways.add(Way.MULTICAST_4);
        }
        if (used.ipv6().isPresent() && used.multicast()) ways.add(Way.MULTICAST_6);
        return ways;
    }

    private static String withoutScope(InetAddress address) {
        String text = WrittenAddress.of(address);
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }

    @Override
    public Subscription watch(Watcher watcher) {
        var listener = new DatagramListener() {
            @Override
            public void passed(ObservedDatagram datagram) {
                watcher.passed(toDatagram(datagram));
            }

            @Override
            public void refused(UnsentDatagram datagram) {
                watcher.refused(new Refusal(datagram.at(), datagram.interfaceName(), way(datagram.to().getAddress()),
                        datagram.why()));
            }
        };
        presence.watch(listener);
        return () -> presence.unwatch(listener);
    }

    private Datagram toDatagram(ObservedDatagram passed) {
        boolean out = passed.hop().direction() == Direction.OUT;
        return new Datagram(passed, out ? way(passed.hop().other().getAddress()) : null);
    }

    private Way way(InetAddress to) {
        if (to.isMulticastAddress()) return to instanceof Inet6Address ? Way.MULTICAST_6 : Way.MULTICAST_4;
        if (to.equals(MulticastGroups.BROADCAST)) return Way.BROADCAST;
        return to instanceof Inet4Address && isSubnetBroadcast(to) ? Way.SUBNET_BROADCAST : Way.ONE_ADDRESS;
    }

    private boolean isSubnetBroadcast(InetAddress to) {
        return to.equals(MulticastGroups.LOOPBACK_BROADCAST) || presence.interfaces()
                .stream()
                .flatMap(each -> each.addresses().stream())
                .anyMatch(own -> to.equals(own.broadcast()));
    }
}
