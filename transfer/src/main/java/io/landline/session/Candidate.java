package io.landline.session;

import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import java.util.List;

/// A peer as presence or another member reports it: a hint about which peer to dial and where, never a proof.
/// Immutable.
///
/// @param peer who it claims to be; a connection to another key is not a connection to this peer
/// @param run its run, as claimed; 0 where nobody said
/// @param endpoints where it may be reached, the likeliest first
/// @param rooms what it lists; empty where nobody said
/// @param isNews whether a checked announce says something new: the back-off ends, and the session is probed if an
///        endpoint is new
public record Candidate(Fingerprint peer, long run, List<Endpoint> endpoints, List<RoomListing> rooms,
        boolean isNews) {
    /// The peer was reported only by a member or by our own memory.
    public static final long RUN_UNKNOWN = 0;
    /// More than that are not raced; the rest is dropped from the end.
    public static final int ENDPOINTS_MAX = 8;
    /// As in a hello: what is listed beyond that is not looked at.
    public static final int ROOMS_MAX = 64;

    public Candidate {
        endpoints = endpoints.stream().distinct().limit(ENDPOINTS_MAX).toList();
        rooms = rooms.stream().limit(ROOMS_MAX).toList();
    }
}
