package io.landline.node.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.peer.Fingerprint;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class LastSeenTest {
    private static final Fingerprint ADA = Fingerprint.of(new byte[Fingerprint.BYTES]);

    private Instant now = Instant.EPOCH;
    private final LastSeen seen = new LastSeen((InstantSource) () -> now);

    @Test
    void whoHidInASessionIsNotSeenAtItsEndAndInTheNextOneIsAgain() {
        seen.opened(ADA);
        seen.hides(ADA, true);
        seen.closed(ADA);
        assertNull(seen.of(ADA));
        seen.opened(ADA);
        seen.closed(ADA);
        assertEquals(now, seen.of(ADA));
        now = now.plusSeconds(9);
        seen.opened(ADA);
        assertNull(seen.of(ADA), "she is here");
    }

    /// What a session said is worked off on another thread, which may have much to do.
    @Test
    void whoSaysSoAsTheSessionEndsIsNotSeenEither() {
        seen.opened(ADA);
        seen.closed(ADA);
        seen.hides(ADA, true);
        assertNull(seen.of(ADA));
        seen.closed(ADA);
        assertEquals(now, seen.of(ADA), "nothing of that is kept");
    }
}
