package io.landline.filetransfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A symbolic link that leads nowhere: who looks for a file there is told that there is none. Immutable; any thread.
///
/// @param link what was looked for, or a folder that it should stand in
/// @param target where it leads, as the link has it
public record DeadLink(Path link, Path target) {
    /// Why nothing stands at this path. Null where no link is to blame. Looks at the disk.
    public static @Nullable DeadLink at(Path path) {
        for (Path each = path.toAbsolutePath(); each != null; each = each.getParent()) {
            if (Files.exists(each)) return null;
            if (!Files.exists(each, LinkOption.NOFOLLOW_LINKS)) continue;
            try {
                return new DeadLink(each, Files.readSymbolicLink(each));
            } catch (IOException | UnsupportedOperationException e) {
                return null;
            }
        }
        return null;
    }
}
