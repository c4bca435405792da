package io.landline.filetransfer;

import io.landline.peer.Fingerprint;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Decides nothing of anybody until a test does. Any thread.
public final class FakeVerdicts implements UserVerdicts {
    public final Set<Fingerprint> verified = ConcurrentHashMap.newKeySet();
    public final Set<Fingerprint> blocked = ConcurrentHashMap.newKeySet();

    @Override
    public boolean isVerified(Fingerprint peer) {
        return verified.contains(peer);
    }

    @Override
    public boolean isBlocked(Fingerprint peer) {
        return blocked.contains(peer);
    }
}
