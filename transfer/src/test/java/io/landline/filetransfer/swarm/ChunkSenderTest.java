package io.landline.filetransfer.swarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.SpeedLimits;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.swarm.ChunkSender.Outcome;
import io.landline.room.EntryId;
import io.landline.session.core.BulkInMemory;
import io.landline.session.core.SessionInMemory;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChunkSenderTest {
    private static final long PATIENCE_SECONDS = 30;

    private final LinkedBlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final SessionInMemory session = new SessionInMemory(1, null);
    private final BulkInMemory bulk = new BulkInMemory();
    private final ChunkSender sender = new ChunkSender(session, SpeedLimits.ofThisComputer(), () -> bulk,
            (_, outcome) -> outcomes.add(outcome));
    private final EntryId offer = new EntryId(7, 1);
    private final TransferId transfer = TransferId.of(offer, session.peer);

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void aChunkThatCannotBeReadMakesRoomForTheNext() throws InterruptedException {
        for (int chunk = 0; chunk < 2 * ChunkSender.JOBS_MAX; chunk++) {
            assertTrue(sender.hasSpace(), "chunk " + chunk);
            sender.give(new ChunkSender.Job(offer, transfer, chunk, (_, _) -> {
                throw new IllegalStateException("the store gives nothing");
            }));
            assertEquals(Outcome.NOT_HERE, outcomes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
    }

    @Test
    void c1_aPartnerWaitsForMemoryAndHoldsItOnce() throws InterruptedException {
        bulk.refuseUntilAsk(3);
        for (int chunk = 0; chunk < 3; chunk++) {
            sender.give(new ChunkSender.Job(offer, transfer, chunk, (_, _) -> 1));
            assertEquals(Outcome.SENT, outcomes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
        assertEquals(3, bulk.asks());
        assertEquals(ChunkLayout.BYTES_MAX, bulk.held());
        assertEquals(3, bulk.sent().size());
    }

    @Test
    void c1_withoutMemoryNothingIsSentOnAConnectionThatEnds() throws InterruptedException {
        bulk.refuseUntilAsk(Integer.MAX_VALUE);
        bulk.closeAtAsk(2);
        sender.give(new ChunkSender.Job(offer, transfer, 0, (_, _) -> 1));
        assertEquals(Outcome.LOST, outcomes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(0, bulk.held());
    }
}
