package io.landline.filetransfer.source;

import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredSource;
import io.landline.filetransfer.chunk.ChunkLayout;
import java.util.Arrays;
import java.util.List;

/// Which file of an own offer holds which chunk. Remembers the first chunk of every 256th file, so a million files take
/// 16 KiB; the files between are read from the store. Immutable; any thread.
final class SourceIndex {
    /// Files of a block: those that are read at once.
    static final int BLOCK_FILES = 256;

    /// Files that follow each other.
    ///
    /// @param firsts the first chunk of each, and the one behind the last file
    record Block(long number, int[] firsts, List<StoredSource> sources) {
        static Block of(long number, int first, List<StoredSource> sources, int chunkBytes) {
            var firsts = new int[sources.size() + 1];
            firsts[0] = first;
            for (int at = 0; at < sources.size(); at++) {
                firsts[at + 1] = firsts[at] + new ChunkLayout(sources.get(at).bytes(), chunkBytes).count();
            }
            return new Block(number, firsts, sources);
        }

        boolean holds(int chunk) {
            return chunk >= firsts[0] && chunk < firsts[sources.size()];
        }

        /// Which of the files holds this chunk, which is in the block.
        int fileOf(int chunk) {
            int found = Arrays.binarySearch(firsts, chunk);
            return found >= 0 ? found : -found - 2;
        }
    }

    private final TransferStore store;
    private final StoredOffer offer;
    private final int[] firsts;
    private final int chunks;

    private SourceIndex(TransferStore store, StoredOffer offer, int[] firsts, int chunks) {
        this.store = store;
        this.offer = offer;
        this.firsts = firsts;
        this.chunks = chunks;
    }

    /// Reads the sizes of all files of the offer.
    static SourceIndex of(TransferStore store, StoredOffer offer) {
        var firsts = new int[(int) ((offer.body().files() + BLOCK_FILES - 1) / BLOCK_FILES)];
        int chunks = 0;
        for (int block = 0; block < firsts.length; block++) {
            firsts[block] = chunks;
            for (StoredSource source : store.sources(offer.id(), (long) block * BLOCK_FILES, BLOCK_FILES)) {
                chunks = Math.addExact(chunks, new ChunkLayout(source.bytes(), offer.body().chunkBytes()).count());
            }
        }
        return new SourceIndex(store, offer, firsts, chunks);
    }

    /// Of the whole offer.
    int chunks() {
        return chunks;
    }

    /// The block of files that holds a chunk of the offer.
    Block blockOf(int chunk) {
        int found = Arrays.binarySearch(firsts, chunk);
        int block = found >= 0 ? found : -found - 2;
        return Block.of((long) block * BLOCK_FILES, firsts[block],
                store.sources(offer.id(), (long) block * BLOCK_FILES, BLOCK_FILES), offer.body().chunkBytes());
    }
}
