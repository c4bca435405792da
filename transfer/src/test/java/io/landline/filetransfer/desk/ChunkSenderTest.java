package io.landline.filetransfer.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.SpeedLimits;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.desk.ChunkSender.Outcome;
import io.landline.room.EntryId;
import io.landline.session.core.SessionInMemory;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChunkSenderTest {
    private static final long PATIENCE_SECONDS = 30;

    private final LinkedBlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();

    @Test
    void aChunkThatCannotBeReadMakesRoomForTheNext() throws InterruptedException {
        var session = new SessionInMemory(1, null);
        var sender = new ChunkSender(session, SpeedLimits.ofThisComputer(), () -> null,
                (_, outcome) -> outcomes.add(outcome));
        var offer = new EntryId(7, 1);
        TransferId transfer = TransferId.of(offer, session.peer);
        for (int chunk = 0; chunk < 2 * ChunkSender.JOBS_MAX; chunk++) {
            assertTrue(sender.hasRoom(), "chunk " + chunk);
            sender.give(new ChunkSender.Job(offer, transfer, chunk, (_, _) -> {
                throw new IllegalStateException("the store gives nothing");
            }));
            assertEquals(Outcome.NOT_HERE, outcomes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
        sender.close();
    }
}
