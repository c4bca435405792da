package io.landline.peer;

import java.net.Inet6Address;
import java.net.InetAddress;

/// Compares addresses as ways to somebody. Java compares the bytes alone, and leaves out the scope of an IPv6 address:
/// the interface behind which it lies. A link-local address is a way only together with its interface.
public final class ScopedAddress {
    private ScopedAddress() {}

    /// Whether both lead to the same place by the same interface.
    public static boolean areSame(InetAddress one, InetAddress other) {
        return one.equals(other) && scope(one) == scope(other);
    }

    /// Whether both lie behind one interface, as far as both name one. An address that is not link-local is bound to no
    /// interface.
    public static boolean mayMeet(InetAddress one, InetAddress other) {
        return scope(one) == 0 || scope(other) == 0 || scope(one) == scope(other);
    }

    /// The number of the interface; 0 where the address names none, or leads the same way behind each. Java also names
    /// one with this computer's own global addresses.
    public static int scope(InetAddress address) {
        return address.isLinkLocalAddress() && address instanceof Inet6Address six ? six.getScopeId() : 0;
    }
}
