package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.room.EntryId;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// As [UnspelledFolderTest], where receivers help each other.
class SwarmUnspelledFolderTest extends SwarmFixture {
    private void atHome(TransferNode node, TransferId id, String folder) throws InterruptedException {
        node.store.saveTransfer(node.store.transfer(id).into(folder));
        node.killAndStart();
        anna.connect(node, new Helping());
        receivers.getFirst().connect(node, new Helping());
    }

    @Test
    void aTransferIntoAFolderThatThisSystemCannotSpellStopsAndGoesOnInTheChosenOne() throws Exception {
        receivers(1);
        var carried = new TransferNode(dir.resolve("carried"), AcceptRule.ALL);
        Path file = file("film", 2 * MIB);
        EntryId offer = offer(file);
        anna.tell(carried, offer);
        carried.recorder.await(Told.Offered.class);
        TransferId id = TransferId.of(offer, carried.fingerprint);
        atHome(carried, id, UnspelledFolderTest.ELSEWHERE);
        receivers.add(carried);
        assertEquals(FailureReason.NO_PERMISSION, carried.recorder.await(Told.Failed.class).reason());
        carried.transfers.resume(id);
        carried.recorder.await(Told.Transferred.class);
        assertGot(receivers.getFirst(), file);
    }

    @Test
    void whatIsWholeInAFolderThatThisSystemCannotSpellIsNotGivenOn() throws Exception {
        receivers(2);
        Path file = file("film", 2 * MIB);
        EntryId offer = offer(file);
        TransferNode carried = receivers.getLast();
        for (TransferNode each : receivers) assertGot(each, file);
        var faults = new CopyOnWriteArrayList<Throwable>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, fault) -> faults.add(fault));
        try {
            atHome(carried, TransferId.of(offer, carried.fingerprint), UnspelledFolderTest.ELSEWHERE);
            TransferNode later = receiver(new Helping(), new Helping());
            anna.tell(later, offer);
            assertGot(later, file);
            assertEquals(List.of(), faults);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
