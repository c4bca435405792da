package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A store that fails while a receiver of a swarm notes how far it has come.
class SwarmStoreFaultsTest extends SwarmFixture {
    private static final int PASSING = 8;

    private final AtomicInteger chunks = new AtomicInteger();
    /// Later chunks are lost, and the store is full.
    private volatile boolean isFull = true;

    @Test
    void b2_aCheckpointThatCannotBeNotedStopsTheTransferAndItGoesOnOnceThereIsRoom() throws Exception {
        var ben = new TransferNode(dir.resolve("ben"), AcceptRule.ALL);
        receivers.add(ben);
        ben.close();
        ben.store = new FakeStore() {
            @Override
            public synchronized void saveFiles(TransferId transfer, List<StoredFile> files) {
                boolean isCheckpoint = files.stream().anyMatch(file -> file.keptChunks() > 0);
                if (isFull && isCheckpoint) {
                    throw new TransferStoreException(FailureReason.DISK_FULL, "the disk is full", new IOException());
                }
                super.saveFiles(transfer, files);
            }
        };
        ben.start();
        anna.connect(ben, new Helping() {
            @Override
            public @Nullable Frame bulk(Frame frame) {
                boolean passes = frame.type() != FrameType.DATA || chunks.incrementAndGet() <= PASSING || !isFull;
                return passes ? frame : null;
            }
        });
        EntryId offer = offer(file("film", 40 * MIB));
        var told = ben.recorder.await(Told.Failed.class);
        assertEquals(FailureReason.DISK_FULL, told.reason());
        assertTrue(told.resumable());
        isFull = false;
        ben.transfers.resume(TransferId.of(offer, ben.fingerprint));
        ben.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(dir.resolve("film"), ben.downloads.resolve("film")));
    }
}
