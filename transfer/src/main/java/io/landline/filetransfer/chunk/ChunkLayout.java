package io.landline.filetransfer.chunk;

import io.landline.filetransfer.OfferBody;
import io.landline.frame.Frame;
import io.landline.swarm.ChunkSet;

/// How a file falls into chunks: all of one size but the last, which is what remains. An empty file has one
/// chunk without bytes.
/// Immutable; any thread.
public record ChunkLayout(long fileBytes, int chunkBytes) {
    /// The unit of verification (docs/protocol/files.md, "The offer's body"). A chunk with its header fits one data
    /// frame.
    public static final int BYTES_MAX = OfferBody.CHUNK_BYTES_MAX;

    /// Chunk numbers count through the whole offer: 16 TiB at the usual size. A bitmap of all of them has 2 MiB.
    public static final int OFFER_CHUNKS_MAX = ChunkSet.CHUNKS_MAX;

    static {
        assert BYTES_MAX + DataFrame.HEADER_BYTES <= Frame.DATA_BODY_BYTES_MAX;
    }

    public int count() {
        return Math.max(1, countWithBytes());
    }

    /// Those that travel: none of an empty file.
    public int countWithBytes() {
        long count = fileBytes / chunkBytes + (fileBytes % chunkBytes == 0 ? 0 : 1);
        if (count > Integer.MAX_VALUE) throw new IllegalStateException("a file of " + count + " chunks");
        return (int) count;
    }

    public long offset(int chunk) {
        return (long) chunk * chunkBytes;
    }

    /// How many bytes this chunk has; the caller has checked that there is such a one.
    public int length(int chunk) {
        return (int) Math.min(chunkBytes, fileBytes - offset(chunk));
    }

    public boolean holds(int chunk) {
        return chunk >= 0 && chunk < count();
    }

    /// Whether a file of this size can be moved at all.
    public static boolean fits(long fileBytes, int chunkBytes) {
        return fileBytes >= 0 && fileBytes <= OfferBody.BYTES_MAX && fileBytes <= (long) OFFER_CHUNKS_MAX * chunkBytes;
    }
}
