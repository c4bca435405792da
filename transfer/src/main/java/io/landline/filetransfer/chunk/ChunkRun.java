package io.landline.filetransfer.chunk;

/// Chunks that follow each other: `count` of them from `first` on. Of an offer in frames, of one file elsewhere.
public record ChunkRun(int first, int count) {
    public ChunkRun {
        if (first < 0 || count < 1 || first > Integer.MAX_VALUE - count) throw new IllegalArgumentException("no run");
    }

    /// Behind the last.
    public int end() {
        return first + count;
    }

    /// The same chunks, counted from so many before.
    public ChunkRun plus(int before) {
        return new ChunkRun(before + first, count);
    }
}
