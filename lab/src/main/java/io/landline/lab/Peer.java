package io.landline.lab;

import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/// The other end of an exchange, as the socket sees it. `onDualStack`: the socket hears both families, so that an IPv4
/// address came in as `::ffff:…`, which Java has already unwrapped.
public record Peer(SocketAddress address, boolean onDualStack) {

    /// Which computer it is, whatever its port; of a Unix socket the path.
    public Object source() {
        return address instanceof InetSocketAddress inet ? inet.getAddress() : address;
    }

    /// `127.0.0.1:50277`, `[::1]:50547`, or the path of a Unix socket.
    public String name() {
        return Addresses.text(address);
    }

    /// With a note where IPv4 came through an IPv6 socket: this is how the system, and a student's own server, sees it.
    public String full() {
        return said().english();
    }

    /// As [#full], for any language.
    public LabMessage said() {
        boolean mapped = onDualStack && address instanceof InetSocketAddress inet
                && inet.getAddress() instanceof Inet4Address;
        return mapped
                ? LabMessage.of("{0} (IPv4 on a dual-stack socket, ::ffff:{1})", name(),
                        Addresses.host((InetSocketAddress) address))
                : LabMessage.asIs(name());
    }
}
