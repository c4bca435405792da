package io.landline.doctor.system;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// Addresses as commands print them and as people read them. Stateless.
public final class AddressText {
    private AddressText() {}

    /// Without its scope: commands print the card in another column. Empty for what is no address, a name included:
    /// none is looked up.
    public static Optional<InetAddress> literal(String text) {
        int scope = text.indexOf('%');
        try {
            return Optional.of(unscoped(InetAddress.ofLiteral(scope < 0 ? text : text.substring(0, scope))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static InetAddress unscoped(InetAddress address) {
        if (!(address instanceof Inet6Address)) return address;
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new AssertionError("16 bytes make an address", e);
        }
    }
}
