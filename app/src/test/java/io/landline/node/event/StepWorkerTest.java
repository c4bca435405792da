package io.landline.node.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.handshake.LogListener;
import io.landline.queue.PartClosedException;
import io.landline.storage.database.StorageException;
import io.landline.testing.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class StepWorkerTest {
    private static final int ROUNDS = 20_000;
    private final AtomicInteger looks = new AtomicInteger();
    private final Semaphore looked = new Semaphore(0);
    private final CountDownLatch gate = new CountDownLatch(1);

    private StepWorker worker(int waitingMax) {
        return new StepWorker("steps", "the test waits until the next start", waitingMax, () -> {
            looks.incrementAndGet();
            looked.release();
        });
    }

    private void waitForGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Runs behind all steps that were posted before.
    private static void passThrough(StepWorker worker) throws InterruptedException {
        var passed = new CountDownLatch(1);
        assertTrue(worker.post(passed::countDown));
        passed.await();
    }

    @Test
    void theStepThatRunsCountsAsOneThatWaits() {
        try (StepWorker worker = worker(2)) {
            assertTrue(worker.post(this::waitForGate));
            assertTrue(worker.post(() -> {
            }));
            assertFalse(worker.post(() -> {
            }));
            gate.countDown();
        }
    }

    @Test
    void afterRefusedStepsThereIsOneLook() throws InterruptedException {
        try (StepWorker worker = worker(2)) {
            worker.post(this::waitForGate);
            worker.post(() -> {
            });
            for (int i = 0; i < 3; i++) assertFalse(worker.post(() -> {
            }));
            assertEquals(0, looks.get());
            gate.countDown();
            looked.acquire();
            passThrough(worker);
        }
        assertEquals(1, looks.get());
    }

    @Test
    void afterCloseNothingIsRepeated() {
        StepWorker worker = worker(1);
        worker.close();
        worker.repeat(looks::incrementAndGet, Duration.ofMillis(1));
        assertEquals(0, looks.get());
    }

    @Test
    void noStepIsRefusedWithoutALookAfterIt() throws InterruptedException {
        try (StepWorker worker = worker(1)) {
            for (int round = 0; round < ROUNDS; round++) {
                boolean second = worker.post(() -> {
                }) & worker.post(() -> {
                });
                if (!second) looked.acquire(); // without the look the test hangs here
            }
        }
    }

    @Test
    void nothingIsLookedAtWhereNoStepWasRefused() throws InterruptedException {
        try (StepWorker worker = worker(10)) {
            for (int i = 0; i < 100; i++) passThrough(worker);
        }
        assertEquals(0, looks.get());
    }

    @Test
    void aStepThatFailsCostsOnlyItself() throws InterruptedException {
        List<RuntimeException> failures = List.of(new StorageException("disk full", new Exception()),
                new IllegalStateException("closed"), new IllegalArgumentException("a fault of the test"));
        try (StepWorker worker = worker(10)) {
            for (RuntimeException each : failures) {
                worker.post(() -> {
                    throw each;
                });
            }
            passThrough(worker);
        }
    }

    @Test
    void whatTheStoreRefusedIsLookedForAgainOnceAndUntilItGoes() throws InterruptedException {
        var tries = new AtomicInteger();
        try (var worker = new StepWorker("steps", "the test waits", 10, () -> {
            if (tries.incrementAndGet() < 3) throw new StorageException("disk full", new Exception());
            looked.release();
        }, Duration.ofMillis(10))) {
            worker.post(() -> {
                throw new StorageException("disk full", new Exception());
            });
            assertTrue(looked.tryAcquire(Patience.SECONDS, TimeUnit.SECONDS), "nobody looks again");
            passThrough(worker);
        }
        assertEquals(3, tries.get());
    }

    @Test
    void aFaultOfOursIsLoggedAsOneAndAPartThatIsClosedIsNot() throws InterruptedException {
        var fault = new IllegalStateException("a bug");
        try (var log = new LogListener(); StepWorker worker = worker(10)) {
            for (RuntimeException each : List.of(fault, new PartClosedException("the database"))) {
                worker.post(() -> {
                    throw each;
                });
            }
            passThrough(worker);
            List<Throwable> logged = log.from(Level.INFO)
                    .stream()
                    .filter(each -> each.getLoggerName().equals(StepWorker.class.getName()))
                    .map(LogRecord::getThrown)
                    .toList();
            assertEquals(List.of(fault), logged);
        }
    }

    @Test
    void anErrorReachesTheHandlerOfTheThread() throws InterruptedException {
        var seen = new ArrayList<Throwable>();
        var error = new AssertionError("on purpose");
        try (StepWorker worker = worker(10)) {
            worker.post(() -> {
                Thread.currentThread().setUncaughtExceptionHandler((_, e) -> seen.add(e));
                throw error;
            });
            passThrough(worker);
        }
        assertSame(error, seen.getFirst());
    }
}
