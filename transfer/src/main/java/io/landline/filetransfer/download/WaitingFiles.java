package io.landline.filetransfer.download;

import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.download.FileReception.StoppedException;
import io.landline.filetransfer.partial.PartialFile;
import io.landline.filetransfer.partial.VerifiedChunks;
import io.landline.frame.MalformedFrameException;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Files of a download that are on the disk whole, and wait for a page of hashes that goes on in the next files. These
/// are received meanwhile. A waiting file has no open handle.
///
///     written ──add──► waits ──page──► equal, and as it was left: gets its name
///                                └───► differs, was touched, or has kept chunks: received again
///
/// Confined to the writer's thread, but [#paged].
final class WaitingFiles {
    /// Two pages of files of one chunk: one page on its way, and one that is not asked for yet.
    static final int FILES_MAX = VerifiedChunks.PARTIALS_MAX - 1;

    /// @param first the number of the file's first chunk in the offer
    /// @param verified chunks of the file that need no page any more
    /// @param unhashed the hashes of chunks that were written, and wait for their page
    private record Waiting(PartialFile partial, int first, BitSet verified, Map<Integer, byte[]> unhashed) {}

    /// A file to be received again; its pages are here.
    record Again(StoredFile file, int first) {}

    /// Told before a file gets its name; throws where the download was stopped. After the last file nothing stops the
    /// download, unless this is called again without it: that file did not get its name.
    interface Commit {
        void toFinish(boolean lastFile) throws StoppedException;
    }

    private final KnownPages known;
    private final Commit commit;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final ArrayDeque<Again> again = new ArrayDeque<>();
    private int unhashed;
    private boolean noneFollows;
    private volatile boolean news;

    WaitingFiles(KnownPages known, Commit commit) {
        this.known = known;
        this.commit = commit;
    }

    boolean hasSpace() {
        return waiting.size() < FILES_MAX;
    }

    boolean isEmpty() {
        return waiting.isEmpty() && again.isEmpty();
    }

    /// Chunks that wait for their hash.
    int unhashed() {
        return unhashed;
    }

    /// Closes a file of which every chunk is written, and keeps it until its page is here.
    void add(PartialFile partial, int first, BitSet verified, Map<Integer, byte[]> hashes) throws IOException {
        partial.setAside(verified);
        var file = new Waiting(partial, first, verified, hashes);
        waiting.addLast(file);
        unhashed += hashes.size();
        if (isTold(file, missing(file))) news = true; // the page has come in between
    }

    private boolean isTold(Waiting file, List<Integer> missing) {
        for (int chunk : missing) if (known.hash(file.first + chunk) == null) return false;
        return true;
    }

    /// A page has come and is known. Any thread.
    void paged() {
        news = true;
    }

    /// Every file of the offer was received, or waits.
    void noneFollows() {
        noneFollows = true;
    }

    /// Whether the file that is received now is the last one without its name.
    boolean isLast() {
        return noneFollows && isEmpty();
    }

    /// Gives their names to those with all pages here.
    void finish() throws IOException, MalformedFrameException, StoppedException {
        if (!news) return;
        news = false;
        for (Waiting file : List.copyOf(waiting)) {
            List<Integer> missing = missing(file);
            if (!isTold(file, missing)) continue;
            waiting.remove(file);
            unhashed -= file.unhashed.size();
            if (!isProven(file, missing) || !name(file)) again.addLast(new Again(file.partial.stored(), file.first));
        }
    }

    private boolean name(Waiting file) throws IOException, MalformedFrameException, StoppedException {
        commit.toFinish(isLast());
        if (file.partial.finishAside()) return true;
        commit.toFinish(false); // it is received again, and the download may be stopped meanwhile
        return false;
    }

    private static List<Integer> missing(Waiting file) {
        var missing = new ArrayList<Integer>();
        int count = file.partial.chunks().count();
        for (int n = file.verified.nextClearBit(0); n < count; n = file.verified.nextClearBit(n + 1)) missing.add(n);
        return missing;
    }

    /// Whether what was written has the hashes that the pages tell; an empty file has nothing to compare.
    private boolean isProven(Waiting file, List<Integer> missing) {
        if (file.partial.chunks().countWithBytes() == 0) {
            byte[] hash = known.hash(file.first);
            return hash == null || HashPage.lostReason(hash) == null;
        }
        return missing.stream()
                .allMatch(chunk -> MessageDigest.isEqual(file.unhashed.get(chunk), known.hash(file.first + chunk)));
    }

    /// A file that must be received again.
    @Nullable
    Again nextAgain() {
        return again.pollFirst();
    }
}
