package io.landline.ui.transfers.state;

import io.landline.peer.Fingerprint;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// With which people bytes of any file move now, each direction by itself. What of theirs stands then has not stopped:
/// it waits for its turn behind their other files. Confined to the JavaFX thread.
public final class PeopleInMotion {
    private record Way(Fingerprint person, boolean own) {}

    private final Map<Way, Instant> moved = new HashMap<>();

    /// Bytes of a file came from this person, or went there.
    ///
    /// @param own whether the file is the user's own
    void moved(Fingerprint person, boolean own, Instant now) {
        moved.values().removeIf(last -> !OfferMovement.isRecent(last, now));
        moved.put(new Way(person, own), now);
    }

    boolean moves(Fingerprint person, boolean own, Instant now) {
        return OfferMovement.isRecent(moved.get(new Way(person, own)), now);
    }
}
