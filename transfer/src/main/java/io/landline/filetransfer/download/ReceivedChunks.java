package io.landline.filetransfer.download;

import static java.lang.System.Logger.Level.DEBUG;

import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.chunk.ChunkSource;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.OfferChunks;
import io.landline.filetransfer.partial.DownloadFolder;
import io.landline.filetransfer.partial.FolderReader;
import io.landline.filetransfer.partial.ReceivedFolders;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Sha256;
import io.landline.room.EntryId;
import io.landline.swarm.ChunkSet;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/// Chunks of an offer of somebody else, read for others from what we received of it. The user may have changed a file
/// since, so each is compared with its page of hashes. Any thread; one at a time reads, and keeps the last file open.
public final class ReceivedChunks implements ChunkSource, Closeable {
    private static final System.Logger LOG = System.getLogger(ReceivedChunks.class.getName());

    private final TransferStore store;
    private final EntryId offer;
    private final TransferId transfer;
    private final Path folder;
    private final OfferChunks chunks;
    private final MessageDigest digest = Sha256.digest();
    private final FolderReader folders;
    private final Lock reading;
    private @Nullable HashPage page;
    private @Nullable FileChannel open;
    private int openFile;
    private volatile boolean closed;

    /// @param folder into which the offer was accepted
    /// @param reading is held while a chunk is read
    public ReceivedChunks(TransferStore store, EntryId offer, TransferId transfer, Path folder, OfferChunks chunks,
            Lock reading) {
        this.reading = reading;
        folders = new FolderReader(store, transfer, folder);
        this.store = store;
        this.offer = offer;
        this.transfer = transfer;
        this.folder = folder;
        this.chunks = chunks;
    }

    /// What is here of a transfer that is done, whole or a part.
    ///
    /// @param layout how the files of its manifest fall into chunks
    public record Done(OfferChunks layout, ChunkSet held) {}

    /// How the files of a received manifest fall into chunks.
    public static OfferChunks layout(TransferStore store, TransferId transfer, OfferBody body) {
        return layout(store, transfer, body, (_, _) -> {});
    }

    /// Of a transfer that is done, in one reading of its files.
    public static Done done(TransferStore store, TransferId transfer, OfferBody body) {
        var unwanted = new BitSet();
        OfferChunks chunks = layout(store, transfer, body, (file, number) -> {
            if (!file.taken().isWanted()) unwanted.set(number);
        });
        var held = new ChunkSet(chunks.count());
        for (int file = 0; file < chunks.files(); file++) {
            if (!unwanted.get(file)) held.addAll(chunks.span(file));
        }
        return new Done(chunks, held);
    }

    private static OfferChunks layout(TransferStore store, TransferId transfer, OfferBody body,
            ObjIntConsumer<StoredFile> alsoTo) {
        var chunks = new OfferChunks.Builder(body.chunkBytes(), body.files());
        int number = 0;
        List<StoredFile> page;
        while (!(page = store.files(transfer, number, Download.FILES_A_READ)).isEmpty()) {
            for (StoredFile file : page) {
                chunks.add(file.bytes());
                alsoTo.accept(file, number++);
            }
        }
        return chunks.build();
    }

    @Override
    public int read(int chunk, byte[] into) {
        reading.lock();
        try {
            return readAny(chunk, into);
        } catch (IOException | MalformedFrameException | TransferStoreException e) {
            LOG.log(DEBUG, "a received chunk cannot be given to others", e);
            return NO_CHUNK;
        } finally {
            closeIfOver();
            reading.unlock();
            if (closed) close(); // who closed it in between has not waited
        }
    }

    private int readAny(int chunk, byte[] into) throws IOException, MalformedFrameException {
        int file = chunks.fileOf(chunk);
        if (open != null && openFile == file) {
            int length = readProven(open, file, chunk, into);
            if (length != NO_CHUNK) return length;
        }
        closeFile();
        List<StoredFile> found = closed ? List.of() : store.files(transfer, file, 1);
        if (found.isEmpty() || !found.getFirst().taken().isWanted()) return NO_CHUNK;
        StoredFile stored = found.getFirst();
        if (ReceivedFolders.isPlaced(stored)) {
            try (FileChannel inFolder = folders.open(stored)) { // not left open: Windows would not move the folder
                return readProven(inFolder, file, chunk, into);
            }
        }
        if (!stored.complete() && stored.partial().isEmpty()) return NO_CHUNK;
        FileChannel again = DownloadFolder.reopen(folder).openToRead(stored); // it may have got its name, or begun anew
        open = again;
        openFile = file;
        return readProven(again, file, chunk, into);
    }

    private int readProven(FileChannel channel, int file, int chunk, byte[] into)
            throws IOException, MalformedFrameException {
        int length = chunks.bytes(chunk);
        ByteBuffer buffer = ByteBuffer.wrap(into, 0, length);
        long at = chunks.offset(chunk, file);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) return NO_CHUNK;
        }
        digest.update(into, 0, length);
        byte[] hash = digest.digest();
        HashPage proof = pageOf(chunk);
        return proof != null && MessageDigest.isEqual(proof.hash(chunk), hash) ? length : NO_CHUNK;
    }

    private @Nullable HashPage pageOf(int chunk) throws MalformedFrameException {
        int number = HashPage.of(chunk);
        HashPage last = page;
        if (last != null && last.number() == number) return last;
        byte[] bytes = store.hashPage(offer, number);
        if (bytes == null) return null;
        return page = HashPage.received(ByteBuffer.wrap(bytes));
    }

    private void closeFile() throws IOException {
        FileChannel last = open;
        open = null;
        if (last != null) last.close();
    }

    private void closeIfOver() {
        if (!closed) return;
        try {
            closeFile();
        } catch (IOException e) {
            LOG.log(DEBUG, "a received file did not close", e); // only read
        }
    }

    /// Does not wait for a thread that reads: that thread closes the file.
    @Override
    public void close() {
        closed = true;
        if (!reading.tryLock()) return;
        try {
            closeIfOver();
        } finally {
            reading.unlock();
        }
    }
}
