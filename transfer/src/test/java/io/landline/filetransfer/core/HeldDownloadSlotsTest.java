package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.filetransfer.incoming.DownloadSlots;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Row H74: the offers of one author have each slot to receive in, and nothing comes.
@Timeout(60)
class HeldDownloadSlotsTest extends TransferFixture {
    private TransferNode mallory;

    @AfterEach
    void end() {
        mallory.close();
    }

    private long running() {
        return ben.transfers.open().stream().filter(view -> view.state() == TransferState.RUNNING).count();
    }

    private void awaitAllSlotsTaken() {
        while (running() < DownloadSlots.RUNNING_MAX) {
            assertFalse(Thread.currentThread().isInterrupted(), "not all have a slot in time");
            Thread.onSpinWait();
        }
    }

    @Test
    void h74_filesOfSomebodyKnownBetterWaitForNobodyWhoSendsNothing() throws Exception {
        mallory = new TransferNode(dir.resolve("mallory"), AcceptRule.NONE);
        mallory.talkTo(ben);
        ben.trusted.add(anna.fingerprint);
        var wire = new Gate(1); // no file of two chunks comes whole
        FakeSession session = mallory.connect(ben, wire);
        for (int n = 0; n < DownloadSlots.RUNNING_MAX; n++) mallory.send(ben, file("old" + n, 2 * MIB + n));
        awaitAllSlotsTaken();
        wire.reached.await();
        anna.connect(ben);
        anna.send(ben, file("photo", 5));
        assertEquals(anna.fingerprint, ben.recorder.await(Told.Transferred.class).view().peer());
        assertEquals(-1, Files.mismatch(dir.resolve("photo"), ben.downloads.resolve("photo")));
        ben.recorder.clear();
        awaitAllSlotsTaken(); // the one that gave way has another
        session.cut();
        session.awaitEnd();
        mallory.connect(ben);
        for (int n = 0; n < DownloadSlots.RUNNING_MAX; n++) {
            assertEquals(mallory.fingerprint, ben.recorder.await(Told.Transferred.class).view().peer(), "it goes on");
        }
    }
}
