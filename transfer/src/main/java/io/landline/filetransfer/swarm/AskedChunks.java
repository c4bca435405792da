package io.landline.filetransfer.swarm;

import io.landline.peer.BoundedMap;
import io.landline.peer.Fingerprint;
import java.util.Map;

/// Chunks of one offer that somebody was asked for and that have not come from there: others are not taken, and nothing
/// of anybody else. Any thread.
final class AskedChunks {
    /// The newest ones. Far more than may be on their way at a time; one that comes this late is not taken.
    static final int ASKED_MAX = 16_384;

    private record Asked(Fingerprint of, int chunk) {}

    private final Map<Asked, Boolean> asked = BoundedMap.firstComeFirstGone(ASKED_MAX);

    synchronized void add(Fingerprint of, int chunk) {
        asked.put(new Asked(of, chunk), true);
    }

    /// Whether this peer was asked for it and has not brought it yet; it counts as brought from now on.
    synchronized boolean arriving(Fingerprint from, int chunk) {
        return asked.remove(new Asked(from, chunk)) != null;
    }
}
