package io.landline.lab.game;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MatchTest {
    private final Match.Seat ada = new Match.Seat(null, "Ada");
    private final Match.Seat bob = new Match.Seat(null, "Bob");
    private final Match match = new Match(1, ada, bob, Duration.ofMinutes(1));

    @Test
    void emptyLinesOutOfTurnAreKeptWithinTheBoundToo() {
        for (int i = 0; i < 10 * Match.KEPT_BYTES_MAX; i++) match.heard(bob, "");
        assertEquals(Match.KEPT_BYTES_MAX, match.kept(bob));
        assertEquals(0, match.kept(ada));
    }

    @Test
    void whatFillsTheBoundIsKeptAndOneByteMoreIsDropped() {
        match.heard(bob, "x".repeat(Match.KEPT_BYTES_MAX - 1));
        assertEquals(1, match.kept(bob));
        match.heard(bob, "");
        assertEquals(1, match.kept(bob));
        match.heard(ada, "x".repeat(Match.KEPT_BYTES_MAX));
        assertEquals(0, match.kept(ada));
    }
}
