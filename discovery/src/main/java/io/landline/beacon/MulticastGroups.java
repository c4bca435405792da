package io.landline.beacon;

import java.net.InetAddress;

/// Where announcements go besides the subnet's broadcast address. For probes that test whether they get through.
public final class MulticastGroups {
    /// All of the link, IPv4.
    public static final InetAddress BROADCAST = InterfaceSockets.BROADCAST;
    /// Java reports no broadcast address for the loopback interface, but it has one.
    public static final InetAddress LOOPBACK_BROADCAST = InterfaceSockets.LOOPBACK_BROADCAST;
    public static final InetAddress MULTICAST_4 = InterfaceSockets.GROUP_4;
    public static final InetAddress MULTICAST_6 = InterfaceSockets.GROUP_6;

    private MulticastGroups() {}
}
