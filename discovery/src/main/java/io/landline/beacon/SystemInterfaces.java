package io.landline.beacon;

import io.landline.beacon.UsableInterface.OwnAddress;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The interfaces as the system tells them. A subnet's broadcast address is computed from its prefix where Java reports
/// none. Stateless.
final class SystemInterfaces implements InterfaceSource {
    /// A laptop with containers and VPNs has some thirty.
    static final int INTERFACES_MAX = 64;
    /// The largest subnet that has a broadcast address; /31 and /32 have none (RFC 3021).
    static final int BROADCAST_PREFIX_MAX = 30;
    private static final int IPV4_BITS = 32;

    @Override
    public List<UsableInterface> interfaces() throws IOException {
        var usable = new ArrayList<UsableInterface>();
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            try {
                if (each.isUp()) add(each, usable);
            } catch (SocketException e) {
                continue; // it went between the list and the look: the next look knows
            }
        }
        usable.sort(Comparator.comparingInt(UsableInterface::index));
        return usable.subList(0, Math.min(usable.size(), INTERFACES_MAX));
    }

    private static void add(NetworkInterface each, List<UsableInterface> usable) throws IOException {
        var addresses = new ArrayList<OwnAddress>();
        boolean loopback = each.isLoopback();
        boolean pointToPoint = each.isPointToPoint();
        for (InterfaceAddress own : each.getInterfaceAddresses()) {
            int prefix = own.getNetworkPrefixLength();
            InetAddress broadcast = own.getAddress() instanceof Inet4Address four && !pointToPoint
                    ? broadcast(four, prefix, own.getBroadcast())
                    : null;
            addresses.add(new OwnAddress(own.getAddress(), prefix, broadcast));
        }
        addresses.sort(Comparator.comparing(own -> own.address().getHostAddress()));
        if (!addresses.isEmpty()) {
            usable.add(new UsableInterface(each.getName(), each.getIndex(), loopback, each.supportsMulticast(),
                    addresses));
        }
    }

    static @Nullable InetAddress broadcast(Inet4Address address, int prefixBits, @Nullable InetAddress reported)
            throws UnknownHostException {
        if (prefixBits > BROADCAST_PREFIX_MAX) return null;
        if (reported != null && !reported.isAnyLocalAddress()) return reported;
        byte[] bytes = address.getAddress();
        for (int bit = prefixBits; bit < IPV4_BITS; bit++) bytes[bit / 8] |= (byte) (0x80 >> bit % 8);
        return InetAddress.getByAddress(bytes);
    }
}
