package io.landline.filetransfer;

import java.nio.file.Path;
import java.util.List;

/// What a person wants to offer. Immutable.
///
/// @param items files and folders
/// @param excludes patterns (`glob` of Java) of what is left out of folders: of a name, or of a path in the folder
public record FilesToSend(List<Path> items, List<String> excludes) {
    /// Patterns of one offer.
    public static final int EXCLUDES_MAX = 100;

    public FilesToSend {
        items = List.copyOf(items);
        excludes = List.copyOf(excludes);
        if (excludes.size() > EXCLUDES_MAX) {
            throw new IllegalArgumentException("at most " + EXCLUDES_MAX + " patterns can be excluded");
        }
    }

    public static FilesToSend of(List<Path> items) {
        return new FilesToSend(items, List.of());
    }
}
