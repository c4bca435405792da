package io.landline.settings;

import io.landline.system.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the profile is when nobody says otherwise: in the program's own folder, or in this user's home
/// (docs/command-line.md, "Profile and log"). Stateless; any thread.
public final class DefaultProfile {
    /// Where the program's own folder is; the launcher of the image sets it.
    private static final String PROGRAM = "landline.folder";
    /// A file of this name in the program's folder has the profile kept beside it.
    private static final String PORTABLE = "portable";
    private static final String PORTABLE_PROFILE = "profile";

    private DefaultProfile() {}

    /// The folder in this user's home. The environment is an argument so that every system is testable on any. Throws,
    /// with a sentence for the user, where there is no home.
    ///
    /// @param home the system property `user.home`
    static Path folder(OperatingSystem system, Map<String, String> environment, String home)
            throws IOException {
        if (system == OperatingSystem.WINDOWS) {
            Path roaming = absolute(environment.get("APPDATA"));
            return roaming == null
                    ? homeOf(environment.get("USERPROFILE"), home).resolve("AppData", "Roaming", "Landline")
                    : roaming.resolve("Landline");
        }
        if (system == OperatingSystem.MACOS) {
            return homeOf(environment.get("HOME"), home).resolve("Library", "Application Support", "Landline");
        }
        // XDG base directories: "all paths must be absolute", others are ignored
        Path data = absolute(environment.get("XDG_DATA_HOME"));
        return data == null
                ? homeOf(environment.get("HOME"), home).resolve(".local", "share", "landline")
                : data.resolve("landline");
    }

    /// The default folder of this process.
    public static Path folder() throws IOException {
        Path portable = portable();
        if (portable != null) return portable;
        return folder(OperatingSystem.here(), System.getenv(), System.getProperty("user.home", ""));
    }

    /// The profile in the program's own folder, as on a stick: where that folder has a file `portable`, or a folder
    /// `profile` (docs/packaging.md, "On a stick"). Null where it has neither.
    ///
    /// @param program the program's folder; null where it was not installed as one
    static @Nullable Path portable(@Nullable String program) throws IOException {
        Path folder = absolute(program);
        if (folder == null) return null;
        Path profile = folder.resolve(PORTABLE_PROFILE);
        return Files.isDirectory(profile) || Files.isRegularFile(folder.resolve(PORTABLE)) ? profile : null;
    }

    /// The profile in the folder of the running program; null if that folder has no profile.
    static @Nullable Path portable() throws IOException {
        return portable(System.getProperty(PROGRAM));
    }

    /// The home folder that the default profile is in. Null if this user has no home folder.
    public static @Nullable Path home() {
        boolean isWindows = OperatingSystem.here() == OperatingSystem.WINDOWS;
        try {
            return homeOf(System.getenv(isWindows ? "USERPROFILE" : "HOME"), System.getProperty("user.home", ""));
        } catch (IOException e) {
            return null;
        }
    }

    /// What `~` is in a shell, else what the system's list of users says (`?` where the user is not in it).
    private static Path homeOf(@Nullable String variable, String property) throws IOException {
        Path home = absolute(variable);
        if (home == null) home = absolute(property);
        if (home == null) {
            throw new IOException(
                    "This user has no home folder: say with --profile where Landline may keep its files.");
        }
        return home;
    }

    /// Null where that is no absolute path. One that this locale's character set cannot spell is told, not passed over:
    /// another folder would be another identity.
    private static @Nullable Path absolute(@Nullable String text) throws IOException {
        if (text == null || text.isBlank()) return null;
        try {
            Path path = Path.of(text);
            return path.isAbsolute() ? path : null;
        } catch (InvalidPathException e) {
            throw new IOException(
                    "The home folder's name cannot be spelled in this locale's character set: set LC_ALL=C.UTF-8, "
                            + "or say with --profile where Landline may keep its files.",
                    e);
        }
    }
}
