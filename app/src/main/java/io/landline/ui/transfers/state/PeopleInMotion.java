package io.landline.ui.transfers.state;

import io.landline.peer.Fingerprint;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// With which people bytes of any file move now, each direction by itself. What of theirs stands then has not stopped:
/// it waits for its turn behind their other files. Confined to the JavaFX thread.
public final class PeopleInMotion {
    private record Way(Fingerprint person, boolean own) {}

    /// Until when their files are said to move, unless more bytes come.
    private final Map<Way, Instant> until = new HashMap<>();

    /// Bytes of a file came from this person, or went there.
    ///
    /// @param own whether the file is the user's own
    /// @param stands when that file is said to stand, unless more bytes come
    void moved(Fingerprint person, boolean own, Instant now, Instant stands) {
        until.values().removeIf(end -> !end.isAfter(now));
        until.merge(new Way(person, own), stands, (known, more) -> more.isAfter(known) ? more : known);
    }

    boolean moves(Fingerprint person, boolean own, Instant now) {
        return until.getOrDefault(new Way(person, own), now).isAfter(now);
    }
}
