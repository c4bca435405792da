package io.landline.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Opens a profile in a folder that may not be written, and in one below, as a user for whom that counts.
final class ReadOnlyProfile {
    private ReadOnlyProfile() {}

    static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (String part : new String[]{"identity", "history.db"}) unreadable(folder.resolve("no-" + part), part);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
        for (Path each : new Path[]{folder, folder.resolve("below")}) {
            try {
                Profile.open(each);
                IO.println("opened all the same");
            } catch (IOException e) {
                IO.println(e.getMessage());
            }
        }
    }

    /// Says why a profile cannot be read whose user may not read a part of it.
    private static void unreadable(Path folder, String part) throws IOException {
        Files.createDirectory(folder);
        Files.createFile(folder.resolve("settings.json"));
        Path denied = Files.createDirectory(folder.resolve(part));
        Files.setPosixFilePermissions(denied, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
        try {
            Profile profile = Profile.openToRead(folder);
            profile.requireReadable(profile.database());
            IO.println("opened all the same");
        } catch (IOException e) {
            IO.println(e.getMessage());
        }
    }
}
