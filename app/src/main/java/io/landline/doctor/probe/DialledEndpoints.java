package io.landline.doctor.probe;

import io.landline.peer.Endpoint;
import java.util.HashSet;
import java.util.Set;

/// Which endpoints one examination has dialled: each once, and few. The exchanges of such a connection do not wait for
/// other guesses at the room key, since a person waits for the doctor. Presence can show ever new ports at the address,
/// and each would earn further guesses. Confined to one thread.
final class DialledEndpoints {
    /// The one that was typed, and three more of one computer: several nodes run there, or ours is not at the usual
    /// port.
    static final int MAX = 4;

    private final Set<Endpoint> dialled = new HashSet<>();

    /// Whether this endpoint may be dialled now.
    boolean claim(Endpoint endpoint) {
        return dialled.size() < MAX && dialled.add(endpoint);
    }
}
