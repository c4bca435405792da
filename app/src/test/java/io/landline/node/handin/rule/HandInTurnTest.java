package io.landline.node.handin.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.node.handin.rule.HandInRules.Before;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Where the disk may not do for all who hand in.
class HandInTurnTest {
    private static HandInTurn turn(Standing standing, int times, long bytes) {
        return new HandInTurn(standing, new Before(bytes, times));
    }

    @Test
    void whoIsKnownBetterComesBeforeWhoHandedInLess() {
        HandInTurn friend = turn(Standing.TRUSTED, 40, 1_000);
        HandInTurn first = turn(Standing.MEMBER, 0, 0);
        HandInTurn small = turn(Standing.MEMBER, 3, 10);
        HandInTurn large = turn(Standing.MEMBER, 3, 20);
        HandInTurn again = turn(Standing.MEMBER, 4, 0);
        HandInTurn invented = turn(Standing.STRANGER, 0, 0);
        assertEquals(List.of(friend, first, small, large, again, invented),
                Stream.of(again, invented, large, small, friend, first).sorted().toList());
    }

    @Test
    void roomThatIsPromisedToPeopleKnownLessWellIsNotKeptFromSomebodyKnownBetter() {
        HandInTurn member = turn(Standing.MEMBER, 0, 0);
        assertTrue(member.respects(Standing.TRUSTED));
        assertTrue(member.respects(Standing.MEMBER));
        assertFalse(member.respects(Standing.STRANGER));
    }
}
