package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.queue.SerialQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A disk hangs at the end, and each place where it may is left within the time that was given.
@Timeout(60)
class TransfersEndTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int STEPS_MAX = 4;

    private final CountDownLatch disk = new CountDownLatch(1);
    private final SerialQueue queue = new SerialQueue(
            new SerialQueue.Settings("queue", STEPS_MAX, Long.MAX_VALUE, SerialQueue.NEVER)).start();
    private final java.util.concurrent.ExecutorService housekeeping = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().factory());
    private final TransfersEnd end = new TransfersEnd(queue, housekeeping);

    private void hang() {
        try {
            disk.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer() throws InterruptedException {
        disk.countDown();
        assertTrue(queue.close(LONG));
        assertTrue(housekeeping.awaitTermination(LONG.toSeconds(), TimeUnit.SECONDS));
    }

    @Test
    void aQueueThatHangsWithAllItsPlacesTakenIsLeft() throws InterruptedException {
        for (int i = 0; i <= STEPS_MAX; i++) queue.post(this::hang);
        end.within(SHORT, () -> CompletableFuture.completedFuture(null));
        assertFalse(queue.close(Duration.ZERO));
        answer();
    }

    @Test
    void aFileThatIsWrittenForeverIsLeft() throws InterruptedException {
        end.within(SHORT, CompletableFuture::new);
        assertTrue(queue.close(LONG));
        answer();
    }

    @Test
    void housekeepingThatHangsIsLeft() throws InterruptedException {
        housekeeping.execute(this::hang);
        end.within(SHORT, () -> CompletableFuture.completedFuture(null));
        assertFalse(housekeeping.isTerminated());
        answer();
    }

    @Test
    void whatBecameOfFilesIsNotedAfterTheirLastByteAndBeforeTheQueueEnds() throws InterruptedException {
        List<String> done = new ArrayList<>();
        end.within(LONG, () -> {
            var quiet = new CompletableFuture<Void>();
            Thread.ofVirtual().start(() -> queue.post(() -> { // as a download does
                done.add("noted");
                housekeeping.execute(() -> done.add("forced"));
                quiet.complete(null);
            }));
            return quiet;
        });
        assertTrue(queue.close(Duration.ZERO));
        assertTrue(housekeeping.isTerminated());
        assertEquals(List.of("noted", "forced"), done);
        answer();
    }
}
