package io.landline.swarm;

import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// How many frames of news each peer sends. Confined to its owner's thread.
final class FramePaces {
    private final Map<Fingerprint, FramePace> paces = new HashMap<>();

    /// One more frame of this peer. Too many break the protocol.
    void count(Fingerprint from, Duration now) throws MalformedFrameException {
        if (paces.size() < Partners.MEMBERS_MAX) paces.computeIfAbsent(from, _ -> new FramePace());
        FramePace pace = paces.get(from);
        if (pace != null) pace.count(now);
    }

    void forget(Fingerprint peer) {
        paces.remove(peer);
    }
}
