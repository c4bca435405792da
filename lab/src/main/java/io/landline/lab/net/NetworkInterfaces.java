package io.landline.lab.net;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
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
