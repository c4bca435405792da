package io.landline.filetransfer.swarm;

import static java.lang.System.Logger.Level.WARNING;

import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.download.ReceivedChunks;
import io.landline.swarm.ChunkSet;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Reads what is here of offers that were taken whole, to help others with them. Of a million files that takes seconds,
/// so the desk does not wait for it. One after the other, on a thread of its own.
final class HelperStart implements Closeable {
    private static final System.Logger LOG = System.getLogger(HelperStart.class.getName());

    private final TransferStore store;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("files-helping").daemon().factory());

    HelperStart(TransferStore store) { this.store = store; }

    /// Tells one of the two, on the thread of this object.
    void read(StoredOffer offer, StoredTransfer transfer, Consumer<ReceiverPart.Start> begin, Runnable notReadable) {
        reader.execute(() -> {
            if (reader.isShutdown()) return;
            ReceiverPart.Start start;
            try {
                start = start(offer, transfer);
            } catch (TransferStoreException e) {
                LOG.log(WARNING, "What is here of an offer cannot be read, so nobody is helped with it", e);
                notReadable.run();
                return;
            }
            begin.accept(start);
        });
    }

    private ReceiverPart.Start start(StoredOffer offer, StoredTransfer transfer) {
        ReceivedChunks.Done done = ReceivedChunks.done(store, transfer.id(), offer.body());
        int chunks = done.layout().count();
        return new ReceiverPart.Start(done.layout(), done.held(), ChunkSet.full(chunks), new ChunkSet(chunks),
                Path.of(transfer.acceptance().folder()));
    }

    /// What waits is not read any more.
    @Override
    public void close() {
        reader.shutdown();
    }
}
