package io.landline.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    @Test
    void whatChangesByItselfIsLoadedOnceThen() {
        Instant moment = Instant.now();
        for (int i = 0; i < 10; i++) refresh.changesAt(moment);
        refresh.changesAt(null);
        truth = 4;
        while (!workers.isEmpty()) workers.remove().run();
        assertEquals(List.of(4), shown);
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
