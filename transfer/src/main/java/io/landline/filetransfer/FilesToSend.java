package io.landline.filetransfer;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person wants to offer. Immutable.
///
/// @param items files and folders
/// @param excludes patterns (`glob` of Java) of what is left out: of the name of a file, or, in a folder, of a name or
///        a path in it. A folder that is named itself stays
/// @param within a folder, without links, which holds all items, and which no link may lead out of; null where a person
///        named the items
public record FilesToSend(List<Path> items, List<String> excludes, @Nullable Path within) {
    /// Patterns of one offer.
    public static final int EXCLUDES_MAX = 100;

    public FilesToSend {
        items = List.copyOf(items);
        excludes = List.copyOf(excludes);
        if (excludes.size() > EXCLUDES_MAX) {
            throw new IllegalArgumentException("at most " + EXCLUDES_MAX + " patterns can be excluded");
        }
    }

    /// What a person named.
    public FilesToSend(List<Path> items, List<String> excludes) {
        this(items, excludes, null);
    }

    public static FilesToSend of(List<Path> items) {
        return new FilesToSend(items, List.of());
    }
}
