package io.landline.ui.network;

import io.landline.peer.BoundedMap;
import io.landline.peer.Fingerprint;
import java.util.HashMap;
import java.util.Map;

/// The names that peers go by, also of those who left: their datagrams are still shown. Any thread.
final class DatagramNames {
    /// Twice the table of presence; then the one longest not heard of goes.
    static final int NAMES_MAX = 2_048;

    private final Map<Fingerprint, String> names = BoundedMap.firstComeFirstGone(NAMES_MAX);

    synchronized void note(Fingerprint peer, String name) {
        names.remove(peer);
        names.put(peer, name);
    }

    synchronized Map<Fingerprint, String> all() {
        return new HashMap<>(names);
    }
}
