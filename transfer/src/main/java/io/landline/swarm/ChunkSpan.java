package io.landline.swarm;

/// Chunks of one offer that follow each other: `count` of them from `first` on. Chunk numbers count through the whole
/// offer (docs/protocol/swarm.md, "Chunk numbers"). Immutable; any thread.
public record ChunkSpan(int first, int count) {
    static final int BYTES = 2 * Integer.BYTES;

    public ChunkSpan {
        if (!fits(first, count)) throw new IllegalArgumentException(count + " chunks from " + first + " on");
    }

    static boolean fits(int first, int count) {
        return first >= 0 && count >= 1 && count <= ChunkSet.CHUNKS_MAX && first <= ChunkSet.CHUNKS_MAX - count;
    }

    /// Behind the last.
    public int end() {
        return first + count;
    }
}
