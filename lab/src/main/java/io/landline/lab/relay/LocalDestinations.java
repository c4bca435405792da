package io.landline.lab.relay;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.util.List;

/// Which addresses are near: this computer, link-local, private, or on one of its own subnets. Broadcast and multicast
/// are nobody.
final class LocalDestinations {
    private static final int BITS_PER_BYTE = 8;
    /// fc00::/7, "unique local": the first seven bits.
    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    private static final int UNIQUE_LOCAL = 0xfc;

    private LocalDestinations() {}

    static boolean isOne(InetAddress address) throws IOException {
        if (address.isAnyLocalAddress() || address.isMulticastAddress() || isBroadcast(address)) return false;
        return address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress()
                || isUniqueLocal(address) || isOnLink(address);
    }

    static boolean isOwn(InetAddress address) throws IOException {
        return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
    }

    private static boolean isUniqueLocal(InetAddress address) {
        return address instanceof Inet6Address && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
    }

    private static boolean isBroadcast(InetAddress address) throws IOException {
        if (address.getHostAddress().equals("255.255.255.255")) return true;
        for (InterfaceAddress each : ownAddresses()) {
            if (address.equals(each.getBroadcast())) return true;
        }
        // Of the loopback network Java names no broadcast address; Linux has one all the same.
        return address.getHostAddress().equals("127.255.255.255");
    }

    private static boolean isOnLink(InetAddress address) throws IOException {
        for (InterfaceAddress each : ownAddresses()) {
            if (haveCommonPrefix(address.getAddress(), each.getAddress().getAddress(), each.getNetworkPrefixLength())) {
                return true;
            }
        }
        return false;
    }

    private static boolean haveCommonPrefix(byte[] one, byte[] other, int bits) {
        if (one.length != other.length || bits == 0) return false;
        for (int bit = 0; bit < bits; bit++) {
            int mask = 1 << BITS_PER_BYTE - 1 - bit % BITS_PER_BYTE;
            if (((one[bit / BITS_PER_BYTE] ^ other[bit / BITS_PER_BYTE]) & mask) != 0) return false;
        }
        return true;
    }

    private static List<InterfaceAddress> ownAddresses() throws IOException {
        return NetworkInterface.networkInterfaces().flatMap(each -> each.getInterfaceAddresses().stream()).toList();
    }
}
