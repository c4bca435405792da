package io.landline.storage.trust;

import io.landline.peer.Endpoint;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/// Endpoints as they are kept: the address in bytes, and beside a link-local IPv6 one the name of its interface.
/// Stateless; any thread.
final class StoredEndpoint {
    private StoredEndpoint() {}

    /// The name of the interface, or of its number where it has no name; empty for an address without a scope.
    static String scope(InetAddress address) {
        if (!(address instanceof Inet6Address six)) return "";
        NetworkInterface scope = six.getScopedInterface();
        if (scope != null) return scope.getName();
        return six.getScopeId() == 0 ? "" : Integer.toString(six.getScopeId());
    }

    /// The endpoint; null where its interface is not there any more, or the row makes no endpoint.
    static @Nullable Endpoint restored(byte[] address, String scope, int port) {
        try {
            if (scope.isEmpty()) return new Endpoint(InetAddress.getByAddress(address), port);
            NetworkInterface itsInterface = NetworkInterface.getByName(scope);
            if (itsInterface != null) return new Endpoint(Inet6Address.getByAddress(null, address, itsInterface), port);
            boolean number = scope.chars().allMatch(c -> c >= '0' && c <= '9') && scope.length() <= 9;
            return number
                    ? new Endpoint(Inet6Address.getByAddress(null, address, Integer.parseInt(scope)), port)
                    : null;
        } catch (UnknownHostException | SocketException | IllegalArgumentException e) {
            return null; // an address is a hint: without it the peer is found by presence
        }
    }
}
