package io.landline.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.Patience;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ErrandTest {
    /// Long enough for a thread that must not be there.
    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final int ASKERS = 4;
    private static final int TIMES = 20_000;

    private final LinkedBlockingQueue<Thread> did = new LinkedBlockingQueue<>();
    private final Errand errand = new Errand(Thread.ofVirtual().name("errand"), () -> did.add(Thread.currentThread()));

    private Thread next() throws InterruptedException {
        Thread thread = did.poll(Patience.SECONDS, TimeUnit.SECONDS);
        if (thread == null) throw new AssertionError("nothing was done");
        return thread;
    }

    @Test
    void nothingIsDoneBeforeTheStart() throws Exception {
        errand.ask();
        assertFalse(errand.isStarted());
        errand.start();
        assertTrue(next().join(Patience.LIMIT));
        assertTrue(did.isEmpty());
        assertThrows(IllegalStateException.class, errand::start);
    }

    @Test
    void thereIsNoThreadBetweenTwoTimes() throws Exception {
        errand.start();
        Thread first = next();
        assertTrue(first.join(Patience.LIMIT), "its thread goes on");
        errand.ask();
        Thread second = next();
        assertNotSame(first, second);
        assertTrue(second.isVirtual());
        assertEquals("errand", second.getName());
    }

    @Test
    void whoAsksWhileItGoesOnHasItDoneOnceMore() throws Exception {
        var go = new Semaphore(0);
        var begun = new Semaphore(0);
        var times = new AtomicInteger();
        var slow = new Errand(Thread.ofVirtual(), () -> {
            begun.release();
            go.acquireUninterruptibly();
            times.incrementAndGet();
            did.add(Thread.currentThread());
        });
        slow.start();
        begun.acquire();
        slow.ask();
        slow.ask();
        go.release();
        Thread first = next();
        go.release();
        assertEquals(first, next());
        assertTrue(first.join(Patience.LIMIT));
        assertEquals(2, times.get());
    }

    @Test
    void whatFailedIsNeverDoneAgain() throws Exception {
        var made = new AtomicInteger();
        var failing = new Errand(Thread.ofVirtual().uncaughtExceptionHandler((_, _) -> {}), () -> {
            made.incrementAndGet();
            did.add(Thread.currentThread());
            throw new IllegalStateException("on purpose");
        });
        failing.start();
        assertTrue(next().join(Patience.LIMIT));
        failing.ask();
        assertNull(did.poll(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS));
        assertEquals(1, made.get());
    }

    /// As where there is no memory for a thread.
    @Test
    void whereNoThreadCanBeMadeTheNextOneWhoAsksTriesAgain() throws Exception {
        var refused = new AtomicInteger(2);
        var asked = new Errand(name -> {
            if (refused.getAndDecrement() > 0) throw new IllegalStateException("no memory");
            return Thread.ofVirtual().unstarted(name);
        }, () -> did.add(Thread.currentThread()));
        assertThrows(IllegalStateException.class, asked::start);
        assertThrows(IllegalStateException.class, asked::ask);
        asked.ask();
        next();
    }

    /// Many ask at once: it is never done twice at once, and what the last one asked for is done.
    @Test
    void nothingThatWasAskedForIsMissed() throws Exception {
        var asked = new AtomicInteger();
        var seen = new AtomicInteger();
        var inside = new AtomicInteger();
        var twice = new AtomicInteger();
        var all = new Semaphore(0);
        var counting = new Errand(Thread.ofVirtual(), () -> {
            if (inside.incrementAndGet() > 1) twice.incrementAndGet();
            seen.set(asked.get());
            inside.decrementAndGet();
            if (seen.get() == ASKERS * TIMES) all.release();
        });
        counting.start();
        for (int i = 0; i < ASKERS; i++) {
            Thread.ofVirtual().start(() -> {
                for (int j = 0; j < TIMES; j++) {
                    asked.incrementAndGet();
                    counting.ask();
                }
            });
        }
        assertTrue(all.tryAcquire(Patience.SECONDS, TimeUnit.SECONDS));
        assertEquals(0, twice.get());
    }
}
