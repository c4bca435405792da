package io.landline.shelf;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.filetransfer.manifest.SafePath;
import io.landline.json.MalformedJsonException;
import java.util.List;

/// Paths in a shelf as they travel: names with `/` between, from the top; empty for the top itself. Stateless; any
/// thread.
public final class ShelfPath {
    /// A name has at most 255 characters on any system, of four bytes at most.
    public static final int NAME_BYTES_MAX = 1_020;

    private ShelfPath() {}

    /// The names of such a path.
    ///
    /// @throws MalformedJsonException where no shelf can have it
    public static List<String> names(String path) throws MalformedJsonException {
        if (path.isEmpty()) return List.of();
        List<String> names = List.of(path.split("/", -1));
        if (names.size() > SafePath.DEPTH_MAX) throw new MalformedJsonException("a path is too deep");
        for (String name : names) {
            if (!isName(name)) throw new MalformedJsonException("a path has a segment that is no name");
        }
        return names;
    }

    /// Whether a name means one thing in one folder. Unwelcome letters are the business of who writes it to a disk.
    static boolean isName(String name) {
        return !name.isEmpty() && !name.equals(".") && !name.equals("..") && name.indexOf('/') < 0
                && name.indexOf('\0') < 0 && name.getBytes(UTF_8).length <= NAME_BYTES_MAX;
    }

    /// Whether the owner shows something of this name to others: nothing that begins with a dot.
    static boolean isShown(String name) {
        return isName(name) && !name.startsWith(".");
    }
}
