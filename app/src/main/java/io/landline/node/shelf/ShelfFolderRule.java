package io.landline.node.shelf;

import io.landline.filetransfer.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// Whether a folder may be opened to others at all. Stateless; any thread; looks at the disk.
final class ShelfFolderRule {
    private ShelfFolderRule() {}

    enum Answer {
        FINE,
        NO_FOLDER,
        UNREADABLE,
        /// The top of a disk, the user's home, or a folder that holds it.
        TOO_MUCH,
        /// A profile of Landline, or a part of one.
        PROFILE
    }

    /// @param folder without links
    /// @param home the user's home folder, without links; null where it is not known
    static Answer of(Path folder, @Nullable Path home, PrivateFiles privateFiles) throws IOException {
        BasicFileAttributes what = Files.readAttributes(folder, BasicFileAttributes.class);
        if (!what.isDirectory()) return Answer.NO_FOLDER;
        if (folder.getParent() == null || home != null && home.startsWith(folder)) return Answer.TOO_MUCH;
        if (privateFiles.owner(folder, what) != null) return Answer.PROFILE;
        return Files.isReadable(folder) && Files.isExecutable(folder) ? Answer.FINE : Answer.UNREADABLE;
    }
}
