package io.landline.beacon;

import io.landline.peer.ScopedAddress;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A network card as the system sees it, up and with an address: what we announce on and hear by. Immutable; any
/// thread.
///
/// @param name as the system calls it: `eth0`, `wlan0`, `lo`
/// @param index the system's number for it, which is also the scope of its IPv6 link-local addresses
public record UsableInterface(String name, int index, boolean loopback, boolean multicast, List<OwnAddress> addresses) {
    public UsableInterface {
        addresses = List.copyOf(addresses);
    }

    /// One of our addresses, with the size of its subnet.
    ///
    /// @param prefixBits 0 to 32 or 0 to 128
    /// @param broadcast the directed broadcast of the subnet; null if it has none (IPv6, point to point, /31, /32)
    public record OwnAddress(InetAddress address, int prefixBits, @Nullable InetAddress broadcast) {
        /// Whether another address lies in this address's subnet. Link-local IPv6 counts only with the same scope, or
        /// without one.
        public boolean reaches(InetAddress other) {
            if (address.getClass() != other.getClass()) return false;
            return ScopedAddress.mayMeet(address, other)
                    && samePrefix(address.getAddress(), other.getAddress(), prefixBits);
        }

        /// As people write it: the subnet's first address and the length of its prefix.
        String subnet() {
            byte[] first = address.getAddress();
            for (int bit = prefixBits; bit < first.length * Byte.SIZE; bit++) {
                first[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
            }
            try {
                return InetAddress.getByAddress(first).getHostAddress() + "/" + prefixBits;
            } catch (UnknownHostException e) {
                throw new AssertionError("as many bytes as before", e);
            }
        }

        private static boolean samePrefix(byte[] a, byte[] b, int bits) {
            int whole = Math.min(bits / 8, a.length);
            for (int i = 0; i < whole; i++) if (a[i] != b[i]) return false;
            int rest = whole < a.length ? bits % 8 : 0;
            return rest == 0 || ((a[whole] ^ b[whole]) & 0xff) >> (8 - rest) == 0;
        }
    }

    /// The address that our IPv4 socket is bound to: the first that is not link-local (169.254/16), else the first.
    public Optional<OwnAddress> ipv4() {
        var all = addresses.stream().filter(own -> own.address() instanceof Inet4Address).toList();
        return all.stream()
                .filter(own -> !own.address().isLinkLocalAddress())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /// The address that our IPv6 socket is bound to: the first link-local one, which has a scope, else the first.
    public Optional<OwnAddress> ipv6() {
        var all = addresses.stream().filter(own -> own.address() instanceof Inet6Address).toList();
        return all.stream()
                .filter(own -> own.address().isLinkLocalAddress())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /// How settings and people call the network that this interface is in: its name and its IPv4 subnets,
    /// `wlan0 192.168.1.0/24`. The name alone where it has none, or only link-local addresses (169.254/16), as before
    /// DHCP has answered.
    public String network() {
        var subnets = new TreeSet<String>();
        for (OwnAddress own : addresses) {
            if (own.address() instanceof Inet4Address && !own.address().isLinkLocalAddress()) subnets.add(own.subnet());
        }
        return subnets.isEmpty() ? name : name + " " + String.join(" ", subnets);
    }

    /// Whether an address lies in one of this interface's subnets.
    public boolean reaches(InetAddress other) {
        for (OwnAddress own : addresses) if (own.reaches(other)) return true; // for each datagram: no stream
        return false;
    }

    /// Whether this is one of our own addresses here.
    public boolean has(InetAddress address) {
        return addresses.stream().anyMatch(own -> ScopedAddress.mayBeSame(own.address(), address));
    }
}
