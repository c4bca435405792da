package io.landline.node.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TrustedWallClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetentionRoundsTest {
    private Instant atStart = Instant.parse("2026-03-01T12:00:00Z");
    private Duration uptime = Duration.ZERO;
    private final RetentionRounds rounds = new RetentionRounds(() -> atStart.plus(uptime));

    private int pass(Duration time) {
        int due = 0;
        for (Duration end = uptime.plus(time); uptime.compareTo(end) < 0;) {
            uptime = uptime.plus(RetentionRounds.LOOK);
            if (rounds.isDue(uptime)) due++;
        }
        return due;
    }

    @Test
    void oldMessagesGoOnceTheClockRanEvenlyAndThenEverySixHours() {
        assertEquals(0, pass(TrustedWallClock.SETTLED.minus(RetentionRounds.LOOK)));
        assertEquals(1, pass(RetentionRounds.LOOK));
        assertEquals(4, pass(Duration.ofHours(24)));
    }

    @Test
    void h85_aClockThatIsAYearAheadForAWhileRemovesNothing() {
        atStart = atStart.plus(Duration.ofDays(365));
        assertEquals(0, pass(Duration.ofMinutes(9)));
        atStart = atStart.minus(Duration.ofDays(365));
        assertEquals(0, pass(Duration.ofMinutes(9)));
        assertEquals(1, pass(Duration.ofMinutes(2)));
    }

    @Test
    void h85_aClockThatIsSetLaterHoldsTheNextRoundUntilItRanEvenly() {
        pass(Duration.ofHours(6));
        atStart = atStart.plus(Duration.ofDays(3_650));
        assertEquals(0, pass(Duration.ofMinutes(9)));
    }

    @Test
    void h85_whatIsChosenByADoubtedClockIsRemovedInTheFirstRoundAfterwards() {
        assertFalse(rounds.mayRemoveNow(uptime));
        pass(Duration.ofHours(1));
        assertTrue(rounds.mayRemoveNow(uptime));
        atStart = atStart.plus(Duration.ofDays(365));
        assertFalse(rounds.mayRemoveNow(uptime));
        assertEquals(1, pass(TrustedWallClock.SETTLED.plus(RetentionRounds.LOOK)));
    }

    @Test
    void whereWordsTookLongToClearTheNextAreClearedTwentyTimesAsLongAfterwards() {
        assertTrue(rounds.isClearingDue(uptime));
        rounds.cleared(Duration.ofSeconds(3), Duration.ofSeconds(13));
        assertFalse(rounds.isClearingDue(Duration.ofSeconds(72)));
        assertTrue(rounds.isClearingDue(Duration.ofSeconds(73)));
    }
}
