package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.NoSuchTransferException;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.room.EntryId;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What was cancelled or has stopped, and is taken up by a person.
class TakenUpAgainTest extends TransferFixture {
    /// A receiver may think better of it. What a sender cancelled is not to be had any more.
    @Test
    void whatItsReceiverCancelledCanBeTakenAgain() throws Exception {
        Path source = file("photo", 40 * MIB);
        for (boolean byReceiver : new boolean[]{true, false}) {
            Standing standing = standing(source);
            TransferId id = standing.id();
            (byReceiver ? ben : anna).transfers.cancel(id);
            standing.wire().open();
            ben.recorder.await(Told.Failed.class);
            anna.recorder.await(Told.Failed.class);
            String refusal = refusal(id);
            if (byReceiver) {
                assertNull(refusal);
                ben.recorder.await(Told.Transferred.class);
                assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("photo")));
                Files.delete(ben.downloads.resolve("photo"));
            } else {
                assertEquals("That offer does not stand any more: its sender must offer it again.", refusal);
            }
            standing.end();
        }
    }

    /// Why it cannot be taken again; null where it is.
    private @Nullable String refusal(TransferId id) {
        try {
            ben.transfers.retry(id);
            return null;
        } catch (NoSuchTransferException e) {
            return e.getMessage();
        }
    }

    /// What was cancelled comes to its end off the files' queue: it is waited for.
    @Test
    void whatWasCancelledIsTakenAgainAtOnce() throws Exception {
        Path source = file("photo", 40 * MIB);
        Standing standing = standing(source);
        for (int i = 0; i < 3; i++) {
            ben.transfers.cancel(standing.id());
            assertNull(refusal(standing.id()), "after " + i);
        }
        standing.wire().open();
        ben.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("photo")));
        standing.end();
    }

    /// Also before its author is back.
    @Test
    void ofWhatAKilledRunLeftAsMuchIsToldAsItKept() throws Exception {
        Standing standing = standing(file("photo", 40 * MIB));
        ben.awaitNoted(anna.transfers.open().getFirst().offer());
        ben.killAndStart();
        long kept = ben.store.files(standing.id(), 0, 1).getFirst().keptChunks() * (long) MIB;
        assertTrue(kept >= MIB, () -> kept + " bytes");
        assertEquals(kept, ben.transfers.open().getFirst().amount().bytes());
    }

    @Test
    void whatStoppedAtAFolderThatIsGoneGoesOnInTheFolderThatIsChosenByThen() throws Exception {
        Files.delete(ben.downloads);
        anna.connect(ben);
        Path source = file("photo", 5);
        EntryId offer = anna.send(ben, source);
        ben.recorder.await(Told.Failed.class);
        Path gone = ben.downloads;
        ben.downloads = Files.createDirectory(gone.resolveSibling("chosen"));
        ben.transfers.resume(TransferId.of(offer, ben.fingerprint));
        ben.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("photo")));
        assertFalse(Files.exists(gone));
    }

    @Test
    void whatHasBegunInAFolderThatIsGoneForGoodBeginsAnewInAnotherOneOnceItWasCancelled() throws Exception {
        var wire = new Gate(8);
        anna.connect(ben, wire);
        Path source = file("photo", 40 * MIB);
        EntryId offer = anna.send(ben, source);
        wire.reached.await();
        TransferId transfer = TransferId.of(offer, ben.fingerprint);
        ben.transfers.pause(transfer);
        wire.open();
        Path place = ben.downloads;
        Files.move(place, place.resolveSibling("away"));
        ben.downloads = Files.createDirectory(place.resolveSibling("chosen"));
        ben.transfers.cancel(transfer);
        assertNull(refusal(transfer));
        ben.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("photo")));
        assertFalse(Files.exists(place));
    }

    @Test
    void whatHasBegunInAFolderThatIsGoneWaitsForThatFolder() throws Exception {
        var wire = new Gate(8);
        anna.connect(ben, wire);
        Path source = file("photo", 40 * MIB);
        EntryId offer = anna.send(ben, source);
        wire.reached.await();
        TransferId transfer = TransferId.of(offer, ben.fingerprint);
        ben.transfers.pause(transfer);
        wire.open();
        Path away = ben.downloads.resolveSibling("away");
        Path place = ben.downloads;
        Files.move(place, away);
        ben.downloads = Files.createDirectory(place.resolveSibling("chosen"));
        ben.transfers.resume(transfer);
        ben.recorder.await(Told.Failed.class);
        Files.move(away, place);
        ben.transfers.resume(transfer);
        ben.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(source, place.resolve("photo")));
    }
}
