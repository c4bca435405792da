package io.landline.filetransfer.download;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.Failures;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.partial.ReceivedFolders;
import java.util.ArrayList;
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
        return sum(file -> file.taken().isWanted() ? file.bytes() : 0);
    }

    /// Bytes of chunks that are here, verified or not.
    long kept() {
        return sum(file -> file.complete() ? whole(file) : bytesOf(file, file.keptChunks()));
    }

    /// What is on the disk already, verified or not: it is written over and takes no more room.
    long onDisk(ReceivedFolders folders) {
        return sum(file -> file.complete() ? whole(file) : folders.bytesOnDisk(file));
    }

    /// Files that are to be here in the end, or are.
    long wanted() {
        return sum(file -> file.taken().isWanted() ? 1 : 0);
    }

    /// What its sender could not give.
    Failures failures() {
        var named = new ArrayList<Failures.One>();
        long files = sum(file -> {
            FailureReason reason = file.taken().lost();
            if (reason != null && named.size() < Failures.NAMED_MAX) named.add(new Failures.One(file.path(), reason));
            return reason == null ? 0 : 1;
        });
        return new Failures(files, sum(file -> file.taken().lost() == null ? 0 : file.bytes()), named);
    }

    /// The numbers of the first files that were lost for this reason.
    List<Integer> lost(FailureReason reason) {
        var lost = new ArrayList<Integer>();
        sum(file -> {
            if (file.taken().lost() == reason && lost.size() < Failures.NAMED_MAX) lost.add((int) file.number());
            return 0;
        });
        return lost;
    }

    private static long whole(StoredFile file) {
        return file.taken().isWanted() ? file.bytes() : 0;
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
