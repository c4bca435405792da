package io.landline.filetransfer;

import java.util.List;

/// Files of a transfer that its sender could not give any more, while the others arrived: they changed, went, or cannot
/// be read. They would have to be offered again. Immutable; any thread.
///
/// @param bytes that they had when they were offered
/// @param first the first [#NAMED_MAX] of them
public record FailedFiles(long files, long bytes, List<One> first) {
    /// At most this many are named; all are counted.
    public static final int NAMED_MAX = 10;
    public static final FailedFiles NONE = new FailedFiles(0, 0, List.of());

    /// @param path as its author wrote it, or where it is at the author
    /// @param reason [FailureReason#SOURCE_CHANGED] or [FailureReason#SOURCE_GONE]
    public record One(String path, FailureReason reason) {}

    public FailedFiles {
        first = List.copyOf(first);
        if (first.size() > NAMED_MAX) throw new IllegalArgumentException("more than " + NAMED_MAX + " are named");
    }

    public boolean none() {
        return files == 0;
    }
}
