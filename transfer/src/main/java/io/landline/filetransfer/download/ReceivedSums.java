package io.landline.filetransfer.download;

import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.Taken;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.partial.ReceivedFolders;
import java.util.List;

/// What the files of a transfer to us come to, read from the store each time, a step of them in memory. Any thread.
record ReceivedSums(TransferStore store, TransferId transfer, int chunkBytes) {
    private interface Measure {
        long of(StoredFile file);
    }

    /// Chunks of the whole offer.
    int chunks() {
        return (int) sum(file -> new ChunkLayout(file.bytes(), chunkBytes).count());
    }

    /// Bytes that are to be here in the end.
    long taken() {
        return sum(file -> file.taken() == Taken.LEFT_OUT ? 0 : file.bytes());
    }

    /// Bytes of chunks that are here, verified or not.
    long kept() {
        return sum(file -> file.complete() ? whole(file) : bytesOf(file, file.keptChunks()));
    }

    /// What is on the disk already, verified or not: it is written over and takes no more room.
    long onDisk(ReceivedFolders folders) {
        return sum(file -> file.complete() ? whole(file) : folders.bytesOnDisk(file));
    }

    private static long whole(StoredFile file) {
        return file.taken() == Taken.LEFT_OUT ? 0 : file.bytes();
    }

    /// What the first chunks of a file have.
    long bytesOf(StoredFile file, int chunks) {
        return Math.min(file.bytes(), (long) chunks * chunkBytes);
    }

    private long sum(Measure measure) {
        long sum = 0;
        List<StoredFile> page;
        for (long n = 0; !(page = store.files(transfer, n, Download.FILES_A_READ)).isEmpty(); n += page.size()) {
            for (StoredFile file : page) sum += measure.of(file);
        }
        return sum;
    }
}
