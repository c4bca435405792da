package io.landline.session.core;

import io.landline.peer.PrivateAddresses;
import io.landline.peer.ScopedAddress;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The addresses of this machine at one moment, and the peers that we may speak with from them
/// (docs/protocol/session.md, "Who speaks when"): loopback, link-local, private and on-link ones. A wildcard port with
/// a global IPv6 address is on the internet, so nobody else gets past the first look. Immutable.
record LocalAddresses(List<Own> own, boolean restricted) {
    /// One address of this machine with the length of its subnet's prefix, in bits.
    record Own(InetAddress address, int prefixBits) {
        boolean isOnLinkWith(InetAddress other) {
            byte[] mine = address.getAddress();
            byte[] theirs = other.getAddress();
            if (mine.length != theirs.length || !ScopedAddress.mayMeet(address, other)) return false;
            for (int bit = 0; bit < prefixBits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((mine[bit / 8] & mask) != (theirs[bit / 8] & mask)) return false;
            }
            return true;
        }
    }

    LocalAddresses {
        own = List.copyOf(own);
    }

    /// Looks at the system's interfaces now.
    ///
    /// @param interfaces the names of those that may be used; empty for all
    static LocalAddresses now(Collection<String> interfaces) throws SocketException {
        var own = new ArrayList<Own>();
        for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
            if (!interfaces.isEmpty() && !interfaces.contains(card.getName()) || !isUp(card)) continue;
            card.getInterfaceAddresses().forEach(a -> own.add(new Own(a.getAddress(), a.getNetworkPrefixLength())));
        }
        return new LocalAddresses(own, !interfaces.isEmpty());
    }

    private static boolean isUp(NetworkInterface card) {
        try {
            return card.isUp();
        } catch (SocketException e) {
            return false; // it went away while we looked
        }
    }

    Set<ScopedAddress> addresses() {
        return own.stream().map(one -> new ScopedAddress(one.address())).collect(Collectors.toUnmodifiableSet());
    }

    /// Loopback, or an address of this very machine: nobody on the network can speak from there.
    boolean isOurs(InetAddress address) {
        return address.isLoopbackAddress()
                || own.stream().anyMatch(one -> ScopedAddress.mayBeSame(one.address(), address));
    }

    /// Whether this address may be spoken with even if the user did not type it.
    boolean allows(InetAddress address) {
        if (address.isAnyLocalAddress() || address.isMulticastAddress()) return false;
        if (restricted && localFor(address) == null) return false;
        return address.isLoopbackAddress() || PrivateAddresses.contains(address)
                || own.stream().anyMatch(one -> one.isOnLinkWith(address));
    }

    /// The address of the usable interfaces to dial from; null if none fits. Where every interface may be used the
    /// system chooses better than we could: ask only when [#restricted].
    @Nullable
    InetAddress localFor(InetAddress target) {
        Own fits = null;
        for (Own one : own) {
            if (one.isOnLinkWith(target)) return one.address();
            boolean sameKind = one.address().getClass() == target.getClass()
                    && one.address().isLoopbackAddress() == target.isLoopbackAddress()
                    && one.address().isLinkLocalAddress() == target.isLinkLocalAddress()
                    && ScopedAddress.mayMeet(one.address(), target);
            if (sameKind && fits == null) fits = one;
        }
        return fits == null ? null : fits.address();
    }
}
