package io.landline.filetransfer;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// What of this computer is never offered, by any name: the profiles of Landline, with their keys and histories.
/// One look at the disk serves one offer. Any thread.
public interface PrivateFiles {
    /// Nothing is private.
    PrivateFiles NONE = new PrivateFiles() {
        @Override
        public boolean leavesOut(Path found, BasicFileAttributes attributes) {
            return false;
        }

        @Override
        public @Nullable Path owner(Path named, BasicFileAttributes attributes) {
            return null;
        }
    };

    /// Whether a walk leaves this out: a folder that is a profile, with all that is in it, or a file of one.
    boolean leavesOut(Path found, BasicFileAttributes attributes);

    /// The profile that a file or folder is, or belongs to; null for none.
    ///
    /// @param named without links, as a person named it
    @Nullable
    Path owner(Path named, BasicFileAttributes attributes);
}
