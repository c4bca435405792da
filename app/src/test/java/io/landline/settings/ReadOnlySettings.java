package io.landline.settings;

import io.landline.peer.PeerName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Reads and tries to write settings in a folder that may not be written, as a user for whom that counts.
final class ReadOnlySettings {
    private ReadOnlySettings() {}

    static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path file = folder.resolve("settings.json");
        Logger.getLogger("").setLevel(Level.OFF);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
        SettingsFile settings = SettingsFile.load(file);
        IO.println(Objects.requireNonNull(settings.settings().name()).value());
        try {
            settings.save(settings.settings().withName(new PeerName("Moritz")));
            IO.println("saved all the same");
        } catch (IOException e) {
            IO.println(e.getMessage());
        }
        settings.keepGoodCopy();
        IO.println("good copy: " + (Files.exists(folder.resolve("settings.json.good")) ? "written" : "not written"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        IO.println("unreadable: "
                + (SettingsContent.read(file) instanceof SettingsContent.Damaged(String reason) ? reason : "read"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
