package io.landline.node.network;

import io.landline.handshake.PinnedPeer;
import io.landline.peer.Fingerprint;
import io.landline.peer.NameSkeleton;
import io.landline.peer.PeerName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// By the people that the user did not block: the one that each name means, of all that look like it. That is somebody
/// verified, else the one met first. A look at it takes the same time with ten thousand namesakes. Immutable.
final class NameOwners {
    private final Map<NameSkeleton, PinnedPeer> byLook = new HashMap<>();

    NameOwners(List<PinnedPeer> pinned) {
        for (PinnedPeer each : pinned) {
            PeerName name = each.name();
            if (name != null && !each.blocked()) byLook.merge(NameSkeleton.of(name), each, NameOwners::first);
        }
    }

    private static PinnedPeer first(PinnedPeer one, PinnedPeer other) {
        if (one.verified() != other.verified()) return one.verified() ? one : other;
        return other.firstMet().isBefore(one.firstMet()) ? other : one;
    }

    /// Whether this name means somebody else. A verified person is known by more than a name.
    ///
    /// @param pinned what is remembered of the peer; null for somebody who was never met
    boolean isOfAnother(Fingerprint peer, @Nullable PinnedPeer pinned, PeerName name) {
        if (pinned != null && pinned.verified()) return false;
        PinnedPeer owner = byLook.get(NameSkeleton.of(name));
        if (owner == null || owner.fingerprint().equals(peer)) return false;
        return pinned == null || owner.verified() || owner.firstMet().isBefore(pinned.firstMet());
    }
}
