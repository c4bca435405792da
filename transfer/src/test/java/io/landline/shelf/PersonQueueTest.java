package io.landline.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.peer.Fingerprint;
import io.landline.testing.Patience;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// Whose step is next, and how many wait.
class PersonQueueTest {
    private static Fingerprint person(int number) {
        var bytes = new byte[Fingerprint.BYTES];
        bytes[0] = (byte) number;
        return Fingerprint.of(bytes);
    }

    @Test
    void peopleTakeTurnsHoweverMuchOneOfThemAsks() throws Exception {
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        var begun = new CountDownLatch(1);
        var all = new CountDownLatch(5);
        try (var queue = new PersonQueue("test-turns", 3, 10)) {
            var first = new CountDownLatch(1);
            assertTrue(queue.post(person(9), Standing.MEMBER, () -> {
                first.countDown();
                Patience.await(begun);
            }));
            Patience.await(first);
            for (String step : List.of("a1", "a2", "a3"))
                queue.post(person(1), Standing.MEMBER, () -> note(done, step, all));
            for (String step : List.of("b1", "b2")) queue.post(person(2), Standing.MEMBER, () -> note(done, step, all));
            begun.countDown();
            Patience.await(all);
        }
        assertEquals(List.of("a1", "b1", "a2", "b2", "a3"), done);
    }

    private static void note(List<String> done, String step, CountDownLatch all) {
        done.add(step);
        all.countDown();
    }

    @Test
    void oneMoreThanMayWaitIsRefusedAndWhoeverLeavesTakesTheirStepsAlong() {
        var begun = new CountDownLatch(1);
        var first = new CountDownLatch(1);
        try (var queue = new PersonQueue("test-bounds", 2, 4)) {
            queue.post(person(9), Standing.MEMBER, () -> {
                first.countDown();
                Patience.await(begun);
            });
            Patience.await(first);
            assertTrue(queue.post(person(1), Standing.MEMBER, () -> {}));
            assertTrue(queue.post(person(1), Standing.MEMBER, () -> {}));
            assertFalse(queue.post(person(1), Standing.MEMBER, () -> {}), "two of one person");
            assertTrue(queue.post(person(2), Standing.MEMBER, () -> {}));
            assertFalse(queue.post(person(3), Standing.MEMBER, () -> {}), "members have three of four");
            assertTrue(queue.post(person(4), Standing.TRUSTED, () -> {}), "a place is left for people known better");
            assertFalse(queue.post(person(5), Standing.TRUSTED, () -> {}), "four in all");
            queue.forget(person(1));
            assertTrue(queue.post(person(3), Standing.MEMBER, () -> {}));
            begun.countDown();
        }
    }
}
