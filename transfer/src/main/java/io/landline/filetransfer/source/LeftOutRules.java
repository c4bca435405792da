package io.landline.filetransfer.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.filetransfer.LeftOut.Why;
import io.landline.filetransfer.PrivateFiles;
import io.landline.filetransfer.manifest.PartialName;
import io.landline.filetransfer.manifest.SafePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// What of a folder is not offered, for each walk through one. Stateless; waits for the disk.
final class LeftOutRules {
    private LeftOutRules() {}

    /// Why a file or folder is left out; null if it is offered.
    ///
    /// @param place where it is
    /// @param path what it is called in the manifest
    /// @param found what it is; of a link, the link itself
    /// @param generated kept for one walk: a file system may be mounted anew later
    static @Nullable Why why(Path place, String path, BasicFileAttributes found, PrivateFiles privateFiles,
            GeneratedFiles generated) {
        if (found.isSymbolicLink()) return Why.LINK;
        if (!found.isRegularFile() && !found.isDirectory()) return Why.SPECIAL;
        if (privateFiles.leavesOut(place, found)) return Why.PROFILE;
        Path name = place.getFileName();
        if (name != null && PartialName.isPartial(name.toString())) return Why.UNFINISHED;
        if (!fits(path)) return Why.TOO_DEEP;
        if (!found.isRegularFile()) return null;
        if (!Files.isReadable(place)) return Why.UNREADABLE;
        return generated.has(place, found) ? Why.GENERATED : null;
    }

    private static boolean fits(String path) {
        long depth = path.chars().filter(c -> c == '/').count() + 1;
        return depth <= SafePath.DEPTH_MAX && path.getBytes(UTF_8).length <= SafePath.PATH_BYTES_MAX;
    }
}
