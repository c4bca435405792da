package io.landline.settings;

import java.nio.file.Path;

/// Something in the settings file that could not be used.
///
/// @param key of the value; empty where it is the whole file
/// @param sentence in English: what could not be read, and what holds instead
public record SettingsWarning(Kind kind, Path file, String key, String sentence) {
    public enum Kind {
        /// The file cannot be read.
        DAMAGED,
        /// The file is gone, and the last good copy stands beside its place.
        MISSING,
        /// One value cannot be used.
        VALUE
    }
}
