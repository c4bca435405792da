package io.landline.node.network;

import io.landline.peer.BoundedMap;
import io.landline.peer.Fingerprint;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When people were last here, as their sessions ended; not of those who hide it. Forgotten with the end of the
/// program. Any thread.
public final class LastSeen {
    /// How many people's last session is remembered; the one seen longest ago goes first.
    static final int SEEN_MAX = 1_000;

    private final InstantSource clock;
    private final BoundedMap<Fingerprint, Instant> seen = BoundedMap.firstComeFirstGone(SEEN_MAX);
    /// Who has a session.
    private final Set<Fingerprint> here = new HashSet<>();
    /// Who hid in the present session. Its end may be told before or after the end of the status.
    private final Set<Fingerprint> hiding = new HashSet<>();

    public LastSeen(InstantSource clock) { this.clock = clock; }

    synchronized void opened(Fingerprint peer) {
        here.add(peer);
        seen.remove(peer);
        hiding.remove(peer);
    }

    synchronized void closed(Fingerprint peer) {
        here.remove(peer);
        if (!hiding.remove(peer)) seen.putLast(peer, clock.instant());
    }

    /// What the present session of this person says, or the last one said as it ended.
    synchronized void hides(Fingerprint peer, boolean hides) {
        if (!hides) {
            hiding.remove(peer);
        } else if (here.contains(peer)) {
            hiding.add(peer);
        } else {
            seen.remove(peer);
        }
    }

    /// Null for who is here, hides, or was never here.
    synchronized @Nullable Instant of(Fingerprint peer) {
        return seen.get(peer);
    }
}
