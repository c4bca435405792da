package io.landline.filetransfer.chunk;

import io.landline.swarm.ChunkSizes;
import io.landline.swarm.ChunkSpan;
import java.util.Arrays;

/// Which file of an offer holds which chunk, and how many bytes it has. Eight bytes a file, so a million files take
/// 8 MB. Immutable; any thread.
public final class OfferChunks implements ChunkSizes {
    private final int chunkBytes;
    /// The first chunk of each file, and behind the last one the number of all.
    private final int[] firsts;
    /// Bytes of the last chunk of each file.
    private final int[] lastBytes;
    private final long totalBytes;

    private OfferChunks(int chunkBytes, int[] firsts, int[] lastBytes, long totalBytes) {
        this.chunkBytes = chunkBytes;
        this.firsts = firsts;
        this.lastBytes = lastBytes;
        this.totalBytes = totalBytes;
    }

    /// Takes the sizes of the files, in the order of the manifest.
    public static final class Builder {
        private final int chunkBytes;
        private final int[] firsts;
        private final int[] lastBytes;
        private int files;
        private long totalBytes;

        public Builder(int chunkBytes, long files) {
            this.chunkBytes = chunkBytes;
            firsts = new int[Math.toIntExact(files) + 1];
            lastBytes = new int[Math.toIntExact(files)];
        }

        public void add(long fileBytes) {
            var layout = new ChunkLayout(fileBytes, chunkBytes);
            lastBytes[files] = layout.length(layout.count() - 1);
            firsts[files + 1] = Math.addExact(firsts[files], layout.count());
            files++;
            totalBytes += fileBytes;
        }

        public OfferChunks build() {
            if (files != lastBytes.length) throw new IllegalStateException("sizes of " + files + " files alone");
            return new OfferChunks(chunkBytes, firsts, lastBytes, totalBytes);
        }
    }

    public int files() {
        return lastBytes.length;
    }

    /// Of the whole offer.
    @Override
    public int count() {
        return firsts[lastBytes.length];
    }

    @Override
    public int bytes(int chunk) {
        int file = fileOf(chunk);
        return chunk == end(file) - 1 ? lastBytes[file] : chunkBytes;
    }

    @Override
    public long totalBytes() {
        return totalBytes;
    }

    /// Where a chunk of the offer begins in its file.
    public long offset(int chunk, int file) {
        return (long) (chunk - firsts[file]) * chunkBytes;
    }

    /// The number of the file that holds a chunk of the offer.
    public int fileOf(int chunk) {
        int found = Arrays.binarySearch(firsts, chunk);
        return found >= 0 ? found : -found - 2;
    }

    /// The chunks of a file, in the offer.
    public ChunkSpan span(int file) {
        return new ChunkSpan(first(file), end(file) - first(file));
    }

    /// The first chunk of a file, in the offer.
    public int first(int file) {
        return firsts[file];
    }

    /// Behind the last chunk of a file, in the offer.
    public int end(int file) {
        return firsts[file + 1];
    }
}
