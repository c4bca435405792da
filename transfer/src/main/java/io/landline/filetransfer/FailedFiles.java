package io.landline.filetransfer;

import java.nio.file.Path;
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

    /// @param path for people: as its author wrote it, or where it is at the author
    /// @param reason [FailureReason#SOURCE_CHANGED] or [FailureReason#SOURCE_GONE]
    /// @param stored where a file of ours is, as [PathText] writes it; that of others is its path
    public record One(String path, FailureReason reason, String stored) {
        public One(String path, FailureReason reason) {
            this(path, reason, path);
        }

        /// A file of ours.
        public static One at(Path place, FailureReason reason) {
            return new One(place.toString(), reason, PathText.stored(place));
        }
    }

    public FailedFiles {
        first = List.copyOf(first);
        if (first.size() > NAMED_MAX) throw new IllegalArgumentException("more than " + NAMED_MAX + " are named");
    }

    public boolean none() {
        return files == 0;
    }
}
