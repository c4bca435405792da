package io.landline.control;

import io.landline.peer.Sha256;
import io.landline.settings.PrivateFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a node's socket file goes: in a folder that only this user can enter, under a path short enough for a socket.
///
/// @param folderIsOurs made for this socket alone, and removed with it
record SocketPath(Path socket, boolean folderIsOurs) {
    /// `sun_path` has 104 bytes on macOS, 108 on Linux and Windows, with a NUL at the end (unix(7)).
    static final int PATH_BYTES_MAX = 100;
    private static final int NAME_HASH_BYTES = 8;
    private static final String IN_PROFILE = "landline.sock";

    /// The user's runtime folder, else one of the user's in the temporary folder; if another user has put something
    /// under that name, a new one. The owner's record says which it was, so that nobody has to guess.
    static SocketPath choose(Path profile, Map<String, String> environment, Path temporary, String user)
            throws IOException {
        String name = nameFor(profile);
        Path runtime = absolute(environment.get("XDG_RUNTIME_DIR"));
        if (runtime != null && PrivateFolder.isPrivate(runtime) && fits(runtime.resolve("landline-" + name))) {
            return new SocketPath(runtime.resolve("landline-" + name), false);
        }
        Path shared = temporary.resolve("landline-" + user.replaceAll("[^A-Za-z0-9._-]", "_"));
        if (fits(shared.resolve(name)) && (PrivateFolder.createNew(shared) || PrivateFolder.isPrivate(shared))) {
            return new SocketPath(shared.resolve(name), false);
        }
        Path fresh = Files.createTempDirectory(temporary, "ll-"); // mode 0700 where there are modes
        if (fits(fresh.resolve(name))) return new SocketPath(fresh.resolve(name), true);
        Files.delete(fresh);
        throw new IOException("the path of " + temporary + " is too long for a socket");
    }

    /// In the profile, where neither of the other folders will do; null where its path is too long.
    static @Nullable SocketPath inProfile(Path profile) {
        Path socket = profile.resolve(IN_PROFILE);
        return fits(socket) ? new SocketPath(socket, false) : null;
    }

    private static boolean fits(Path socket) {
        return socket.toString().getBytes(StandardCharsets.UTF_8).length <= PATH_BYTES_MAX;
    }

    /// One name for each profile of the user.
    private static String nameFor(Path profile) {
        byte[] hash = Sha256.of(profile.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, NAME_HASH_BYTES) + ".sock";
    }

    private static @Nullable Path absolute(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            Path path = Path.of(text);
            return path.isAbsolute() ? path : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /// Removes the socket file, and the folder where it was made for it alone.
    void clear() throws IOException {
        Files.deleteIfExists(socket);
        Path folder = socket.getParent();
        if (folderIsOurs && folder != null) Files.deleteIfExists(folder);
    }
}
