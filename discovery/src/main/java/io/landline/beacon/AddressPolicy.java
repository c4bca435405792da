package io.landline.beacon;

import io.landline.peer.PrivateAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/// Which addresses Landline talks to at all: those on the link and private ones; never the internet. Stateless; any
/// thread.
public final class AddressPolicy {
    private AddressPolicy() {}

    /// Whether an address is in a subnet of one of these interfaces, or in one of the [PrivateAddresses]. Loopback
    /// counts only where the loopback interface is among the interfaces.
    public static boolean isLocal(InetAddress address, List<UsableInterface> interfaces) {
        if (!isPossibleSource(address)) return false;
        if (address.isLoopbackAddress()) return interfaces.stream().anyMatch(UsableInterface::loopback);
        return PrivateAddresses.contains(address) || interfaces.stream().anyMatch(each -> each.reaches(address));
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
}
