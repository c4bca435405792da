package io.landline.swarm;

/// Chunks that follow each other: `count` of them from `first` on. In frames they are numbered through the whole offer
/// (docs/protocol/swarm.md, "Chunk numbers"), elsewhere also through one file. Immutable; any thread.
public record ChunkSpan(int first, int count) {
    static final int BYTES = 2 * Integer.BYTES;

    public ChunkSpan {
        if (!fits(first, count)) throw new IllegalArgumentException(count + " chunks from " + first + " on");
    }

    /// Whether there may be such a span in an offer.
    public static boolean fits(int first, int count) {
        return first >= 0 && count >= 1 && count <= ChunkSet.CHUNKS_MAX && first <= ChunkSet.CHUNKS_MAX - count;
    }

    /// Behind the last.
    public int end() {
        return first + count;
    }

    /// The same chunks, counted from this number before.
    public ChunkSpan plus(int before) {
        return new ChunkSpan(before + first, count);
    }
}
