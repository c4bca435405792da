package io.landline.filetransfer.chunk;

/// Chunks of one file that follow each other: `count` of them from `first` on.
public record ChunkRun(int file, int first, int count) {
    public ChunkRun {
        if (file < 0 || first < 0 || count < 1 || first > Integer.MAX_VALUE - count) {
            throw new IllegalArgumentException("no run");
        }
    }

    /// Behind the last.
    public int end() {
        return first + count;
    }
}
