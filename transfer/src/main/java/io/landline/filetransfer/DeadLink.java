package io.landline.filetransfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A symbolic link that leads nowhere: who looks for a file there is told that there is none. Immutable; any thread.
///
/// @param link what was looked for, or a folder that it should stand in; of links that lead to each other the last one
/// @param target where it leads, as the link has it
public record DeadLink(Path link, Path target) {
    /// Links that lead to each other: those that lead in a circle end.
    private static final int LINKS_MAX = 8;

    /// Why nothing stands at this path. Null where no link is to blame. Looks at the disk.
    public static @Nullable DeadLink at(Path path) {
        return at(path.toAbsolutePath(), LINKS_MAX);
    }

    private static @Nullable DeadLink at(Path path, int linksMax) {
        for (Path each = path; each != null; each = each.getParent()) {
            if (Files.exists(each)) return null;
            if (!Files.exists(each, LinkOption.NOFOLLOW_LINKS)) continue;
            try {
                Path target = Files.readSymbolicLink(each);
                DeadLink next = linksMax > 1 ? at(each.resolveSibling(target), linksMax - 1) : null;
                return next == null ? new DeadLink(each, target) : next;
            } catch (IOException | UnsupportedOperationException e) {
                return null;
            }
        }
        return null;
    }
}
