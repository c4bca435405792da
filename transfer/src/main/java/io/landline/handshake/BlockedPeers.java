package io.landline.handshake;

import io.landline.peer.Fingerprint;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The peers that the user blocked, kept in memory. Conversations ask for each author, the dialler asks at each look at
/// its plan, and neither waits for a disk. A node has one of these, and blocks through it alone. Any thread.
public final class BlockedPeers {
    private final TrustStore trust;
    private final Set<Fingerprint> blocked = ConcurrentHashMap.newKeySet();

    private BlockedPeers(TrustStore trust) { this.trust = trust; }

    /// As they are stored. Waits for the disk.
    public static BlockedPeers of(TrustStore trust) {
        var peers = new BlockedPeers(trust);
        peers.blocked.addAll(trust.blocked());
        return peers;
    }

    /// Never waits.
    public boolean contains(Fingerprint peer) {
        return blocked.contains(peer);
    }

    /// What the user decides: stored when this returns, and in force from then on. Changes nothing, and says false, for
    /// a peer that isn't pinned. Waits for the disk, under a lock for which only another decision waits: two at once
    /// could leave memory and disk apart.
    public synchronized boolean set(Fingerprint peer, boolean now) {
        if (!trust.setBlocked(peer, now)) return false;
        if (now) {
            blocked.add(peer);
        } else {
            blocked.remove(peer);
        }
        return true;
    }
}
