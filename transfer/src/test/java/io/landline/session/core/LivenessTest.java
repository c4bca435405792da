package io.landline.session.core;

import static io.landline.session.core.Liveness.Due.GONE;
import static io.landline.session.core.Liveness.Due.NOTHING;
import static io.landline.session.core.Liveness.Due.PING;
import static io.landline.session.core.Liveness.Due.UNANSWERED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LivenessTest {
    private final Liveness liveness = new Liveness(at(0), Timing.STANDARD.alive().pingAfter(),
            Timing.STANDARD.alive().goneAfter());

    @Test
    void h21_aPingIsDueAfterTenSecondsOfSilenceOnceAndTheEndAfterFifteen() {
        assertEquals(NOTHING, liveness.due(at(9.9)));
        assertEquals(PING, liveness.due(at(10)));
        assertEquals(NOTHING, liveness.due(at(10.1)));
        assertEquals(NOTHING, liveness.due(at(14.9)));
        assertEquals(GONE, liveness.due(at(15)));
    }

    @Test
    void anythingHeardBeginsTheSilenceAnew() {
        assertEquals(PING, liveness.due(at(10)));
        liveness.heard(at(14));
        assertEquals(NOTHING, liveness.due(at(23.9)));
        assertEquals(PING, liveness.due(at(24)));
    }

    @Test
    void presenceCountsWhileNothingWaitsForAnAnswer() {
        liveness.presenceHeard(at(9));
        assertEquals(NOTHING, liveness.due(at(18.9)));
        assertEquals(PING, liveness.due(at(19)));
    }

    @Test
    void presenceCountsForSixtySecondsAtMost() {
        for (int second = 5; second <= 60; second += 5) liveness.presenceHeard(at(second));
        assertEquals(NOTHING, liveness.due(at(69)));
        liveness.presenceHeard(at(61));
        assertEquals(PING, liveness.due(at(70)));
        assertEquals(GONE, liveness.due(at(75)));
    }

    @Test
    void presenceCountsForNothingWhileSomethingWeSentIsUnanswered() {
        liveness.sent();
        liveness.presenceHeard(at(9));
        assertEquals(PING, liveness.due(at(10)));
        liveness.presenceHeard(at(14));
        assertEquals(GONE, liveness.due(at(15)));
    }

    @Test
    void anAnswerLetsPresenceCountAgain() {
        liveness.sent();
        liveness.heard(at(1));
        liveness.presenceHeard(at(9));
        assertEquals(NOTHING, liveness.due(at(18.9)));
    }

    @Test
    void aProbedPeerHasHalfASecond() {
        liveness.probe(at(3), Timing.STANDARD.alive().probe());
        assertEquals(NOTHING, liveness.due(at(3.4)));
        assertEquals(UNANSWERED, liveness.due(at(3.5)));
    }

    @Test
    void aProbedPeerThatIsHeardLivesOn() {
        liveness.probe(at(3), Timing.STANDARD.alive().probe());
        liveness.heard(at(3.4));
        assertEquals(NOTHING, liveness.due(at(13.3)));
    }

    /// Silence for as long as that is the peer's end, probed or not: it leaves with its session.
    @Test
    void aProbeThatComesLateInTheSilenceEndsItAsTheSilenceDoes() {
        liveness.probe(at(14.8), Timing.STANDARD.alive().probe());
        assertEquals(GONE, liveness.due(at(15.3)));
    }

    @Test
    void aSecondProbeDoesNotExtendTheFirst() {
        liveness.probe(at(3), Timing.STANDARD.alive().probe());
        liveness.probe(at(3.4), Timing.STANDARD.alive().probe());
        assertEquals(UNANSWERED, liveness.due(at(3.5)));
    }

    @Test
    void whatIsDueNextIsKnownBefore() {
        assertEquals(at(10), liveness.dueAt());
        liveness.heard(at(3));
        assertEquals(at(13), liveness.dueAt());
        assertEquals(PING, liveness.due(at(13)));
        assertEquals(at(18), liveness.dueAt());
        liveness.probe(at(14), Timing.STANDARD.alive().probe());
        assertEquals(at(14.5), liveness.dueAt());
    }

    private static Duration at(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
