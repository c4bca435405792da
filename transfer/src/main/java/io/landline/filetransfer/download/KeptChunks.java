package io.landline.filetransfer.download;

import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.OfferChunks;
import io.landline.filetransfer.partial.PartialFile;
import io.landline.peer.Sha256;
import io.landline.swarm.ChunkSet;
import io.landline.swarm.ChunkSpan;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What an earlier run left of the files of an offer, until each chunk is read again and compared with its page of
/// hashes. Reading goes one chunk at a time, in order, so that new chunks are written between. Chunks with a page that
/// is missing are passed over; once [#PAGES_PATIENCE] is over they count as not here.
///
/// Confined to the download's writer thread.
final class KeptChunks {
    static final int NONE = -1;
    /// How long pages are waited for that prove what an earlier run left. What is not proven then is fetched again.
    static final Duration PAGES_PATIENCE = Duration.ofSeconds(5);
    /// Chunks that are found again are told together: a page of them is 64 MiB at most, read in a moment.
    private static final int TOLD_TOGETHER = HashPage.CHUNKS;

    private final OfferChunks chunks;
    private final KnownPages known;
    private final ChunkSet unread;
    private final MessageDigest digest = Sha256.digest();
    private final long beganAtNanos = System.nanoTime();
    private byte[] buffer = new byte[0];
    private int at;
    private int pagesSeen;
    private int foundFirst;
    private int foundEnd;

    KeptChunks(OfferChunks chunks, KnownPages known) {
        this.chunks = chunks;
        this.known = known;
        unread = new ChunkSet(chunks.count());
        pagesSeen = known.added();
    }

    void add(ChunkSpan span) {
        unread.addAll(span);
    }

    /// Those that are not read again yet.
    ChunkSet unread() {
        return unread;
    }

    /// It is read, or given up.
    void remove(int chunk) {
        unread.remove(chunk);
    }

    boolean hasAnyOf(ChunkSpan span) {
        return unread.nextPresent(span.first()) < span.end();
    }

    long bytes() {
        long bytes = 0;
        for (int chunk = unread.nextPresent(0); chunk < unread.chunks(); chunk = unread.nextPresent(chunk + 1)) {
            bytes += chunks.bytes(chunk);
        }
        return bytes;
    }

    /// The pages that are missing to prove them.
    List<Integer> missingPages() {
        var missing = new ArrayList<Integer>();
        for (int chunk = unread.nextPresent(0); chunk < unread.chunks();) {
            int page = HashPage.of(chunk);
            if (known.find(page) == null) missing.add(page);
            chunk = unread.nextPresent(HashPage.end(page, unread.chunks()));
        }
        return missing;
    }

    /// The chunk to read now; [#NONE] where all are read, or those that are left wait for their pages.
    int next() {
        if (unread.count() == 0) return NONE;
        boolean late = System.nanoTime() - beganAtNanos >= PAGES_PATIENCE.toNanos();
        int next = next(at, late);
        int pages = known.added();
        if (next == NONE && (late || pages != pagesSeen)) {
            pagesSeen = pages;
            next = next(0, late);
        }
        at = next == NONE ? unread.chunks() : next;
        return next;
    }

    private int next(int from, boolean late) {
        int chunk = unread.nextPresent(from);
        while (chunk < unread.chunks()) {
            int page = HashPage.of(chunk);
            if (late || known.find(page) != null) return chunk;
            chunk = unread.nextPresent(HashPage.end(page, unread.chunks()));
        }
        return NONE;
    }

    /// Reads a chunk of a file that is open; whether it is what its page says.
    boolean isAsItsPageSays(PartialFile file, int chunk, int atInFile) throws IOException {
        byte[] word = known.hash(chunk);
        if (word == null) return false;
        if (buffer.length == 0) buffer = new byte[file.chunks().chunkBytes()];
        int length = file.read(atInFile, buffer);
        if (length < chunks.bytes(chunk)) return false;
        digest.update(buffer, 0, length);
        return MessageDigest.isEqual(word, digest.digest());
    }

    /// A chunk was read, and is here.
    void found(int chunk, SwarmLink link) {
        if (chunk != foundEnd || foundEnd - foundFirst >= TOLD_TOGETHER) {
            tellFound(link);
            foundFirst = chunk;
        }
        foundEnd = chunk + 1;
    }

    /// Tells what was found and is not told yet.
    void tellFound(SwarmLink link) {
        if (foundEnd > foundFirst) link.found(new ChunkSpan(foundFirst, foundEnd - foundFirst));
        foundFirst = foundEnd;
    }
}
