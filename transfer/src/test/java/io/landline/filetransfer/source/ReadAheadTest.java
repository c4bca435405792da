package io.landline.filetransfer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.chunk.ChunkBuffer;
import io.landline.session.core.BulkInMemory;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private static final int BYTES = 1_000;

    private final BulkInMemory bulk = new BulkInMemory();
    private final ReadAhead ahead = new ReadAhead(bulk, BYTES, 3);

    @Test
    void nothingIsHeldBeforeTheFirstIsTaken() throws InterruptedException {
        assertEquals(0, bulk.held());
        assertNotNull(ahead.take());
        assertEquals(BYTES, bulk.held());
        assertFalse(ahead.isUsedUp());
    }

    @Test
    void allAreMadeWhileThereIsMemory() throws InterruptedException {
        for (int i = 0; i < 3; i++) assertNotNull(ahead.take());
        assertEquals(3 * BYTES, bulk.held());
        assertTrue(ahead.isUsedUp());
    }

    @Test
    void withLittleMemoryOneHasToDo() throws InterruptedException {
        bulk.spareNothing();
        ChunkBuffer first = ahead.take();
        assertNotNull(first);
        bulk.closeAtAsk(3);
        assertNull(ahead.take(), "waited for until the connection ended");
        assertTrue(ahead.isUsedUp());
        ahead.free().add(first);
        assertSame(first, ahead.take());
        assertEquals(BYTES, bulk.held());
    }

    @Test
    void c1_withoutMemoryNothingIsReadUntilThereIsSome() throws InterruptedException {
        bulk.refuseUntilAsk(3);
        assertNotNull(ahead.take());
        assertEquals(3, bulk.asks());
        assertEquals(BYTES, bulk.held());
    }

    @Test
    void whatNobodyUsesIsGivenBack() throws InterruptedException {
        ChunkBuffer first = ahead.take();
        ChunkBuffer second = ahead.take();
        assertNotNull(first);
        assertNotNull(second);
        ahead.free().add(second);
        ahead.giveBack();
        assertEquals(BYTES, bulk.held(), "the first is still in use");
        ahead.free().add(first);
        ahead.giveBack();
        assertEquals(0, bulk.held());
        assertNotNull(ahead.take());
    }
}
