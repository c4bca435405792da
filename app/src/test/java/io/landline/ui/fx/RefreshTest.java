package io.landline.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefreshTest {
    private final Deque<Runnable> workers = new ArrayDeque<>();
    private final FxThread fx = new FxThread(Runnable::run, Runnable::run);
    private final Background background = new Background(fx, workers::add, false);
    private final List<Integer> shown = new ArrayList<>();
    private int truth;
    private final Refresh<Integer> refresh = new Refresh<>(background, () -> truth, shown::add);

    @Test
    void aChangeIsLoadedAndShown() {
        truth = 7;
        refresh.changed();
        workers.remove().run();
        assertEquals(List.of(7), shown);
    }

    @Test
    void changesThatComeBeforeTheLoadBeginsCostOneLoad() {
        for (int i = 0; i < 1_000; i++) refresh.changed();
        workers.remove().run();
        // the load began after the last change: one more is allowed, no third
        if (!workers.isEmpty()) workers.remove().run();
        assertTrue(workers.isEmpty());
    }

    @Test
    void whatChangesDuringALoadIsShownInTheEnd() {
        var tellsItself = new ArrayList<Runnable>();
        var slow = new Refresh<>(background, () -> {
            int seen = truth;
            truth = 2;
            tellsItself.getFirst().run();
            return seen;
        }, shown::add);
        tellsItself.add(slow::changed);
        truth = 1;
        slow.changed();
        workers.remove().run();
        workers.remove().run();
        assertEquals(2, shown.getLast());
    }

    @Test
    void afterAFailureTheNextChangeTriesAgain() {
        var failing = new Refresh<>(background, () -> {
            if (truth == 0) throw new IllegalStateException("the disk is away");
            return truth;
        }, shown::add);
        failing.changed();
        workers.remove().run();
        truth = 3;
        failing.changed();
        workers.remove().run();
        assertEquals(List.of(3), shown);
    }

    /// A fault of what shows it costs that one look, as any fault on the JavaFX thread.
    @Test
    void afterAFaultOfWhatShowsItTheNextChangeIsShown() {
        var toolkit = new ArrayDeque<Runnable>();
        var apart = new Background(new FxThread(toolkit::add, toolkit::add), workers::add, false);
        var faulty = new Refresh<>(apart, () -> truth, now -> {
            if (now == 0) throw new IllegalStateException("a fault");
            shown.add(now);
        });
        faulty.changed();
        workers.remove().run();
        assertThrows(IllegalStateException.class, () -> toolkit.remove().run());
        truth = 3;
        faulty.changed();
        workers.remove().run();
        toolkit.remove().run();
        assertEquals(List.of(3), shown);
    }

    @Test
    void whatChangesByItselfIsLoadedOnceThen() {
        Instant moment = Instant.now();
        for (int i = 0; i < 10; i++) refresh.changesAt(moment);
        refresh.changesAt(null);
        truth = 4;
        while (!workers.isEmpty()) workers.remove().run();
        assertEquals(List.of(4), shown);
    }

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<Duration> delays = new ArrayList<>();
    private final Background delaying = new Background(fx, workers::add, (delay, work) -> {
        delays.add(delay);
        waiting.add(work);
    });
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    private Refresh<Integer> waits() {
        return new Refresh<>(delaying, () -> truth, shown::add, () -> now);
    }

    private void run(Deque<Runnable> work) {
        while (!work.isEmpty()) work.remove().run();
    }

    @Test
    void aMomentThatPassesWhileTheComputerSleepsIsSeenSoonAfterwards() {
        Instant moment = now.plus(Duration.ofHours(1));
        waits().changesAt(moment);
        assertTrue(delays.getLast().compareTo(Duration.ofMinutes(1)) <= 0, delays::toString);
        now = moment.plus(Duration.ofHours(8)); // asleep: what waits knows nothing of that
        waiting.remove().run();
        run(workers);
        assertEquals(List.of(0), shown);
    }

    @Test
    void beforeItsMomentNothingIsLoaded() {
        waits().changesAt(now.plus(Duration.ofHours(1)));
        for (int minute = 1; minute < 60; minute++) {
            now = now.plus(Duration.ofMinutes(1));
            waiting.remove().run();
        }
        assertTrue(workers.isEmpty() && waiting.size() == 1);
    }

    @Test
    void whereTheClockIsSetBackItIsWaitedForTheSameMomentAgain() {
        Instant moment = now.plus(Duration.ofSeconds(30));
        Refresh<Integer> refreshed = waits();
        refreshed.changesAt(moment);
        now = now.minus(Duration.ofMinutes(10));
        waiting.remove().run();
        run(workers);
        refreshed.changesAt(moment); // what was loaded says so still
        assertEquals(1, waiting.size());
    }

    @Test
    void aClosedOneWaitsForNothing() {
        Refresh<Integer> refreshed = waits();
        refreshed.changesAt(now.plus(Duration.ofHours(1)));
        refreshed.close();
        waiting.remove().run();
        assertTrue(waiting.isEmpty() && workers.isEmpty());
    }

    @Test
    void aClosedOneShowsNothingMore() {
        refresh.changed();
        Runnable load = workers.remove();
        refresh.close();
        load.run();
        refresh.changed();
        assertTrue(shown.isEmpty() && workers.isEmpty());
    }
}
