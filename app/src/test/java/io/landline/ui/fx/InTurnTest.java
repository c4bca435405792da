package io.landline.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class InTurnTest {
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final InTurn inTurn = new InTurn(
            new Background(new FxThread(Runnable::run, Runnable::run), threads::add, false));
    private final List<String> told = new ArrayList<>();

    private void run(String name) {
        inTurn.run(() -> name, told::add, e -> told.add(name + ": " + e.getMessage()));
    }

    @Test
    void oneThreadWorksOffWhatComesInItsOrder() {
        run("one");
        run("two");
        assertEquals(1, threads.size());
        threads.remove().run();
        assertEquals(List.of("one", "two"), told);
        run("three");
        threads.remove().run();
        assertEquals(List.of("one", "two", "three"), told);
    }

    @Test
    void whatFailsIsToldAndTheNextComes() {
        inTurn.run(() -> {
            throw new IllegalStateException("no");
        }, _ -> {}, e -> told.add(e.getMessage()));
        run("two");
        threads.remove().run();
        assertEquals(List.of("no", "two"), told);
    }

    @Test
    void anErrorEndsItsThreadAndNotThoseThatWait() {
        inTurn.run(() -> {
            throw new AssertionError("a fault");
        }, _ -> {}, _ -> {});
        run("two");
        assertThrows(AssertionError.class, threads.remove()::run);
        threads.remove().run();
        assertEquals(List.of("two"), told);
    }
}
