package io.landline.lab.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.lab.threads.TwoThreads.Count;
import io.landline.lab.threads.TwoThreads.Interleaving;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The counts of two threads as people and programs read them.
class InterleavingTest {
    private static final Interleaving COUNTS = new Interleaving(List.of(new Count(1, 0, 3), new Count(2, 0, 12)));

    @Test
    void eachThreadHasAColumn() {
        assertEquals(List.of("     time  thread 1  thread 2", "     3 ms         0", "    12 ms                   0"),
                COUNTS.summary().lines().toList());
    }

    @Test
    void eachCountHasItsThreadAndTime() {
        assertEquals(List.of(Map.of("thread", 1, "number", 0, "ms", 3.0), Map.of("thread", 2, "number", 0, "ms", 12.0)),
                COUNTS.fields().get("counts"));
    }
}
