package io.landline.peer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An address and a TCP port at which a peer may be reached; a peer has several. Link-local IPv6 addresses keep their
/// scope.
public record Endpoint(InetAddress address, int port) {
    public Endpoint {
        if (port < 1 || port > 65_535) throw new IllegalArgumentException("port " + port);
    }

    public static Endpoint of(InetSocketAddress resolved) {
        return new Endpoint(resolved.getAddress(), resolved.getPort());
    }

    public InetSocketAddress socketAddress() {
        return new InetSocketAddress(address, port);
    }

    /// Two interfaces make two endpoints of one link-local address.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Endpoint(var there, int itsPort) && port == itsPort
                && ScopedAddress.areSame(address, there);
    }

    @Override
    public int hashCode() {
        return Objects.hash(address, ScopedAddress.scope(address), port);
    }

    /// `10.77.0.1:5263`, `[fe80::1%eth0]:5263`.
    @Override
    public String toString() {
        return WrittenAddress.withPort(WrittenAddress.of(address), port);
    }
}
