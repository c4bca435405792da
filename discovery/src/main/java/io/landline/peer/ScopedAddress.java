package io.landline.peer;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An address as a way to somebody: equal to another where both lead to the same place by the same interface. Java
/// compares the bytes alone, and leaves out the scope of an IPv6 address: the interface behind which it lies. A
/// link-local address is a way only together with its interface. Immutable; any thread.
public record ScopedAddress(InetAddress address) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScopedAddress(InetAddress its) && areSame(address, its);
    }

    @Override
    public int hashCode() {
        return 31 * address.hashCode() + scope(address);
    }

    /// Each place once, in their order.
    public static Stream<InetAddress> distinct(Stream<InetAddress> addresses) {
        return addresses.map(ScopedAddress::new).distinct().map(ScopedAddress::address);
    }

    /// Whether both lead to the same place by the same interface.
    public static boolean areSame(InetAddress one, InetAddress other) {
        return one.equals(other) && scope(one) == scope(other);
    }

    /// Whether both may lead to the same place: an address that a person typed may name no interface, and then means
    /// each of them.
    public static boolean mayBeSame(InetAddress one, InetAddress other) {
        return one.equals(other) && mayMeet(one, other);
    }

    /// Whether both lie behind one interface, as far as both name one. An address that is not link-local is bound to no
    /// interface.
    public static boolean mayMeet(InetAddress one, InetAddress other) {
        return scope(one) == 0 || scope(other) == 0 || scope(one) == scope(other);
    }

    /// All that an address may mean which a person typed: a link-local IPv6 address without an interface leads behind
    /// each of these. Any other one, or one where there is no interface, stays as it is.
    ///
    /// @param scopes the interfaces' numbers
    public static List<InetAddress> ways(InetAddress typed, List<Integer> scopes) {
        if (!(typed instanceof Inet6Address six) || !six.isLinkLocalAddress() || scope(six) != 0 || scopes.isEmpty()) {
            return List.of(typed);
        }
        return scopes.stream().map(scope -> behind(six, scope)).toList();
    }

    private static InetAddress behind(Inet6Address address, int scope) {
        try {
            return Inet6Address.getByAddress(null, address.getAddress(), scope);
        } catch (UnknownHostException e) {
            throw new AssertionError("as many bytes as before", e);
        }
    }

    /// The number of the interface; 0 where the address names none, or leads the same way behind each. Java also names
    /// one with this computer's own global addresses.
    public static int scope(InetAddress address) {
        return address.isLinkLocalAddress() && address instanceof Inet6Address six ? six.getScopeId() : 0;
    }
}
