package io.landline.lab.net;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The interfaces to the network, and the group of IPv6 that stands in for broadcast.
public final class NetworkInterfaces {
    /// All nodes of a link: every IPv6 computer is a member.
    private static final String ALL_NODES = "ff02::1";

    private NetworkInterfaces() {}

    private static InetAddress allNodes() throws IOException {
        return InetAddress.getByName(ALL_NODES);
    }

    /// On one of them, as it is written: `ff02::1%eth0`.
    public static InetAddress allNodes(NetworkInterface on) throws IOException {
        return Inet6Address.getByAddress(null, allNodes().getAddress(), on);
    }

    /// Those that are up and lead to others.
    public static List<NetworkInterface> up() throws IOException {
        var up = new ArrayList<NetworkInterface>();
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            if (each.isUp() && !each.isLoopback()) up.add(each);
        }
        return up;
    }

    /// The name of one that leads to others over IPv6.
    static String example() {
        try {
            return withIpv6Multicast().stream().map(NetworkInterface::getName).findFirst().orElse("eth0");
        } catch (IOException e) {
            return "eth0"; // the system does not list them
        }
    }

    /// Whether this means all computers of a network, one of this computer's own or whichever it is.
    static boolean isEverybody(InetAddress address) throws IOException {
        if (!(address instanceof Inet4Address)) return false;
        if (address.equals(InetAddress.ofLiteral("255.255.255.255"))) return true;
        return NetworkInterface.networkInterfaces()
                .flatMap(each -> each.getInterfaceAddresses().stream())
                .anyMatch(own -> own.getAddress() instanceof Inet4Address && isLast(address, own));
    }

    /// The last address of a network is that of everybody; one of two computers has none.
    private static boolean isLast(InetAddress address, InterfaceAddress own) {
        int hostBits = Integer.SIZE - own.getNetworkPrefixLength();
        if (hostBits < 2) return false;
        int all = hostBits == Integer.SIZE ? -1 : (1 << hostBits) - 1;
        return ByteBuffer.wrap(address.getAddress())
                .getInt() == (ByteBuffer.wrap(own.getAddress().getAddress()).getInt()
                        | all);
    }

    /// Those on which a message to all nodes can be sent.
    public static List<NetworkInterface> withIpv6Multicast() throws IOException {
        var fitting = new ArrayList<NetworkInterface>();
        for (NetworkInterface each : up()) {
            if (each.supportsMulticast() && each.inetAddresses().anyMatch(Inet6Address.class::isInstance)) {
                fitting.add(each);
            }
        }
        return fitting;
    }

    /// Lets the socket hear what is sent to all nodes. The computer is a member anyway, but Java passes to a socket
    /// only the groups that it has joined itself.
    public static void hearAllNodes(DatagramSocket socket) throws IOException {
        for (NetworkInterface each : withIpv6Multicast()) socket.joinGroup(new InetSocketAddress(allNodes(), 0), each);
    }
}
