package io.landline.node.room;

import io.landline.filetransfer.UserVerdicts;
import io.landline.handshake.BlockedPeers;
import io.landline.handshake.PinnedPeer;
import io.landline.handshake.TrustStore;
import io.landline.peer.Fingerprint;

/// What the user decided of people, for those who move files. Keeps nothing of its own; any thread.
public record NodeVerdicts(TrustStore trust, BlockedPeers blocked) implements UserVerdicts {
    @Override
    public boolean isVerified(Fingerprint peer) {
        PinnedPeer pinned = trust.pinned(peer);
        return pinned != null && pinned.verified();
    }

    @Override
    public boolean isBlocked(Fingerprint peer) {
        return blocked.contains(peer);
    }
}
