package io.landline.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// The folder that a node lives in, and the names in it. Immutable; any thread.
public final class Profile {
    private final Path folder;

    private Profile(Path folder) { this.folder = folder; }

    /// Opens the profile in this folder, and makes the folder (for the user alone) where it is missing. An [IOException]'s message is a
    /// sentence for the user.
    public static Profile open(Path folder) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// Where the profile is when nobody says otherwise (design.md §8). The environment is an argument so that every system is testable
    /// on any.
    ///
    /// @param system the system property `os.name`
    /// @param home the system property `user.home`
    public static Path defaultFolder(String system, Map<String, String> environment, String home) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// The default folder of this process.
    public static Path defaultFolder() throws IOException {
        return defaultFolder(System.getProperty("os.name", ""), System.getenv(), System.getProperty("user.home", ""));
    }

    public Path folder() {
        return folder;
    }

    /// What the identity's own files and the run number are kept in.
    public Path identityFolder() {
        return folder.resolve("identity");
    }

    public Path settingsFile() {
        return folder.resolve("settings.json");
    }

    public Path database() {
        return folder.resolve("history.db");
    }

    public Path logFolder() {
        return folder.resolve("log");
    }

    Path lockFile() {
        return folder.resolve("lock");
    }

    Path ownerFile() {
        return folder.resolve("lock.owner");
    }
}
