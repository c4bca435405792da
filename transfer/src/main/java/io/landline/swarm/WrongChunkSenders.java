package io.landline.swarm;

import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Who sent a chunk that is not what the origin signed: nothing is asked of them for a while, the second time for good,
/// for this offer alone (docs/protocol/swarm.md, "Wrong chunks"). Confined to its owner's thread.
final class WrongChunkSenders {
    static final Duration FIRST = Duration.ofSeconds(30);

    /// At most one for each member, who are bounded.
    private final Map<Fingerprint, Duration> until = new HashMap<>();

    /// True if it is for good now.
    boolean wrongChunk(Fingerprint from, Duration now) {
        boolean again = until.containsKey(from);
        until.put(from, again ? Duration.ofSeconds(Long.MAX_VALUE) : now.plus(FIRST));
        return again;
    }

    Duration until(Fingerprint peer) {
        return until.getOrDefault(peer, Duration.ZERO);
    }

    boolean isShunned(Fingerprint peer, Duration now) {
        Duration end = until.get(peer);
        return end != null && now.compareTo(end) < 0;
    }
}
