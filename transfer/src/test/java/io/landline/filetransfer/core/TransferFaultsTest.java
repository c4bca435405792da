package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.NoSuchTransferException;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.filetransfer.partial.DiskFailure;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What goes wrong here is called by its name, and costs only the transfer to which it happens.
class TransferFaultsTest extends TransferFixture {
    /// The offer with its transfer; where that cannot be noted, the offer is not taken at all.
    private static final int NOTES_BEFORE_IT_RUNS = 1;

    private final List<LogRecord> logged = Collections.synchronizedList(new ArrayList<>());
    private final Logger log = Logger.getLogger("io.landline.filetransfer");
    private final Handler noting = new Handler() {
        @Override
        public void publish(LogRecord one) {
            logged.add(one);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        log.addHandler(noting);
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(noting);
    }

    /// A store whose notes about one file fail.
    private static final class FaultyStore extends FakeStore {
        private final String path;
        private volatile @Nullable Supplier<RuntimeException> fault;

        FaultyStore(String path, Supplier<RuntimeException> fault) {
            this.path = path;
            this.fault = fault;
        }

        @Override
        public synchronized void saveFiles(TransferId transfer, List<StoredFile> files) {
            Supplier<RuntimeException> now = fault;
            boolean hit = files.stream().anyMatch(file -> file.path().equals(path) && !file.partial().isEmpty());
            if (now != null && hit) throw now.get();
            super.saveFiles(transfer, files);
        }
    }

    private Told.Failed failing(Supplier<RuntimeException> fault) throws IOException {
        var store = new FaultyStore("one", fault);
        ben.close();
        ben.store = store;
        ben.start();
        anna.connect(ben);
        EntryId bad = anna.send(ben, file("one", 3 * MIB));
        EntryId good = anna.send(ben, file("two", 2 * MIB));
        var told = ben.recorder.await(Told.Failed.class);
        assertEquals(bad, told.view().offer());
        assertTrue(told.resumable());
        ben.recorder.await(Told.Transferred.class, one -> one.view().offer().equals(good));
        assertEquals(told.reason(), anna.recorder.await(Told.Failed.class).reason());
        store.fault = null;
        try {
            ben.transfers.resume(TransferId.of(bad, ben.fingerprint));
        } catch (NoSuchTransferException e) {
            throw new AssertionError(e);
        }
        ben.recorder.await(Told.Transferred.class, one -> one.view().offer().equals(bad));
        return told;
    }

    @Test
    void b2_aFaultOfOursIsNotCalledAFullDiskAndIsLoggedWithItsTrace() throws Exception {
        var fault = new IllegalStateException("a fault on purpose");
        assertEquals(FailureReason.LOST, failing(() -> fault).reason());
        assertTrue(logged.stream()
                .anyMatch(one -> one.getThrown() == fault && one.getLevel() == java.util.logging.Level.SEVERE));
    }

    @Test
    void b2_aStoreThatIsFullIsAFullDiskAndOneThatIsDamagedIsNot() throws Exception {
        assertEquals(FailureReason.DISK_FULL, failing(() -> new TransferStoreException(FailureReason.DISK_FULL,
                "database or disk is full", new IOException())).reason());
    }

    @Test
    void b2_aStoreThatIsDamagedStopsTheTransferAsLost() throws Exception {
        assertEquals(FailureReason.LOST,
                failing(() -> new TransferStoreException(FailureReason.LOST, "malformed", new IOException())).reason());
    }

    @Test
    void b2_whereNothingCanBeNotedAnyMoreThePersonIsStillTold() throws Exception {
        anna.connect(ben);
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(file("one", 3 * MIB)));
        ben.store.failAfter(5); // the offer with its transfer, its start, page and files of its manifest, the partial
        anna.tell(ben, offer);
        assertEquals(FailureReason.DISK_FULL, ben.recorder.await(Told.Failed.class).reason());
        assertEquals(TransferState.PAUSED, ben.transfers.open().getFirst().state());
        ben.store.failAfter(Integer.MAX_VALUE);
        ben.transfers.resume(TransferId.of(offer, ben.fingerprint));
        ben.recorder.await(Told.Transferred.class);
    }

    @Test
    void anEndThatCannotBeNotedIsNotToldToTheOtherSide() throws Exception {
        anna.connect(ben);
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(file("one", 3 * MIB)));
        TransferId id = TransferId.of(offer, ben.fingerprint);
        anna.transfers.pause(id);
        anna.tell(ben, offer);
        ben.recorder.await(Told.Paused.class);
        ben.store.failAfter(0);
        assertThrows(TransferStoreException.class, () -> ben.transfers.cancel(id));
        ben.store.failAfter(Integer.MAX_VALUE);
        anna.store.failAfter(0);
        assertThrows(TransferStoreException.class, () -> anna.transfers.cancel(id));
        anna.store.failAfter(Integer.MAX_VALUE);
        anna.transfers.resume(id);
        ben.recorder.await(Told.Transferred.class);
        anna.recorder.await(Told.Transferred.class);
    }

    @Test
    void anOfferIsAcceptedOnceThatIsStored() throws Exception {
        var carla = new TransferNode(dir.resolve("carla"), AcceptRule.ASK);
        try {
            EntryId offer = anna.send(carla, file("one", 5));
            TransferId id = TransferId.of(offer, carla.fingerprint);
            carla.recorder.await(Told.Offered.class);
            carla.store.failAfter(0);
            assertThrows(TransferStoreException.class, () -> carla.transfers.accept(id));
            assertEquals(TransferState.OFFERED, carla.transfers.open().getFirst().state());
            carla.store.failAfter(Integer.MAX_VALUE);
            carla.transfers.accept(id);
            assertEquals(TransferState.WAITING, carla.transfers.open().getFirst().state());
        } finally {
            carla.close();
        }
    }

    @Test
    void anAcceptThatTheSenderCannotNoteHasNotHappened() throws Exception {
        EntryId offer = anna.send(ben, file("one", 5));
        ben.recorder.await(Told.Offered.class);
        anna.store.failAfter(0);
        anna.connect(ben);
        anna.awaitWriteRefused(offer);
        assertEquals(TransferState.OFFERED, anna.transfers.open().getFirst().state());
    }

    @Test
    void b2_aStoreThatIsFullAtAnyNoteStopsTheTransferAndItGoesOnOnceThereIsRoom() throws Exception {
        anna.connect(ben);
        Path folder = Files.createDirectories(dir.resolve("Photos/empty")).getParent();
        Files.writeString(folder.resolve("one"), "one");
        int writes = ben.store.writes;
        anna.send(ben, folder);
        ben.recorder.await(Told.Transferred.class);
        ben.awaitSwept();
        int points = ben.store.writes - writes;
        for (int point = NOTES_BEFORE_IT_RUNS; point < points; point++) {
            EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(folder));
            ben.store.failAfter(point);
            anna.tell(ben, offer);
            ben.recorder.await(Told.class, end -> isEndOf(end, offer));
            ben.store.failAfter(Integer.MAX_VALUE);
            if (!ben.isOver(offer)) { // else what was left to note was of its hidden folder
                assertEquals(TransferState.PAUSED, ben.transfers.open().getFirst().state(), "full at note " + point);
                ben.transfers.resume(TransferId.of(offer, ben.fingerprint));
                ben.recorder.await(Told.Transferred.class, end -> isEndOf(end, offer));
                ben.store.refused = 0;
            }
            ben.awaitSwept();
        }
    }

    private static boolean isEndOf(Told told, EntryId offer) {
        return told instanceof Told.Transferred done && done.view().offer().equals(offer)
                || told instanceof Told.Failed failed && failed.view().offer().equals(offer);
    }

    @Test
    void b2_aFileThatCannotBeMadeForAReasonWeDoNotKnowIsLostAndNotAMatterOfRights() throws Exception {
        var carla = new TransferNode(dir.resolve("carla"), AcceptRule.ASK);
        anna.talkTo(carla);
        anna.connect(carla);
        EntryId offer = anna.send(carla, file("photo", 5));
        carla.recorder.await(Told.Offered.class);
        TransferId id = TransferId.of(offer, carla.fingerprint);
        for (int n = 1; n <= 100; n++) {
            Files.createFile(carla.downloads.resolve(".landline-" + id + "-0" + (n == 1 ? "" : "-" + n) + ".part"));
        }
        carla.transfers.accept(id);
        var told = carla.recorder.await(Told.Failed.class);
        assertEquals(FailureReason.LOST, told.reason());
        assertTrue(told.resumable());
        carla.close();
    }

    @Test
    void b2_theReasonOfAFailedWriteIsWhatHappened() throws Exception {
        Path folder = Files.createDirectories(dir.resolve("folder"));
        assertEquals(FailureReason.DISK_FULL, DiskFailure.reason(new IOException("No space left on device"), folder));
        assertEquals(FailureReason.DISK_FULL,
                DiskFailure.reason(new IOException("There is not enough space on the disk"), folder));
        assertEquals(FailureReason.DISK_FULL, DiskFailure.reason(new IOException("Disk quota exceeded"), folder));
        assertEquals(FailureReason.NO_PERMISSION, DiskFailure.reason(new AccessDeniedException("x"), folder));
        assertEquals(FailureReason.NO_PERMISSION,
                DiskFailure.reason(new FileSystemException("x", null, "Read-only file system"), folder));
        assertEquals(FailureReason.NO_PERMISSION,
                DiskFailure.reason(new NoSuchFileException("x"), dir.resolve("gone")));
        assertEquals(FailureReason.LOST, DiskFailure.reason(new IOException("Input/output error"), folder));
        assertEquals(FailureReason.FILE_TOO_LARGE, DiskFailure.reason(new IOException("File too large"), folder));
        assertEquals(FailureReason.FILE_TOO_LARGE, DiskFailure.reason(
                new IOException("The file size exceeds the limit allowed and cannot be saved"), folder));
        assertEquals(FailureReason.LOST,
                DiskFailure.reason(new FileSystemException("quota/a", null, "Input/output error"), folder));
        for (IOException gone : List.of(new NoSuchFileException("a file in it"), new NotDirectoryException("b"),
                new NoSuchFileException("quota/a"), new FileSystemException("c", null, "no plain file"),
                new FileSystemException("c", null, "no folder any more"),
                new FileSystemException("c", null, "Too many levels of symbolic links"))) {
            assertEquals(FailureReason.PARTIAL_GONE, DiskFailure.reason(gone, folder), gone.toString());
        }
        assertEquals(FailureReason.LOST, DiskFailure.reason(new IOException(), folder));
    }
}
