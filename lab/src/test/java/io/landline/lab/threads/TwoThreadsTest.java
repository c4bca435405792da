package io.landline.lab.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.LabEvent;
import io.landline.lab.Recorder;
import io.landline.lab.threads.TwoThreads.Count;
import io.landline.lab.threads.TwoThreads.Interleaving;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TwoThreadsTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private final Recorder events = new Recorder();

    private List<Count> counts() throws InterruptedException {
        return ((Interleaving) events.await(LabEvent.Result.class).result()).counts();
    }

    @Test
    void eachThreadCountsFromNoughtToTenInItsOwnOrder() throws Exception {
        new TwoThreads(SHORT, 1, events).run();
        List<Integer> all = IntStream.rangeClosed(0, TwoThreads.LAST).boxed().toList();
        for (int thread = 1; thread <= TwoThreads.THREADS; thread++) {
            int one = thread;
            assertEquals(all, counts().stream().filter(each -> each.thread() == one).map(Count::number).toList());
        }
    }

    @Test
    void everyCountIsToldWhenItComesAndNoneIsLost() throws Exception {
        new TwoThreads(SHORT, 2, events).run();
        List<Integer> sizes = events.all(LabEvent.SoFar.class)
                .stream()
                .map(each -> ((Interleaving) each.found()).counts().size())
                .toList();
        assertEquals(IntStream.rangeClosed(1, TwoThreads.THREADS * (TwoThreads.LAST + 1)).boxed().toList(), sizes);
    }

    @Test
    void theTimesOfTheListNeverGoBack() throws Exception {
        new TwoThreads(SHORT, 3, events).run();
        List<Double> times = counts().stream().map(Count::millis).toList();
        assertEquals(times.stream().sorted().toList(), times);
    }

    @Test
    void whoIsStoppedEndsBothThreads() throws Exception {
        Thread running = Thread.ofVirtual().start(() -> {
            try {
                new TwoThreads(Duration.ofHours(1), 4, events).run();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        running.interrupt();
        assertTrue(running.join(Duration.ofSeconds(30)));
        assertFalse(events.all(LabEvent.Result.class).stream().anyMatch(each -> true));
    }
}
