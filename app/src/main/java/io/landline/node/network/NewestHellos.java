package io.landline.node.network;

import io.landline.peer.BoundedMap;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What peers said of themselves in their newest hello, until a session with them opens. Any thread.
public final class NewestHellos {
    /// Hellos of sessions that never open are forgotten, the oldest first: as many as connections may wait for their
    /// proof.
    static final int HELLOS_MAX = 64;

    /// @param endpoint where the peer accepts connections; null where it doesn't
    private record Hello(@Nullable Endpoint endpoint, List<RoomListing> rooms) {}

    private final Map<Fingerprint, Hello> hellos = BoundedMap.firstComeFirstGone(HELLOS_MAX);

    /// A peer with a proven key said this of itself.
    ///
    /// @param endpoint where it accepts connections; null where it doesn't
    synchronized void add(Fingerprint peer, @Nullable Endpoint endpoint, List<RoomListing> rooms) {
        hellos.remove(peer);
        hellos.put(peer, new Hello(endpoint, List.copyOf(rooms)));
    }

    /// Its session opened: the rooms that it listed, empty where no hello is known. Forgets the hello.
    synchronized List<RoomListing> take(Fingerprint peer) {
        Hello hello = hellos.remove(peer);
        return hello == null ? List.of() : hello.rooms();
    }

    /// Where the peers accept connections without an open session yet, the one that came first first.
    synchronized Map<Fingerprint, Endpoint> endpoints() {
        var endpoints = new LinkedHashMap<Fingerprint, Endpoint>();
        hellos.forEach((peer, hello) -> {
            if (hello.endpoint() != null) endpoints.put(peer, hello.endpoint());
        });
        return endpoints;
    }
}
