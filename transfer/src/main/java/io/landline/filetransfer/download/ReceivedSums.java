package io.landline.filetransfer.download;

import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.partial.ReceivedFolders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What the files of a transfer to us come to, read from the store each time, a step of them in memory. Any thread.
record ReceivedSums(TransferStore store, TransferId transfer, int chunkBytes) {
    private interface Measure<X extends Exception> {
        long of(StoredFile file) throws X;
    }

    /// Looks at a file at the end of its transfer.
    interface LastLook {
        void at(StoredFile file) throws IOException;
    }

    /// How a transfer begins, or goes on.
    ///
    /// @param chunks of the whole offer
    /// @param taken bytes that are to be here in the end
    /// @param largest bytes of the largest file that is to be here
    /// @param kept bytes of chunks that are here, verified or not
    /// @param lost bytes that the author could not give in earlier runs
    record Beginning(int chunks, long taken, long largest, long kept, long lost) {}

    /// Reads each file once.
    Beginning beginning() {
        long[] sums = new long[4];
        long kept = sum(file -> {
            sums[2] = Math.max(sums[2], whole(file));
            sums[0] += new ChunkLayout(file.bytes(), chunkBytes).count();
            sums[1] += whole(file);
            if (file.taken().lost() != null) sums[3] += file.bytes();
            return file.keptBytes(chunkBytes);
        });
        return new Beginning((int) sums[0], sums[1], sums[2], kept, sums[3]);
    }

    /// What is on the disk already, verified or not: it is written over and takes no more room.
    long onDisk(ReceivedFolders folders) {
        return sum(file -> file.complete() ? whole(file) : folders.bytesOnDisk(file));
    }

    /// How a transfer ends.
    ///
    /// @param wanted files that are here
    /// @param failures what its sender could not give
    /// @param changed numbers of the first files that changed, as many as are named
    /// @param gone the same of those that cannot be read
    record Outcome(long wanted, FailedFiles failures, List<Integer> changed, List<Integer> gone) {}

    /// Reads each file once.
    Outcome outcome(LastLook look) throws IOException {
        var named = new ArrayList<FailedFiles.One>();
        var changed = new ArrayList<Integer>();
        var gone = new ArrayList<Integer>();
        long[] counted = new long[2];
        long lostBytes = sum(file -> {
            FailureReason reason = file.taken().lost();
            if (file.taken().isWanted()) counted[0]++;
            look.at(file);
            if (reason == null) return 0L;
            counted[1]++;
            if (named.size() < FailedFiles.NAMED_MAX) named.add(new FailedFiles.One(file.path(), reason));
            List<Integer> numbers = reason == FailureReason.SOURCE_CHANGED ? changed : gone;
            if (numbers.size() < FailedFiles.NAMED_MAX) numbers.add((int) file.number());
            return file.bytes();
        });
        return new Outcome(counted[0], new FailedFiles(counted[1], lostBytes, named), changed, gone);
    }

    private static long whole(StoredFile file) {
        return file.taken().isWanted() ? file.bytes() : 0;
    }

    /// What the first chunks of a file have.
    long bytesOf(StoredFile file, int chunks) {
        return Math.min(file.bytes(), (long) chunks * chunkBytes);
    }

    private <X extends Exception> long sum(Measure<X> measure) throws X {
        long sum = 0;
        List<StoredFile> page;
        for (long n = 0; !(page = store.files(transfer, n, Download.FILES_A_READ)).isEmpty(); n += page.size()) {
            for (StoredFile file : page) sum += measure.of(file);
        }
        return sum;
    }
}
