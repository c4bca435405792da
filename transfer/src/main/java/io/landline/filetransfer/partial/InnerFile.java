package io.landline.filetransfer.partial;

import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.Taken;
import java.io.IOException;
import java.nio.channels.FileChannel;

/// A file in a folder that is received. It grows under its own name, since the folder is hidden until all of it is
/// here; then all of it is forced to the disk at once. In a later run each chunk of it is proven again.
final class InnerFile extends PartialFile {
    private final ReceivedFolders folders;

    InnerFile(ReceivedFolders folders, StoredFile stored, int chunkBytes, VerifiedChunks known) {
        super(stored, chunkBytes, known);
        this.folders = folders;
    }

    @Override
    void commit(StoredFile next) {
        folders.note(next);
    }

    @Override
    DownloadFolder.Mark mark() throws IOException {
        return folders.tree().markOf(stored().saved());
    }

    @Override
    FileChannel openExisting() throws IOException {
        return folders.tree().open(stored().saved());
    }

    @Override
    public boolean open() throws IOException {
        if (folders.isWhole()) return false;
        boolean isWhole = stored().keptChunks() == chunks().count();
        if (isWhole && known().isWhole(stored().number()) && looksWhole()) return false;
        if (stored().keptChunks() > 0 && openAgain()) return true;
        if (stored().keptChunks() > 0) saveKept(0);
        opened(folders.tree().create(stored().saved()));
        return true;
    }

    private boolean looksWhole() {
        try {
            DownloadFolder.Mark now = mark();
            return now.bytes() == stored().bytes() && now.modified().toMillis() == stored().modifiedMillis();
        } catch (IOException e) {
            return false; // it is read, or fetched, again
        }
    }

    /// A whole file is not forced to the disk by itself.
    @Override
    public void checkpoint(int keptChunks) throws IOException {
        if (keptChunks < chunks().count()) {
            super.checkpoint(keptChunks);
        } else if (keptChunks > stored().keptChunks()) {
            saveKept(keptChunks);
        }
    }

    @Override
    void bringToDisk() throws IOException {
        checkpoint(chunks().count());
    }

    @Override
    void remove() throws IOException {
        folders.tree().delete(stored().saved());
        known().forget(stored().saved());
    }

    @Override
    void settle() throws IOException {
        boolean runs = folders.mayRun() && stored().taken() == Taken.EXECUTABLE;
        boolean hasItsTime = folders.tree().finish(stored().saved(), stored().modifiedMillis(), runs);
        known().forget(stored().saved());
        known().noteWhole(stored().number(), hasItsTime);
    }
}
