package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.queue.Uninterrupted;
import io.landline.room.EntryId;
import io.landline.session.Lane;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Very many files of an offer are lost at once, and one of its receivers reads slowly.
class ManyLostFilesTest extends TransferFixture {
    /// More than frames wait for one peer, here and in the session.
    private static final int FILES = 1_500;
    private static final long PATIENCE_SECONDS = 30;

    /// Reads nothing before it may.
    private static final class SlowReader implements SessionListener {
        final CountDownLatch mayRead = new CountDownLatch(1);
        final BlockingQueue<FileMessage.LostFiles> lost = new LinkedBlockingQueue<>();

        @Override
        public void received(Session session, Frame frame) throws MalformedFrameException {
            Uninterrupted.run(mayRead::await);
            if (FileMessage.received(frame) instanceof FileMessage.LostFiles told) lost.add(told);
        }
    }

    @Test
    void aReceiverThatReadsSlowlyKeepsItsSessionAndHearsOfEachFile() throws Exception {
        Path folder = Files.createDirectories(dir.resolve("src/Photos"));
        for (int n = 0; n < FILES; n++) Files.writeString(folder.resolve("picture " + n), "picture " + n);
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(folder));
        for (int n = 0; n < FILES; n++) Files.delete(folder.resolve("picture " + n));
        var reader = new SlowReader();
        var cleo = Identity.generate().fingerprint();
        FakeSession slow = FakeSession.connect(cleo, reader, anna.fingerprint, anna.transfers.connections(),
                new FakeSession.Wire() {});
        slow.send(Lane.FILES, new FileMessage.Accept(offer).toFrame());
        anna.recorder.await(Told.Offered.class, told -> told.view().peer().equals(cleo));
        anna.connect(ben);
        anna.tell(ben, offer);
        ben.recorder.await(Told.Failed.class);
        reader.mayRead.countDown();
        var heard = new BitSet();
        while (heard.cardinality() < FILES) {
            FileMessage.LostFiles told = reader.lost.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertNotNull(told, () -> heard.cardinality() + " of the files were told; open: " + slow.isOpen());
            assertEquals(TransferId.of(offer, cleo), told.transfer());
            assertEquals(FailureReason.SOURCE_GONE, told.reason());
            told.files().forEach(heard::set);
        }
        assertTrue(slow.isOpen());
    }
}
