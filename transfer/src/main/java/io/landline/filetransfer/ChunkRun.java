package io.landline.filetransfer;

/// Chunks of one file that follow each other: `count` of them from `first` on.
record ChunkRun(int file, int first, int count) {
    ChunkRun {
        if (file < 0 || first < 0 || count < 1 || first > Integer.MAX_VALUE - count) {
            throw new IllegalArgumentException("no run");
        }
    }

    /// Behind the last.
    int end() {
        return first + count;
    }
}
