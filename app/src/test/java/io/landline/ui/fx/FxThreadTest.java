package io.landline.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class FxThreadTest {
    private final Deque<Runnable> soon = new ArrayDeque<>();
    private final Deque<Runnable> nextPulse = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final FxThread fx = new FxThread(soon::add, nextPulse::add);

    @Test
    void whatWasPostedRunsInItsOrder() {
        for (String each : List.of("a", "b", "c")) fx.post(() -> done.add(each));
        allPulses();
        assertEquals(List.of("a", "b", "c"), done);
    }

    @Test
    void atMostOneTaskOfTheToolkitIsUnderWay() {
        for (int i = 0; i < 1_000; i++) fx.post(() -> done.add("x"));
        assertEquals(1, soon.size());
    }

    @Test
    void changesOfOneKeyAreMergedIntoTheLast() {
        fx.changed("row", () -> done.add("old"));
        fx.changed("other", () -> done.add("other"));
        fx.changed("row", () -> done.add("new"));
        allPulses();
        assertEquals(List.of("new", "other"), done);
    }

    @Test
    void whatDoesNotFitIntoOnePulseWaitsForTheNext() {
        for (int i = 0; i < 3; i++) {
            fx.post(() -> {
                busyFor(FxThread.WORK_PER_PULSE_MAX.toNanos());
                done.add("slow");
            });
        }
        soon.remove().run();
        assertEquals(List.of("slow"), done);
        nextPulse.remove().run();
        assertEquals(2, done.size());
        assertTrue(soon.isEmpty());
    }

    @Test
    void afterAllIsDoneTheNextPostBeginsAnew() {
        fx.post(() -> done.add("a"));
        allPulses();
        fx.post(() -> done.add("b"));
        allPulses();
        assertEquals(List.of("a", "b"), done);
    }

    @Test
    void oneThatFailsDoesNotKeepTheOthersOut() {
        fx.post(() -> {
            throw new IllegalStateException("ours");
        });
        fx.post(() -> done.add("b"));
        Runnable first = soon.remove();
        assertThrows(IllegalStateException.class, first::run);
        while (!nextPulse.isEmpty()) nextPulse.remove().run();
        assertEquals(List.of("b"), done);
    }

    /// On a busy machine one pulse may not be enough for any of it.
    private void allPulses() {
        soon.remove().run();
        while (!nextPulse.isEmpty()) nextPulse.remove().run();
    }

    private static void busyFor(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) Thread.onSpinWait();
    }
}
