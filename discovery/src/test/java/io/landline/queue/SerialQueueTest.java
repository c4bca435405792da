package io.landline.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The contract of a serial queue, rule by rule.
class SerialQueueTest {
    private static final int STEPS_MAX = 4;
    private static final long BYTES_MAX = 1_000;
    private static final Duration SOON = Duration.ofMillis(100);

    private final List<SerialQueue> opened = new ArrayList<>();

    private SerialQueue queue(String name, UnaryOperator<Duration> tick) {
        var queue = new SerialQueue(new SerialQueue.Settings(name, STEPS_MAX, BYTES_MAX, SOON), tick);
        opened.add(queue);
        return queue;
    }

    private SerialQueue queue(String name) {
        return queue(name, _ -> SerialQueue.NEVER);
    }

    @AfterEach
    void closeAll() {
        opened.forEach(SerialQueue::close);
    }

    /// Steps of a queue wait until the latch is opened.
    private static CountDownLatch blocked(SerialQueue queue) throws InterruptedException {
        var go = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        queue.post(() -> {
            begun.countDown();
            Patience.await(go);
        });
        assertTrue(begun.await(Patience.SECONDS, TimeUnit.SECONDS));
        return go;
    }

    private static boolean waits(Thread thread) {
        long until = System.nanoTime() + Patience.LIMIT.toNanos();
        while (System.nanoTime() < until) {
            if (thread.getState() == Thread.State.WAITING) return true;
            if (!thread.isAlive()) return false;
            Thread.onSpinWait();
        }
        return false;
    }

    @Test
    void stepsRunOneAfterTheOtherInTheirOrder() throws Exception {
        SerialQueue queue = queue("a").start();
        var ran = Collections.synchronizedList(new ArrayList<Integer>());
        for (int i = 0; i < 100; i++) {
            int number = i;
            queue.post(() -> ran.add(number));
        }
        queue.call(() -> null);
        assertEquals(100, ran.size());
        for (int i = 0; i < 100; i++) assertEquals(i, ran.get(i));
    }

    @Test
    void aRestingQueueHasNoThreadWhileNothingWaits() throws Exception {
        SerialQueue queue = new SerialQueue(new SerialQueue.Settings("a", SerialQueue.Rank.RESTING, STEPS_MAX,
                BYTES_MAX, SOON)).start();
        opened.add(queue);
        Thread first = queue.call(Thread::currentThread);
        assertTrue(first.join(Patience.LIMIT), "its thread waits");
        Thread second = queue.call(Thread::currentThread);
        assertEquals("a", second.getName());
        queue.close();
        assertTrue(queue.close(Duration.ZERO));
        assertFalse(queue.post(() -> {}));
    }

    @Test
    void theRankSaysWhatKindOfThreadRunsTheSteps() {
        for (SerialQueue.Rank rank : SerialQueue.Rank.values()) {
            SerialQueue queue = new SerialQueue(new SerialQueue.Settings("a", rank, STEPS_MAX, BYTES_MAX, SOON))
                    .start();
            opened.add(queue);
            boolean isVirtual = queue.call(() -> Thread.currentThread().isVirtual());
            assertEquals(rank == SerialQueue.Rank.ORDINARY || rank == SerialQueue.Rank.RESTING, isVirtual);
        }
    }

    @Test
    void anOrdinaryThreadWaitsWhileTooManyStepsDo() throws Exception {
        SerialQueue queue = queue("a").start();
        CountDownLatch go = blocked(queue);
        for (int i = 0; i < STEPS_MAX; i++) queue.post(() -> {});
        assertFalse(queue.hasSpace());
        Thread caller = Thread.ofPlatform().start(() -> queue.post(() -> {}));
        assertTrue(waits(caller));
        go.countDown();
        caller.join(Patience.MILLIS);
        assertFalse(caller.isAlive());
    }

    @Test
    void anOrdinaryThreadWaitsWhileStepsHoldTooManyBytes() throws Exception {
        SerialQueue queue = queue("a").start();
        CountDownLatch go = blocked(queue);
        queue.post(BYTES_MAX, () -> {});
        assertFalse(queue.hasSpace());
        Thread caller = Thread.ofPlatform().start(() -> queue.post(1, () -> {}));
        assertTrue(waits(caller));
        go.countDown();
        caller.join(Patience.MILLIS);
        assertTrue(queue.hasSpace());
    }

    @Test
    void aStepOfAnotherQueueNeverWaitsToPost() throws Exception {
        SerialQueue full = queue("full").start();
        CountDownLatch go = blocked(full);
        SerialQueue other = queue("other").start();
        var ran = new CountDownLatch(3 * STEPS_MAX);
        other.call(() -> {
            for (int i = 0; i < 3 * STEPS_MAX; i++) full.post(ran::countDown);
            return null;
        });
        go.countDown();
        assertTrue(ran.await(Patience.SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void aStepOfAnotherQueueMustNotCallEvenWhereNothingWaits() {
        SerialQueue idle = queue("idle").start();
        SerialQueue other = queue("other").start();
        var refused = assertThrows(IllegalStateException.class, () -> other.call(() -> idle.call(() -> 1)));
        assertEquals("other must not wait for idle", refused.getMessage());
    }

    private SerialQueue lowest(String name) {
        var queue = new SerialQueue(SerialQueue.Settings.lowest(name, STEPS_MAX));
        opened.add(queue);
        return queue.start();
    }

    @Test
    void aStepMayCallAQueueOfTheLowestRank() {
        SerialQueue disk = lowest("disk");
        assertEquals(1, queue("other").start().call(() -> disk.call(() -> 1)));
    }

    @Test
    void aStepWaitsForRoomInAQueueOfTheLowestRank() throws Exception {
        SerialQueue disk = lowest("disk");
        CountDownLatch go = blocked(disk);
        var posting = new CompletableFuture<Thread>();
        SerialQueue other = queue("other").start();
        for (int i = 0; i < STEPS_MAX; i++) disk.post(() -> {});
        other.post(() -> {
            posting.complete(Thread.currentThread());
            disk.post(() -> {});
        });
        assertTrue(waits(posting.get(Patience.SECONDS, TimeUnit.SECONDS)));
        assertEquals(STEPS_MAX, disk.waiting());
        go.countDown();
        other.call(() -> null);
    }

    @Test
    void aStepOfTheLowestRankWaitsForNoQueue() {
        SerialQueue disk = lowest("disk");
        SerialQueue terminal = lowest("terminal");
        SerialQueue other = queue("other").start();
        assertThrows(IllegalStateException.class, () -> disk.call(() -> terminal.call(() -> 1)));
        assertThrows(IllegalStateException.class, () -> disk.call(() -> other.call(() -> 1)));
    }

    @Test
    void closingGivesUpAfterItsTimeAndTheQueueGoesOn() throws Exception {
        SerialQueue queue = queue("a").start();
        CountDownLatch go = blocked(queue);
        var ran = new CountDownLatch(1);
        queue.post(ran::countDown);
        assertFalse(queue.close(Duration.ofMillis(1)));
        go.countDown();
        assertTrue(ran.await(Patience.SECONDS, TimeUnit.SECONDS));
        assertTrue(queue.close(Patience.LIMIT));
    }

    @Test
    void aStepThatNeverRunsIsCalledDropped() {
        SerialQueue queue = queue("a");
        var dropped = new CountDownLatch(1);
        assertTrue(queue.post(() -> {}, dropped::countDown));
        queue.close();
        assertEquals(0, dropped.getCount());
        assertFalse(queue.post(() -> {}, () -> {}));
    }

    @Test
    void aStepCallsItsOwnQueueAtOnce() throws Exception {
        SerialQueue queue = queue("a").start();
        assertEquals(7, queue.call(() -> queue.call(() -> 7)));
    }

    @Test
    void aCallerGetsTheAnswerOrTheException() throws Exception {
        SerialQueue queue = queue("a").start();
        assertEquals("yes", queue.call(() -> "yes"));
        assertThrows(IOException.class, () -> queue.call(() -> {
            throw new IOException("no");
        }));
    }

    @Test
    void aStepThatFailsIsToldAndTheNextOneRuns() throws Exception {
        var failures = new LinkedBlockingQueue<RuntimeException>();
        SerialQueue queue = queue("a").onFailure(failures::add).start();
        queue.post(() -> {
            throw new IllegalStateException("broken");
        });
        assertEquals(1, queue.call(() -> 1));
        assertEquals("broken", failures.take().getMessage());
    }

    @Test
    void whatIsKeptForAfterTheStepRunsBeforeTheNextOne() throws Exception {
        SerialQueue queue = queue("a").start();
        var order = Collections.synchronizedList(new ArrayList<String>());
        CountDownLatch go = blocked(queue);
        queue.post(() -> {
            queue.afterStep(() -> order.add("after"));
            order.add("step");
        });
        queue.post(() -> order.add("next"));
        go.countDown();
        queue.call(() -> null);
        assertEquals(List.of("step", "after", "next"), order);
        assertThrows(IllegalStateException.class, () -> queue.afterStep(() -> {}));
    }

    @Test
    void theTickSaysWhenTheNextOneIs() throws Exception {
        var ticks = new LinkedBlockingQueue<Duration>();
        queue("a", uptime -> {
            ticks.add(uptime);
            return uptime.plusMillis(1);
        }).start();
        for (int i = 0; i < 5; i++) assertTrue(ticks.poll(Patience.SECONDS, TimeUnit.SECONDS) != null);
    }

    @Test
    void aStepIsFollowedByATickAlthoughNoneWasDue() throws Exception {
        var ticks = new LinkedBlockingQueue<Duration>();
        SerialQueue queue = queue("a", uptime -> {
            ticks.add(uptime);
            return SerialQueue.NEVER;
        }).start();
        ticks.take();
        Duration before = queue.uptime();
        queue.call(() -> null);
        assertTrue(ticks.take().compareTo(before.plus(SOON)) >= 0);
    }

    @Test
    void stepsThatFollowEachOtherWithoutAPauseDoNotKeepTheTickAway() throws Exception {
        var ticks = new LinkedBlockingQueue<Duration>();
        SerialQueue queue = queue("a", uptime -> {
            ticks.add(uptime);
            return SerialQueue.NEVER;
        }).start();
        var stop = new AtomicBoolean();
        repeat(queue, stop);
        for (int i = 0; i < 3; i++) ticks.take();
        stop.set(true);
    }

    private static void repeat(SerialQueue queue, AtomicBoolean stop) {
        queue.post(() -> {
            if (!stop.get()) repeat(queue, stop);
        });
    }

    @Test
    void closingRunsWhatWaitsAndThenTheLastStep() throws Exception {
        SerialQueue queue = queue("a").start();
        CountDownLatch go = blocked(queue);
        var order = Collections.synchronizedList(new ArrayList<String>());
        queue.post(() -> order.add("waiting"));
        assertTrue(queue.finish(() -> order.add("last")));
        assertFalse(queue.finish(() -> order.add("again")));
        assertFalse(queue.post(() -> order.add("late")));
        assertThrows(IllegalStateException.class, () -> queue.call(() -> 1));
        go.countDown();
        queue.close();
        assertEquals(List.of("waiting", "last"), order);
        assertTrue(queue.close(Duration.ZERO));
    }

    @Test
    void closingLetsGoOfWhoeverWaitsForRoom() throws Exception {
        SerialQueue queue = queue("a").start();
        CountDownLatch go = blocked(queue);
        for (int i = 0; i < STEPS_MAX; i++) queue.post(() -> {});
        var taken = new CompletableFuture<Boolean>();
        Thread caller = Thread.ofPlatform().start(() -> taken.complete(queue.post(() -> {})));
        assertTrue(waits(caller));
        queue.finish(() -> {});
        assertFalse(taken.get(Patience.SECONDS, TimeUnit.SECONDS));
        go.countDown();
    }

    @Test
    void c1_whateverEndsACoreThreadIsCalledItsDeath() {
        for (Throwable cause : List.of(new StackOverflowError(), new AssertionError(), new IllegalStateException())) {
            Runnable loop = CoreThread.loop(() -> SerialQueueTest.<RuntimeException>sneak(cause));
            assertEquals(cause, assertThrows(CoreThread.Died.class, loop::run).getCause());
        }
    }

    @SuppressWarnings("unchecked") // a test may throw what it likes
    private static <X extends Throwable> void sneak(Throwable cause) throws X {
        throw (X) cause;
    }

    @Test
    void aStepMayCloseItsOwnQueue() throws Exception {
        SerialQueue queue = queue("a").start();
        queue.call(() -> {
            queue.close();
            return null;
        });
        queue.close();
        assertTrue(queue.close(Duration.ZERO));
    }

    @Test
    void aQueueThatNeverStartedClosesAndDropsWhatWaits() {
        SerialQueue queue = queue("a");
        var told = new ArrayList<String>();
        queue.post(() -> told.add("run"), () -> told.add("dropped"));
        queue.close();
        assertEquals(List.of("dropped"), told);
        assertTrue(queue.close(Duration.ZERO));
        assertFalse(queue.post(() -> told.add("late")));
    }

    @Test
    void anInterruptedCallerStillGetsItsAnswer() throws Exception {
        SerialQueue queue = queue("a").start();
        CountDownLatch go = blocked(queue);
        var answer = new CompletableFuture<Integer>();
        var interrupted = new CompletableFuture<Boolean>();
        Thread caller = Thread.ofPlatform().start(() -> {
            try {
                answer.complete(queue.call(() -> 3));
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        assertTrue(waits(caller));
        caller.interrupt();
        go.countDown();
        assertEquals(3, answer.get(Patience.SECONDS, TimeUnit.SECONDS));
        assertTrue(interrupted.get(Patience.SECONDS, TimeUnit.SECONDS));
    }
}
