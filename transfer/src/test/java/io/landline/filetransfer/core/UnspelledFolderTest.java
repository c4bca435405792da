package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.room.EntryId;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Downloads folders whose name is no text, or none that this system can have.
class UnspelledFolderTest extends TransferFixture {
    /// No system has a folder of this name, as Windows has none of `/home/ada`.
    static final String ELSEWHERE = "/in\0valid";

    /// Of a profile that was carried to another system.
    @Test
    void aTransferIntoAFolderThatThisSystemCannotSpellStopsAsWhereItIsGoneAndGoesOnInTheChosenOne() throws Exception {
        Path source = file("photo", 5);
        EntryId offer = anna.send(ben, source);
        ben.recorder.await(Told.Offered.class);
        TransferId id = TransferId.of(offer, ben.fingerprint);
        ben.store.saveTransfer(ben.store.transfer(id).into(ELSEWHERE));
        ben.killAndStart();
        anna.connect(ben);
        var told = ben.recorder.await(Told.Failed.class);
        assertEquals(FailureReason.NO_PERMISSION, told.reason());
        assertTrue(told.resumable());
        anna.send(ben, file("other", 7));
        ben.recorder.await(Told.Transferred.class);
        ben.transfers.resume(id);
        ben.recorder.await(Told.Transferred.class, each -> each.view().transfer().equals(id));
        assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("photo")));
    }

    /// "caf" and the byte of an acute e in Latin-1.
    @Test
    @EnabledOnOs(OS.LINUX)
    void filesComeIntoAFolderWithANameThatIsNoText() throws Exception {
        ben.downloads = Files.createDirectory(Path.of(URI.create(dir.toUri() + "caf%E9")));
        Path source = file("photo", 5);
        anna.connect(ben);
        anna.send(ben, source);
        ben.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("photo")));
    }
}
