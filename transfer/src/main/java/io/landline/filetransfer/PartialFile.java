package io.landline.filetransfer;

import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.frame.MalformedFrameException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One file of an incoming transfer from its first byte to its name. What is about to be done on the disk is committed to the store
/// first, so that a run that is killed anywhere leaves nothing that the next one does not know of. Confined to the download's writer
/// thread, but [#checkpoint].
final class PartialFile implements Closeable {
    private final TransferStore store;
    private final TransferId transfer;
    private final DownloadFolder folder;
    private final Chunks chunks;
    private volatile StoredFile stored;
    private @Nullable FileChannel channel;

    PartialFile(TransferStore store, TransferId transfer, DownloadFolder folder, StoredFile stored, int chunkBytes) {
        this.store = store;
        this.transfer = transfer;
        this.folder = folder;
        this.stored = stored;
        chunks = new Chunks(stored.bytes(), chunkBytes);
    }

    Chunks chunks() {
        return chunks;
    }

    StoredFile stored() {
        return stored;
    }

    /// Makes the partial, or finds that of an earlier run and goes on behind its last verified chunk. False: the file is whole and under
    /// its name already.
    boolean open() throws IOException {
        String partial = stored.partial();
        if (!stored.saved().isEmpty() && folder.isPublished(partial, stored.saved(), stored.bytes())) {
            folder.delete(partial);
            settle(stored.saved());
            return false;
        }
        if (!partial.isEmpty() && stored.verifiedChunks() > 0) {
            try {
                channel = folder.openAgain(partial, bytesOf(stored.verifiedChunks()));
                return true;
            } catch (IOException e) {
                System.getLogger(PartialFile.class.getName()).log(System.Logger.Level.INFO,
                        "A partial file is gone or not as it was left; that file starts again.", e);
            }
        }
        folder.force(); // fails early, and says why, where the folder went away
        String fresh = folder.freePartialName(transfer, stored.number());
        String old = partial;
        save(new StoredFile(stored.number(), stored.path(), stored.bytes(), stored.modifiedMillis(), 0, fresh, "", false));
        if (!old.isEmpty()) folder.delete(old);
        channel = folder.create(fresh);
        return true;
    }

    void write(int chunk, ByteBuffer bytes) throws IOException {
        long at = chunks.offset(chunk);
        while (bytes.hasRemaining()) at += channel().write(bytes, at);
    }

    /// Brings what is verified to the disk, and only then notes it. Any thread, one at a time.
    void checkpoint(int verifiedChunks) throws IOException {
        if (verifiedChunks <= stored.verifiedChunks()) return;
        channel().force(false);
        var old = stored;
        save(new StoredFile(old.number(), old.path(), old.bytes(), old.modifiedMillis(), verifiedChunks, old.partial(), old.saved(),
                old.complete()));
    }

    /// Gives the whole file its name, the first that is free.
    void finish() throws IOException, MalformedFrameException {
        checkpoint(chunks.count());
        channel().force(true);
        close();
        String wanted = SafePath.names(stored.path()).getLast();
        for (int n = 1; n <= DownloadFolder.NUMBER_MAX; n++) {
            String name = SafePath.numbered(wanted, n);
            if (folder.holds(name)) continue;
            var old = stored;
            save(new StoredFile(old.number(), old.path(), old.bytes(), old.modifiedMillis(), old.verifiedChunks(), old.partial(), name,
                    false));
            if (!folder.publish(old.partial(), name, old.modifiedMillis())) continue;
            folder.force();
            settle(name);
            return;
        }
        throw new IOException("there are " + DownloadFolder.NUMBER_MAX + " files of that name");
    }

    private void settle(String name) {
        var old = stored;
        save(new StoredFile(old.number(), old.path(), old.bytes(), old.modifiedMillis(), chunks.count(), "", name, true));
    }

    private void save(StoredFile next) {
        store.saveFiles(transfer, List.of(next));
        stored = next;
    }

    private long bytesOf(int verifiedChunks) {
        return Math.min(stored.bytes(), chunks.offset(verifiedChunks));
    }

    private FileChannel channel() throws IOException {
        if (channel == null) throw new IOException("the partial file is not open");
        return channel;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) channel.close();
    }
}
