package io.landline.node.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.room.RoomTrial.Verdict;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.people.Person;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import io.landline.room.StretchedKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomTrialTest {
    private static final Duration START = Duration.ofHours(1);
    private static final Duration TICK = Duration.ofMillis(1);
    private static final Person ADA = person("aa", "Ada");
    private static final Person BEN = person("bb", "Ben");

    private final RoomTrial trial = new RoomTrial(Room.restored(new RoomName("class"), RoomKey.of("a b c d"),
            StretchedKey.of(new byte[StretchedKey.BYTES])), START);

    private static Person person(String digits, String name) {
        return new Person(Fingerprint.parse(digits.repeat(32)), new PeerName(name), List.of(), List.of());
    }

    private Verdict after(Duration time, Person... listing) {
        return trial.verdict(List.of(listing), START.plus(time));
    }

    @Test
    void whereNobodyHasTheRoomItIsOverAfterFiveSeconds() {
        assertNull(after(RoomTrial.FOUND_WITHIN.minus(TICK)));
        assertEquals(Verdict.NOBODY_HERE, after(RoomTrial.FOUND_WITHIN));
    }

    @Test
    void somebodyWithTheRoomHasTimeToAnswer() {
        assertNull(after(RoomTrial.ANSWERED_WITHIN.minus(TICK), ADA));
        assertEquals(Verdict.NO_ANSWER, after(RoomTrial.ANSWERED_WITHIN, ADA));
    }

    @Test
    void allWhoHaveTheRoomHaveOtherWords() {
        trial.refused(ADA.peer(), "Ada");
        assertNull(after(RoomTrial.LISTENED_MIN, ADA, BEN));
        trial.refused(BEN.peer(), "Ben");
        assertEquals(Verdict.WORDS_DIFFER, after(RoomTrial.LISTENED_MIN, ADA, BEN));
        assertEquals(List.of("Ada", "Ben"), trial.refusers());
    }

    @Test
    void theFirstToRefuseIsNotBelievedAtOnce() {
        trial.refused(ADA.peer(), "Ada");
        assertNull(after(RoomTrial.LISTENED_MIN.minus(TICK), ADA));
        assertEquals(Verdict.WORDS_DIFFER, after(RoomTrial.LISTENED_MIN, ADA));
    }

    @Test
    void whoeverDoesNotAnswerLeavesItToTheOthers() {
        trial.refused(ADA.peer(), "Ada");
        assertEquals(Verdict.WORDS_DIFFER, after(RoomTrial.ANSWERED_WITHIN, ADA, BEN));
    }

    @Test
    void whereManyAreJoiningItWaitsAMinute() {
        assertTrue(trial.slowed(START.plusSeconds(2)));
        assertFalse(trial.slowed(START.plusSeconds(3)), "told once");
        assertNull(after(RoomTrial.SLOWED_WITHIN, ADA));
        assertEquals(Verdict.NO_ANSWER, after(RoomTrial.SLOWED_WITHIN.plusSeconds(2), ADA));
    }

    @Test
    void itIsLookedAtWheneverTimeAloneMayEndIt() {
        Duration now = START;
        for (Duration expected : List.of(RoomTrial.LISTENED_MIN, RoomTrial.FOUND_WITHIN, RoomTrial.ANSWERED_WITHIN)) {
            now = trial.nextLook(true, now);
            assertEquals(START.plus(expected), now);
        }
    }
}
