package io.landline.filetransfer.partial;

import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.Taken;
import io.landline.filetransfer.manifest.SafePath;
import io.landline.frame.MalformedFrameException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;

/// A file that stands in the downloads folder itself: it grows under a hidden name, is forced to the disk, and gets the
/// first name that is free.
final class LooseFile extends PartialFile {
    private final TransferStore store;
    private final TransferId transfer;
    private final DownloadFolder folder;
    private final boolean mayRun;

    /// @param mayRun whether it may keep the mark of a program
    LooseFile(TransferStore store, TransferId transfer, DownloadFolder folder, StoredFile stored, int chunkBytes,
            VerifiedChunks known, boolean mayRun) {
        super(stored, chunkBytes, known);
        this.store = store;
        this.transfer = transfer;
        this.folder = folder;
        this.mayRun = mayRun;
    }

    @Override
    void commit(StoredFile next) {
        boolean isNamedNext = !next.saved().isEmpty() && !next.complete();
        if (isNamedNext) {
            store.forceFile(transfer, next);
        } else {
            store.saveFiles(transfer, List.of(next));
        }
    }

    @Override
    DownloadFolder.Mark mark() throws IOException {
        return folder.markOf(stored().partial());
    }

    @Override
    FileChannel openExisting() throws IOException {
        return folder.openAgain(stored().partial());
    }

    @Override
    public boolean open() throws IOException {
        StoredFile old = stored();
        String partial = old.partial();
        if (!old.saved().isEmpty() && folder.isPublished(partial, old.saved(), old.bytes())) {
            if (!partial.isEmpty()) folder.delete(partial);
            settled(old.saved());
            return false;
        }
        if (old.keptChunks() > 0 && openAgain()) return true;
        folder.force();
        String fresh = folder.freePartialName(transfer, old.number());
        save(old.withKept(0).withPartial(fresh));
        if (!partial.isEmpty()) folder.delete(partial);
        opened(folder.create(fresh));
        return true;
    }

    @Override
    void bringToDisk() throws IOException {
        checkpoint(chunks().count());
        channel().force(true);
    }

    @Override
    void settle() throws IOException, MalformedFrameException {
        if (mayRun && stored().taken() == Taken.EXECUTABLE) folder.letRun(stored().partial());
        String claimed = stored().saved();
        if (!claimed.isEmpty()
                && folder.publishOverClaim(stored().partial(), claimed, stored().modifiedMillis())) {
            published(claimed);
            return;
        }
        String wanted = SafePath.names(stored().path()).getLast();
        for (int n = 1; n <= DownloadFolder.NUMBER_MAX; n++) {
            String name = SafePath.numbered(wanted, n);
            if (folder.holds(name)) continue;
            save(stored().withSaved(name)); // before it is taken: a run that is killed then knows that it did it
            if (!folder.publish(stored().partial(), name, stored().modifiedMillis())) continue;
            published(name);
            return;
        }
        throw new IOException("there are " + DownloadFolder.NUMBER_MAX + " files of that name");
    }

    @Override
    void remove() throws IOException {
        if (stored().partial().isEmpty()) return;
        folder.delete(stored().partial());
        known().forget(stored().partial());
    }

    private void published(String name) throws IOException {
        folder.force();
        known().forget(stored().partial());
        settled(name);
    }

    private void settled(String name) {
        save(stored().withKept(chunks().count()).withPartial("").withSaved(name).completed());
    }
}
