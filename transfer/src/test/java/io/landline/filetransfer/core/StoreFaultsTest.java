package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.Choice;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A store that refuses one kind of note: what was counted stays right.
class StoreFaultsTest extends TransferFixture {
    /// As a disk that is full at this moment.
    static TransferStoreException full() {
        return new TransferStoreException(FailureReason.DISK_FULL, "database or disk is full", new IOException());
    }

    @Test
    void b2_aPartIsCountedOnceWhereAPageOfItsManifestCouldNotBeKept() throws Exception {
        var store = new FakeStore() {
            private boolean refused;

            @Override
            public synchronized void saveManifestPages(EntryId offer, int first, List<byte[]> pages) {
                if (!refused) {
                    refused = true;
                    throw full();
                }
                super.saveManifestPages(offer, first, pages);
            }
        };
        var carla = new TransferNode(dir.resolve("carla"), AcceptRule.ASK);
        try {
            carla.close();
            carla.store = store;
            carla.start();
            anna.connect(carla);
            Path folder = Files.createDirectory(dir.resolve("Photos"));
            Files.writeString(folder.resolve("a.jpg"), "seventeen letters");
            Files.writeString(folder.resolve("b.jpg"), "others");
            anna.send(carla, folder);
            TransferId id = carla.recorder.await(Told.Offered.class).view().transfer();
            carla.transfers.accept(id, Choice.of(List.of("a.jpg")));
            carla.recorder.await(Told.Failed.class);
            carla.transfers.resume(id);
            var amount = carla.recorder.await(Told.Transferred.class).view().amount();
            assertEquals(17, amount.total());
            assertEquals(1, amount.files());
            assertEquals(17, anna.recorder.await(Told.Transferred.class).view().amount().total());
        } finally {
            carla.close();
        }
    }

    /// Else a person hears that something failed, and not what: a log on the same disk cannot say it either.
    @Test
    void whereTheStoreTakesNothingAnyMoreThatIsSaidAndItGoesOnAfterwards() throws Exception {
        Standing standing = standing(file("photo", 40 * MIB));
        ben.store.failAfter(0);
        standing.wire().open();
        assertTrue(ben.recorder.await(Told.Failed.class).resumable());
        assertEquals(List.of("the store is gone"), ben.recorder.storeFailures);
        ben.store.failAfter(Integer.MAX_VALUE);
        ben.transfers.resume(standing.id());
        ben.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(dir.resolve("photo"), ben.downloads.resolve("photo")));
        standing.end();
    }

    /// At the sender, in one moment. Whoever receives would wait for ever else.
    @Test
    void aPageOfHashesThatTheSenderCouldNotKeepOnceCostsNothing() throws Exception {
        sendFrom(new FakeStore() {
            private boolean refused;

            @Override
            public synchronized void saveHashPage(EntryId offer, int number, byte[] page) {
                if (!refused) {
                    refused = true;
                    throw full();
                }
                super.saveHashPage(offer, number, page);
            }
        });
    }

    @Test
    void anAcceptThatTheSenderCouldNotNoteOnceIsServed() throws Exception {
        sendFrom(new FakeStore() {
            private boolean refused;

            @Override
            public synchronized void saveTransfer(StoredTransfer transfer) {
                if (!refused && transfer.acceptance().at() != null) {
                    refused = true;
                    throw full();
                }
                super.saveTransfer(transfer);
            }
        });
    }

    /// Ben was away when it was offered to all.
    @Test
    void anAcceptOfSomebodyNewThatTheSenderCouldNotNoteIsServed() throws Exception {
        var store = new FakeStore() {
            private volatile boolean refuses;

            @Override
            public synchronized void saveTransfer(StoredTransfer transfer) {
                boolean isRefused = refuses;
                refuses = false;
                if (isRefused) throw full();
                super.saveTransfer(transfer);
            }
        };
        anna.close();
        anna.talkTo(null);
        anna.store = store;
        anna.start();
        Path source = file("photo", 3 * MIB);
        anna.send(ben, source);
        store.refuses = true;
        anna.connect(ben);
        ben.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("photo")));
    }

    private void sendFrom(FakeStore store) throws Exception {
        anna.close();
        anna.store = store;
        anna.start();
        anna.connect(ben);
        Path source = file("photo", 3 * MIB);
        anna.send(ben, source);
        ben.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("photo")));
    }
}
