package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.TransferStore.StoredPartial;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.room.EntryId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was cancelled and is taken again begins from nothing, also where the program ends in between.
class RetryAndRestartTest extends TransferFixture {
    private final CountDownLatch retried = new CountDownLatch(1);
    private volatile boolean isSweepLate;

    /// Who removes what is left asks for it late, if at all.
    private final class LateStore extends FakeStore {
        @Override
        public List<StoredPartial> orphans() {
            try {
                if (isSweepLate) retried.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return super.orphans();
        }
    }

    private Path source;
    private Standing standing;

    @BeforeEach
    void stand() throws Exception {
        ben.close();
        ben.store = new LateStore();
        ben.start();
        source = file("photo", 40 * MIB);
        standing = standing(source);
        EntryId offer = anna.transfers.open().getFirst().offer();
        ben.awaitNoted(offer);
    }

    @Test
    void itComesWhereTheProgramEndedBeforeItsAuthorWasBack() throws Exception {
        ben.transfers.cancel(standing.id());
        standing.wire().open();
        standing.end();
        ben.close(); // what is left is removed
        assertEquals(List.of(), ben.downloaded());
        ben.start();
        ben.transfers.retry(standing.id());
        ben.killAndStart();
        anna.connect(ben);
        ben.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("photo")));
        assertEquals(List.of("photo"), ben.downloaded());
    }

    @Test
    void nothingOfTheFirstTryStaysWhereItIsTakenAgainBeforeThatWasRemoved() throws Exception {
        isSweepLate = true;
        ben.transfers.cancel(standing.id());
        ben.transfers.retry(standing.id());
        retried.countDown();
        standing.wire().open();
        ben.recorder.await(Told.Transferred.class);
        standing.end();
        ben.close();
        assertEquals(List.of("photo"), ben.downloaded());
    }
}
