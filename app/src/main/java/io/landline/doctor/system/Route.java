package io.landline.doctor.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// By which card this computer would send to an address, if by any: a connected UDP socket's local address tells,
/// without a packet.
///
/// @param local null where no route leads there
public record Route(InetAddress to, @Nullable InetAddress local, Optional<NetworkAdapter> card) {
    /// Any port: nothing is sent.
    private static final int DISCARD_PORT = 9;

    public static Route to(InetAddress address, List<NetworkAdapter> adapters) {
        try (var socket = new DatagramSocket()) {
            socket.connect(address, DISCARD_PORT);
            InetAddress local = socket.getLocalAddress();
            if (local.isAnyLocalAddress()) return new Route(address, null, Optional.empty());
            return new Route(address, local, adapters.stream().filter(adapter -> has(adapter, local)).findFirst());
        } catch (IOException | UncheckedIOException e) { // connecting throws the second where no route leads there
            return new Route(address, null, Optional.empty());
        }
    }

    private static boolean has(NetworkAdapter adapter, InetAddress local) {
        return adapter.addresses()
                .stream()
                .anyMatch(own -> local instanceof Inet6Address
                        ? AddressText.unscoped(own).equals(AddressText.unscoped(local))
                        : own.equals(local));
    }
}
