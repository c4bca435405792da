package io.landline.cost;

import static io.landline.testing.NumberedPeers.peer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What a peer may ask for in a while.
class AskPaceTest {
    private final AskPace pace = new AskPace(8, 64);
    private Duration now = Duration.ofSeconds(100);

    @Test
    void h38_whatWasSavedUpIsAnsweredAndThenSoManyASecond() {
        assertEquals(64, pace.allow(peer(1), 100, now));
        assertEquals(0, pace.allow(peer(1), 1, now));
        now = now.plusSeconds(2);
        assertEquals(16, pace.allow(peer(1), 100, now));
        now = now.plusSeconds(1_000);
        assertEquals(64, pace.allow(peer(1), 100, now));
    }

    @Test
    void h38_onePeerCostsNoOther() {
        assertEquals(64, pace.allow(peer(1), 100, now));
        assertEquals(64, pace.allow(peer(2), 100, now));
    }

    @Test
    void h38_whoAskedLongestAgoIsForgottenFirst() {
        for (int i = 0; i < AskPace.PEERS_MAX; i++) assertEquals(64, pace.allow(peer(i), 64, now));
        assertEquals(0, pace.allow(peer(0), 1, now)); // now the newest
        assertEquals(1, pace.allow(peer(-1), 1, now)); // takes the place of the second
        assertEquals(0, pace.allow(peer(0), 1, now));
        assertEquals(64, pace.allow(peer(1), 64, now));
    }
}
