package io.landline.people;

import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import java.util.List;

/// A peer as the list of who is here shows it.
///
/// @param endpoints where it may be reached, the best first
/// @param rooms what it lists; says nothing of membership
public record Person(Fingerprint peer, PeerName name, List<Endpoint> endpoints, List<RoomListing> rooms) {
    public Person {
        endpoints = List.copyOf(endpoints);
        rooms = List.copyOf(rooms);
    }
}
