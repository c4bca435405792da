package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.filetransfer.outgoing.UploadSlots;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.session.Lane;
import io.landline.session.SessionListener;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Row H74: somebody accepts as many offers as are sent at once, and takes nothing.
class HeldSlotsTest extends TransferFixture {
    private static final Fingerprint MALLORY = Identity.generate().fingerprint();

    private long running() {
        return anna.transfers.open().stream().filter(view -> view.state() == TransferState.RUNNING).count();
    }

    /// Ben, who is known better, comes after Mallory has every slot.
    private void everySlotIsHeldAsBenComes() throws Exception {
        anna.trusted.add(ben.fingerprint);
        FakeSession mallory = FakeSession.connect(MALLORY, new SessionListener() {}, anna.fingerprint,
                anna.transfers.connections(), new FakeSession.Wire() {});
        mallory.awaitOpened();
        for (int n = 0; n < UploadSlots.RUNNING_MAX; n++) {
            EntryId old = anna.transfers.offer(TransferNode.CONVERSATION, List.of(file("old" + n, 10)));
            mallory.send(Lane.FILES, new FileMessage.Accept(old).toFrame());
        }
        while (running() < UploadSlots.RUNNING_MAX) Thread.onSpinWait();
        anna.connect(ben);
    }

    @Test
    void h74_whoIsKnownBetterWaitsForNobodyWhoAcceptsAndTakesNothing() throws Exception {
        everySlotIsHeldAsBenComes();
        anna.send(ben, file("photo", 5));
        ben.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(dir.resolve("photo"), ben.downloads.resolve("photo")));
    }

    @Test
    void h74_aSlotIsGivenAndTakenAlsoWhereThatCannotBeNoted() throws Exception {
        anna.close();
        anna.store = new FakeStore() {
            @Override
            public synchronized void saveTransfer(StoredTransfer transfer) {
                boolean isRecall = transfer.peer().equals(MALLORY) && transfer.state() == TransferState.WAITING;
                StoredTransfer before = transfer(transfer.id());
                boolean isRunning = before != null && before.state() == TransferState.RUNNING;
                if (isRecall && isRunning) throw StoreFaultsTest.full();
                super.saveTransfer(transfer);
            }
        };
        anna.start();
        everySlotIsHeldAsBenComes();
        for (String name : List.of("photo", "film")) {
            ben.recorder.clear();
            anna.recorder.clear();
            anna.send(ben, file(name, 5));
            ben.recorder.await(Told.Transferred.class);
            anna.recorder.await(Told.Transferred.class);
        }
        assertEquals(UploadSlots.RUNNING_MAX, running());
    }
}
