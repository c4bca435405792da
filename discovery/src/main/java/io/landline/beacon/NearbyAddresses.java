package io.landline.beacon;

import io.landline.beacon.UsableInterface.OwnAddress;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The IPv4 addresses near ours, for probing them one after the other. Stateless; any thread.
public final class NearbyAddresses {
    private NearbyAddresses() {}

    /// The addresses of the subnets on our interfaces, those next to ours first, subnets in turn; without our own.
    /// Link-local addresses (169.254/16) are drawn at random, so none of them is near.
    public static List<InetAddress> nearestFirst(List<UsableInterface> interfaces, int max) {
        var subnets = new ArrayList<Subnet>();
        var own = new HashSet<InetAddress>();
        for (UsableInterface each : interfaces) {
            for (OwnAddress address : each.addresses()) {
                own.add(address.address());
                if (!each.loopback() && Subnet.isWorthSweeping(address)) subnets.add(Subnet.of(address));
            }
        }
        var found = new LinkedHashSet<InetAddress>();
        int widest = subnets.stream().mapToInt(subnet -> subnet.widest(max)).max().orElse(0);
        for (int distance = 1; distance <= widest && found.size() < max; distance++) {
            for (Subnet subnet : subnets) {
                subnet.addTo(found, own, -distance);
                subnet.addTo(found, own, distance);
            }
        }
        return found.stream().limit(max).toList();
    }

    /// One IPv4 subnet as numbers: its first and last address, which belong to no host, and ours.
    private record Subnet(long first, long last, long own) {
        private static final int BITS = 32;
        /// The smallest subnet that has addresses for somebody besides us, for the broadcast and for the net.
        private static final int PREFIX_MAX = 30;

        static boolean isWorthSweeping(OwnAddress own) {
            return own.address() instanceof Inet4Address four && !four.isLinkLocalAddress() && own.prefixBits() > 0
                    && own.prefixBits() <= PREFIX_MAX;
        }

        static Subnet of(OwnAddress own) {
            long number = 0;
            for (byte octet : own.address().getAddress()) number = number << Byte.SIZE | octet & 0xff;
            long hosts = (1L << BITS - own.prefixBits()) - 1;
            return new Subnet(number & ~hosts, number | hosts, number);
        }

        /// How far the farthest address that may be swept is from ours: with both directions more is never needed.
        int widest(int max) {
            return (int) Math.min(max, last - first);
        }

        void addTo(Set<InetAddress> found, Set<InetAddress> own, int distance) {
            long number = this.own + distance;
            if (number <= first || number >= last) return;
            byte[] octets = {(byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number};
            try {
                InetAddress address = InetAddress.getByAddress(octets);
                if (!own.contains(address)) found.add(address);
            } catch (UnknownHostException e) {
                throw new AssertionError("four bytes make an address", e);
            }
        }
    }
}
