package io.landline.filetransfer.swarm;

import static java.lang.System.Logger.Level.WARNING;

import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.chunk.OfferChunks;
import io.landline.filetransfer.download.ReceivedChunks;
import io.landline.swarm.ChunkSet;
import java.io.Closeable;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Reads what is here of offers, to take part in their swarms. Of a million files that takes seconds, so the files'
/// queue does not wait for it. One after the other, on a thread of its own.
final class SwarmStart implements Closeable {
    private static final System.Logger LOG = System.getLogger(SwarmStart.class.getName());

    private final TransferStore store;
    private final ExecutorService reader;

    /// @param thread its name
    SwarmStart(TransferStore store, String thread) {
        this.store = store;
        reader = Executors.newSingleThreadExecutor(Thread.ofPlatform().name(thread).daemon().factory());
    }

    /// Reads an offer that was taken whole, to help others with it. Tells one of the two, on the thread of this object.
    void readTaken(StoredOffer offer, StoredTransfer transfer, Consumer<ReceiverRole.Start> begin,
            Runnable notReadable) {
        read(() -> start(offer, transfer), begin, notReadable);
    }

    /// Reads where the chunks of an own offer are. Tells one of the two, on the thread of this object.
    void readOwn(StoredOffer offer, Consumer<OfferChunks> begin, Runnable notReadable) {
        read(() -> OriginRole.layout(store, offer), begin, notReadable);
    }

    private <T> void read(Supplier<T> what, Consumer<T> begin, Runnable notReadable) {
        reader.execute(() -> {
            if (reader.isShutdown()) return;
            T start;
            try {
                start = what.get();
            } catch (TransferStoreException e) {
                LOG.log(WARNING, "What is here of an offer cannot be read, so nobody is helped with it", e);
                notReadable.run();
                return;
            }
            begin.accept(start);
        });
    }

    private ReceiverRole.Start start(StoredOffer offer, StoredTransfer transfer) {
        ReceivedChunks.Done done = ReceivedChunks.done(store, transfer.id(), offer.body());
        int chunks = done.layout().count();
        return new ReceiverRole.Start(done.layout(), done.held(), ChunkSet.full(chunks), new ChunkSet(chunks),
                Objects.requireNonNull(transfer.acceptance().place(), "no folder that can be spelled"));
    }

    /// What waits is not read any more.
    @Override
    public void close() {
        reader.shutdown();
    }
}
