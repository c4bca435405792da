package io.landline.presence;

import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Tells the local network that we are here, and notices who else is. Any thread may call it.
public final class Presence implements Closeable {
    /// What is fixed for the life of a node.
    ///
    /// @param sharedPort the UDP port that all listen on; the own ports follow it
    /// @param interfaceNames the only interfaces to use; empty for all usable ones
    /// @param typedAddresses addresses that a person gave, in any network, asked again and again while nobody answers
    public record Settings(int sharedPort, List<String> interfaceNames, List<InetAddress> typedAddresses) {
        /// LAND on a telephone keypad.
        public static final int SHARED_PORT_DEFAULT = 5263;
        public static final int SHARED_PORT_MIN = 1_024;
        /// The sixteen own ports above it must be ports too.
        public static final int SHARED_PORT_MAX = 65_519;

        public Settings {
            if (sharedPort < SHARED_PORT_MIN || sharedPort > SHARED_PORT_MAX) throw new IllegalArgumentException("port " + sharedPort);
            interfaceNames = List.copyOf(interfaceNames);
            typedAddresses = List.copyOf(typedAddresses);
        }
    }

    /// What we say about ourselves.
    ///
    /// @param tcpPort where we accept connections; 0 for nowhere
    public record Own(PeerName name, int tcpPort, List<RoomListing> rooms, Set<String> capabilities) {
        public Own {
            rooms = List.copyOf(rooms);
            capabilities = Set.copyOf(capabilities);
        }
    }

    private Presence() {}

    /// Opens every socket and makes the first signature; sends nothing yet.
    public static Presence open(Settings settings, Identity identity, long run, Own own, PresenceListener listener) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// From now on we are seen: the first announce leaves within 10 ms.
    public void start() {
        throw new UnsupportedOperationException();
    }

    /// Says something new about us; announced when it differs.
    public void update(Own own) {
        throw new UnsupportedOperationException();
    }

    /// The port that all listen on; empty where another program holds it for itself, which was told as a warning.
    public OptionalInt sharedPort() {
        throw new UnsupportedOperationException();
    }

    /// Announces us to one address, typed or exchanged, whose node we do not know; to its shared port.
    public void probe(InetAddress unknown) {
        throw new UnsupportedOperationException();
    }

    /// Asks a listed peer at each of its known addresses. True as soon as it answers; false after `within`, or where it is not listed.
    public CompletableFuture<Boolean> isThere(Fingerprint peer, Duration within) {
        throw new UnsupportedOperationException();
    }

    /// Who is listed now, in no order.
    public List<Sighting> peers() {
        throw new UnsupportedOperationException();
    }

    /// Shows every datagram in and out to this listener until [#unwatch].
    public void watch(DatagramListener listener) {
        throw new UnsupportedOperationException();
    }

    public void unwatch(DatagramListener listener) {
        throw new UnsupportedOperationException();
    }

    /// Says that we leave, then shuts the sockets. A second call does nothing.
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
