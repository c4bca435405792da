package io.landline.presence;

import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import java.util.List;
import java.util.Set;

/// What presence tells about one peer now: a hint, never a proof. Immutable; any thread.
///
/// @param run the number that is larger at each of its starts
/// @param endpoints where it may be reached by TCP, the best first; empty where it accepts no connections
/// @param checked whether a packet with a valid signature stands behind this; a row that was never checked may be
///        anybody's invention
public record Sighting(Fingerprint peer, long run, PeerName name, List<Endpoint> endpoints, List<RoomListing> rooms,
        Set<String> capabilities, boolean checked) {
    public Sighting {
        endpoints = List.copyOf(endpoints);
        rooms = List.copyOf(rooms);
        capabilities = Set.copyOf(capabilities);
    }
}
