package io.landline.filetransfer.download;

import io.landline.filetransfer.chunk.HashPage;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.swarm.ChunkSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Chunks that were written and wait for the page of hashes that proves them. Those of empty files wait too: only their
/// page tells of them. Confined to the download's writer thread.
final class UnprovenChunks {
    /// @param hash of what was written
    record Chunk(int number, byte[] hash, Fingerprint from) {}

    private static final byte[] NOTHING = Sha256.digest().digest();

    private final Fingerprint author;
    private final Map<Integer, Chunk> written = new HashMap<>();
    private final BitSet empty = new BitSet();
    /// The pages of all of them.
    private final BitSet pages = new BitSet();

    /// @param author of the offer
    UnprovenChunks(Fingerprint author) { this.author = author; }

    void add(Chunk chunk) {
        written.put(chunk.number, chunk);
        pages.set(HashPage.of(chunk.number));
    }

    void addEmpty(int chunk) {
        empty.set(chunk);
        pages.set(HashPage.of(chunk));
    }

    boolean has(int chunk) {
        return empty.get(chunk) || written.containsKey(chunk);
    }

    /// Takes one out; null where it does not wait.
    @Nullable
    Chunk take(int chunk) {
        if (!empty.get(chunk)) return written.remove(chunk);
        empty.clear(chunk);
        return new Chunk(chunk, NOTHING, author);
    }

    void addEmptyTo(ChunkSet set) {
        empty.stream().forEach(set::add);
    }

    /// The numbers of pages that they wait for.
    List<Integer> missing(KnownPages known) {
        return pages.stream().filter(page -> known.find(page) == null).boxed().toList();
    }

    /// Removes and returns, in order, the chunks with a page of hashes that has arrived.
    List<Chunk> settle(KnownPages known) {
        var settled = new ArrayList<Chunk>();
        for (int page = pages.nextSetBit(0); page >= 0; page = pages.nextSetBit(page + 1)) {
            if (known.find(page) == null) continue;
            pages.clear(page);
            for (int number = HashPage.first(page); number < HashPage.end(page, known.chunks()); number++) {
                Chunk chunk = take(number);
                if (chunk != null) settled.add(chunk);
            }
        }
        return settled;
    }
}
