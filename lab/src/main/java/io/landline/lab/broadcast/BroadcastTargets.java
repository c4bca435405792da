package io.landline.lab.broadcast;

import io.landline.lab.Family;
import io.landline.lab.net.Names;
import io.landline.lab.net.NetworkInterfaces;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a message to everybody goes.
final class BroadcastTargets {
    /// The limited broadcast address: never leaves the local network, and systems send it on one interface only.
    private static final String EVERYBODY = "255.255.255.255";

    private BroadcastTargets() {}

    /// @param by the interface to send on, which a multicast must be told; null: as the system routes it
    record Way(InetAddress to, @Nullable NetworkInterface by) {}

    /// One address, or with `broadcast` (or nothing) all that there are.
    static List<Way> of(String to, Family family) throws IOException, InterruptedException {
        if (!to.isBlank() && !to.equals("broadcast")) {
            // the socket is of one family, and without a choice of IPv4
            Family ofSocket = family == Family.IPV6 ? Family.IPV6 : Family.IPV4;
            return List.of(new Way(Names.resolve(to, ofSocket).getFirst(), null));
        }
        return family == Family.IPV6 ? onEachLink() : everyBroadcastAddress();
    }

    private static List<Way> everyBroadcastAddress() throws IOException {
        Set<InetAddress> addresses = new LinkedHashSet<>();
        addresses.add(InetAddress.getByName(EVERYBODY));
        for (NetworkInterface each : NetworkInterfaces.up()) {
            for (InterfaceAddress own : each.getInterfaceAddresses()) {
                if (own.getBroadcast() != null && !own.getBroadcast().isAnyLocalAddress()) {
                    addresses.add(own.getBroadcast());
                }
            }
        }
        return addresses.stream().map(address -> new Way(address, null)).toList();
    }

    private static List<Way> onEachLink() throws IOException {
        var ways = new ArrayList<Way>();
        for (NetworkInterface each : NetworkInterfaces.withIpv6Multicast()) {
            ways.add(new Way(NetworkInterfaces.allNodes(each), each));
        }
        return ways;
    }
}
