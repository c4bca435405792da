package io.landline.shelf;

import java.util.List;

/// What a member wants of a shelf, as it was listed: if it is not that any more, it is not given. Immutable; any
/// thread.
///
/// @param path from the top of the shelf; empty for all of it
/// @param bytes of a file, and its time; 0 for a folder
public record WantedItem(List<String> path, boolean folder, long bytes, long modifiedMillis) {
    /// Files and folders of one take.
    public static final int COUNT_MAX = 1_000;

    public WantedItem {
        path = List.copyOf(path);
    }
}
