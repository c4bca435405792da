package io.landline.settings;

import java.io.IOException;
import java.nio.file.Path;

/// A start of Landline, as far as the lock goes: waits for a line, takes the profile, says how that went, and holds it
/// until its input ends.
final class LockHolder {
    private LockHolder() {}

    static void main(String[] arguments) throws IOException {
        Profile profile = Profile.open(Path.of(arguments[0]));
        IO.println("waiting");
        if (IO.readln() == null) return;
        try (ProfileLock lock = ProfileLock.acquire(profile)) {
            IO.println("held");
            if ("stay".equals(IO.readln())) IO.readln();
            if (lock.profile().folder().equals(profile.folder())) IO.println("freed");
        } catch (ProfileInUseException e) {
            IO.println("refused: " + e.getMessage());
        }
    }
}
