package io.landline.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.queue.SerialQueue.Rank;
import io.landline.queue.SerialQueue.Settings;
import io.landline.testing.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Steps of the lowest rank that a quick queue's thread runs itself ([SerialQueue#runOrPost]).
@Timeout(Patience.SECONDS)
class LentStepsTest {
    private static final int STEPS_MAX = 16;

    private final SerialQueue quick = queue(Rank.QUICK).start();
    private final SerialQueue ordinary = queue(Rank.ORDINARY).start();
    private final SerialQueue disk = new SerialQueue(Settings.lowest("disk", STEPS_MAX));
    private final CountDownLatch go = new CountDownLatch(1);

    private static SerialQueue queue(Rank rank) {
        return new SerialQueue(new Settings(rank.name(), rank, STEPS_MAX, Long.MAX_VALUE, Duration.ofSeconds(1)));
    }

    @AfterEach
    void close() {
        go.countDown();
        quick.close();
        ordinary.close();
        disk.close();
    }

    /// Hands a step in and waits for it; the thread that ran it.
    private Thread ranOn() throws Exception {
        var ran = new CompletableFuture<Thread>();
        assertTrue(disk.runOrPost(() -> ran.complete(Thread.currentThread()),
                () -> ran.completeExceptionally(new IllegalStateException("dropped"))));
        return ran.get();
    }

    /// The disk's own thread has ended its last step: it still runs it when the answer comes.
    private void awaitIdle() throws Exception {
        Thread own = quick.call(Thread::currentThread);
        while (quick.call(this::ranOn) != own) Thread.onSpinWait();
    }

    /// A step of the disk that goes on until [#go].
    private void blockedBy(CountDownLatch begun) {
        begun.countDown();
        Patience.await(go);
    }

    @Test
    void aQuickStepRunsItOnItsOwnThreadAsIfThatWereTheQueues() throws Exception {
        disk.start();
        assertSame(quick.call(Thread::currentThread), quick.call(this::ranOn));
        quick.call(() -> disk.runOrPost(() -> {
            assertTrue(disk.isRunningHere());
            assertFalse(SerialQueue.isOnQuickThread());
            assertThrows(IllegalStateException.class, () -> ordinary.call(() -> 1));
        }, () -> {}));
        assertFalse(quick.call(disk::isRunningHere));
    }

    @Test
    void othersHandItIn() throws Exception {
        disk.start();
        Thread disks = disk.call(Thread::currentThread);
        assertSame(disks, ranOn());
        assertSame(disks, ordinary.call(this::ranOn));
    }

    @Test
    void itIsHandedInWhereAStepRuns() throws Exception {
        disk.start();
        var begun = new CountDownLatch(1);
        disk.post(() -> blockedBy(begun));
        begun.await();
        var ran = new CompletableFuture<Thread>();
        assertTrue(quick.call(() -> disk.runOrPost(() -> ran.complete(Thread.currentThread()), () -> {})));
        assertFalse(ran.isDone());
        go.countDown();
        assertNotSame(quick.call(Thread::currentThread), ran.get());
    }

    @Test
    void whatComesMeanwhileWaitsForIt() throws Exception {
        disk.start();
        var begun = new CountDownLatch(1);
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        quick.post(() -> disk.runOrPost(() -> {
            blockedBy(begun);
            order.add(1);
        }, () -> {}));
        begun.await();
        disk.post(() -> order.add(2));
        assertEquals(1, disk.waiting());
        assertFalse(disk.close(Duration.ofMillis(1)));
        go.countDown();
        assertTrue(disk.close(Patience.LIMIT));
        assertEquals(List.of(1, 2), order);
    }

    @Test
    void oneThatFailsIsToldAndTheNextOneRuns() throws Exception {
        var failure = new AtomicReference<RuntimeException>();
        disk.onFailure(failure::set).start();
        var fault = new IllegalArgumentException("as wanted");
        assertTrue(quick.call(() -> disk.runOrPost(() -> {
            throw fault;
        }, () -> {})));
        assertSame(fault, failure.get());
        assertSame(quick.call(Thread::currentThread), quick.call(this::ranOn));
    }

    @Test
    void anErrorEndsTheQueuesThreadAndNotTheCallers() throws Exception {
        disk.start();
        var died = new CompletableFuture<Throwable>();
        disk.call(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, why) -> died.complete(why));
            return null;
        });
        awaitIdle();
        var fault = new AssertionError("as wanted");
        var ranOn = new AtomicReference<Thread>();
        assertTrue(quick.call(() -> disk.runOrPost(() -> {
            ranOn.set(Thread.currentThread());
            throw fault;
        }, () -> {})));
        assertSame(quick.call(Thread::currentThread), ranOn.get());
        assertSame(fault, died.get().getCause());
        assertTrue(disk.close(Patience.LIMIT));
        assertFalse(quick.call(() -> disk.runOrPost(() -> {}, () -> {})));
    }

    @Test
    void oneThatHasNotStartedKeepsIt() throws Exception {
        var dropped = new CountDownLatch(1);
        assertTrue(quick.call(() -> disk.runOrPost(() -> {}, dropped::countDown)));
        disk.close();
        dropped.await();
    }
}
