package io.landline.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The settings on disk. Confined to one thread at a time; only the profile's owner saves.
public final class SettingsFile {
    private SettingsFile() {}

    /// Reads the file. Whatever is wrong with it, there are settings, and [#warnings] says what was done.
    public static SettingsFile load(Path file) {
        throw new UnsupportedOperationException();
    }

    /// Whether there was no file, so that what the user gives now is to be stored.
    public boolean isNew() {
        throw new UnsupportedOperationException();
    }

    public Settings settings() {
        throw new UnsupportedOperationException();
    }

    /// Sentences for the user: what could not be read, and what holds instead.
    public List<String> warnings() {
        throw new UnsupportedOperationException();
    }

    /// Keeps these settings. An [IOException]'s message is a sentence for the user; the old file is then still whole.
    public void save(Settings chosen) throws IOException {
        throw new UnsupportedOperationException();
    }
}
