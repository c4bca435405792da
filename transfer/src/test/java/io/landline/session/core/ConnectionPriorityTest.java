package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.Seed;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConnectionPriorityTest {
    @Test
    void ofTwoDialledAtTheSameTimeThatOfTheSmallerFingerprintStays() {
        var smaller = new ConnectionPriority(1, at(0), true);
        var larger = new ConnectionPriority(1, at(5_000), false);
        assertTrue(smaller.replaces(larger));
        assertFalse(larger.replaces(smaller));
    }

    @Test
    void furtherApartThanFiveSecondsTheNewerStays() {
        var smaller = new ConnectionPriority(1, at(0), true);
        var larger = new ConnectionPriority(1, at(5_001), false);
        assertFalse(smaller.replaces(larger));
        assertTrue(larger.replaces(smaller));
    }

    @Test
    void ofTwoDialledByTheSameSideTheNewerStays() {
        assertTrue(new ConnectionPriority(1, at(1), false).replaces(new ConnectionPriority(1, at(0), false)));
        assertFalse(new ConnectionPriority(1, at(0), true).replaces(new ConnectionPriority(1, at(1), true)));
    }

    @Test
    void aNewRunAlwaysReplacesAnOldOne() {
        assertTrue(new ConnectionPriority(2, at(0), false).replaces(new ConnectionPriority(1, at(100), true)));
        assertFalse(new ConnectionPriority(1, at(100), true).replaces(new ConnectionPriority(2, at(0), false)));
    }

    /// Both nodes see the same two connections, each with a clock of its own; whichever one of them decides, it decides
    /// the same.
    @Test
    void h25_aThousandSimultaneousConnectsEndTheSameOnBothSides() {
        var random = Seed.random("ConnectionPriorityTest");
        for (int round = 0; round < 1_000; round++) {
            long gap = random.nextLong(4_900);
            boolean smallerFirst = random.nextBoolean();
            boolean here = survivorIsSmallers(gap, smallerFirst, random.nextLong(90));
            boolean there = survivorIsSmallers(gap, smallerFirst, random.nextLong(90));
            assertEquals(here, there);
            assertTrue(here);
        }
    }

    @Test
    void ofAnyTwoExactlyOneReplacesTheOther() {
        var random = new Random(1);
        for (int round = 0; round < 1_000; round++) {
            long began = random.nextLong(20_000);
            var one = new ConnectionPriority(random.nextInt(2), at(began), random.nextBoolean());
            var other = new ConnectionPriority(random.nextInt(2), at(began + 1 + random.nextLong(10_000)),
                    random.nextBoolean());
            assertNotEquals(one.replaces(other), other.replaces(one));
        }
    }

    private static boolean survivorIsSmallers(long gapMillis, boolean smallerFirst, long skewMillis) {
        var first = new ConnectionPriority(1, at(1_000), smallerFirst);
        var second = new ConnectionPriority(1, at(1_000 + gapMillis + skewMillis), !smallerFirst);
        return (second.replaces(first) ? second : first).dialledBySmaller();
    }

    private static Duration at(long millis) {
        return Duration.ofMillis(millis);
    }
}
