package io.landline.swarm;

import io.landline.peer.Fingerprint;

/// How much of an offer somebody has, as a list of receivers shows it.
public record Share(Fingerprint who, int chunks, int ofChunks) {
    public boolean isFinished() {
        return chunks == ofChunks;
    }
}
