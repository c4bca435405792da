package io.landline.beacon;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/// Which addresses Landline talks to at all: those on the link and private ones; never the internet. Stateless; any
/// thread.
public final class AddressPolicy {
    private static final int UNIQUE_LOCAL_MASK = 0xfe; // fc00::/7, RFC 4193 §3.1
    private static final int UNIQUE_LOCAL = 0xfc;

    private AddressPolicy() {}

    /// Whether an address is in a subnet of one of these interfaces, or private by its range: 10/8, 172.16/12,
    /// 192.168/16 (RFC 1918), 169.254/16 (RFC 3927), fe80::/10, fc00::/7. Loopback counts only where the loopback
    /// interface is among the interfaces.
    public static boolean isLocal(InetAddress address, List<UsableInterface> interfaces) {
        if (!isPossibleSource(address)) return false;
        if (address.isLoopbackAddress()) return interfaces.stream().anyMatch(UsableInterface::loopback);
        return isPrivate(address) || interfaces.stream().anyMatch(each -> each.reaches(address));
    }

    /// Whether a datagram can have come from this address: not unspecified, no multicast or broadcast address, no
    /// link-local IPv6 address without its scope.
    public static boolean isPossibleSource(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isMulticastAddress()) return false;
        if (address instanceof Inet6Address six) return !six.isLinkLocalAddress() || six.getScopeId() != 0;
        byte[] bytes = address.getAddress();
        // 0/8 is "this network", 240/4 and up reserved or broadcast (RFC 6890)
        return bytes[0] != 0 && (bytes[0] & 0xff) < 240;
    }

    private static boolean isPrivate(InetAddress address) {
        if (address.isSiteLocalAddress() && !(address instanceof Inet6Address)) return true;
        if (address.isLinkLocalAddress()) return true;
        return address instanceof Inet6Address && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
    }
}
