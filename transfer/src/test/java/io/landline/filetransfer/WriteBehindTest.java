package io.landline.filetransfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.testing.Patience;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WriteBehindTest {
    private final WriteBehind behind = new WriteBehind();
    private final List<Integer> written = new CopyOnWriteArrayList<>();

    @Test
    void whoHandsAWriteInGoesOnAndTheNextWaitsForIt() throws InterruptedException {
        var gate = new CountDownLatch(1);
        behind.write(() -> {
            Patience.await(gate);
            written.add(1);
        });
        var second = Thread.ofVirtual().start(() -> behind.write(() -> written.add(2)));
        assertFalse(written.contains(1));
        gate.countDown();
        second.join();
        assertEquals(1, written.getFirst());
        behind.await();
        assertEquals(List.of(1, 2), written);
    }

    @Test
    void whatAWriteThrewTheNextCallThrowsOnceAndBeginsNothing() {
        var failure = new IllegalStateException("full");
        behind.write(() -> {
            throw failure;
        });
        assertSame(failure, assertThrows(IllegalStateException.class, () -> behind.write(() -> written.add(2))));
        behind.await();
        behind.write(() -> written.add(3));
        behind.await();
        assertEquals(List.of(3), written);
    }
}
