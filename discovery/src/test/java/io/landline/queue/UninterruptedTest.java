package io.landline.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UninterruptedTest {
    @Test
    void anInterruptionWaitsUntilTheEnd() {
        var begun = new AtomicInteger();
        int result = Uninterrupted.of(() -> {
            if (begun.incrementAndGet() < 3) throw new InterruptedException();
            assertFalse(Thread.currentThread().isInterrupted(), "the wait would end at once");
            return 7;
        });
        assertEquals(7, result);
        assertEquals(3, begun.get());
        assertTrue(Thread.interrupted());
    }

    @Test
    void aFailureEndsTheWaitAndKeepsTheInterruption() {
        var begun = new AtomicInteger();
        assertThrows(IOException.class, () -> Uninterrupted.of(() -> {
            if (begun.incrementAndGet() == 1) throw new InterruptedException();
            throw new IOException("gone");
        }));
        assertTrue(Thread.interrupted());
    }

    @Test
    void withoutAnInterruptionThereIsNoneAfterwards() {
        Uninterrupted.run(() -> {});
        assertFalse(Thread.interrupted());
    }
}
