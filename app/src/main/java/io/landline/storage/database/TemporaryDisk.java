package io.landline.storage.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/// The disk on which the database sorts and keeps what it needs for a moment. Where that one is full, the database says
/// the same as of a full disk of its own. Stateless; any thread.
public final class TemporaryDisk {
    /// With less a disk counts as full, once the database found it full.
    private static final long ROOM_BYTES_MIN = 1024 * 1024;

    private TemporaryDisk() {}

    /// Why this failed, as a sentence for the user, where the disk for temporary files is full. Null where it is not,
    /// and where something else was the reason.
    public static @Nullable String full(Throwable failed, Map<String, String> environment) {
        if (!saysFull(failed)) return null;
        Path folder = folder(environment);
        try {
            if (folder == null || Files.getFileStore(folder).getUsableSpace() >= ROOM_BYTES_MIN) return null;
        } catch (IOException e) {
            return null;
        }
        return "The disk for temporary files is full, in the folder " + folder
                + ". Nothing of the profile was lost; make room there, or name another folder in TMPDIR.";
    }

    private static boolean saysFull(Throwable failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && sql.getErrorCode() == SQLiteErrorCode.SQLITE_FULL.code) return true;
        }
        return false;
    }

    /// The one that SQLite takes (<https://sqlite.org/tempfiles.html>, "Temporary File Storage Locations"). Null on
    /// systems where it has other rules.
    private static @Nullable Path folder(Map<String, String> environment) {
        return Arrays
                .asList(environment.get("SQLITE_TMPDIR"), environment.get("TMPDIR"), "/var/tmp", "/usr/tmp", "/tmp")
                .stream()
                .map(TemporaryDisk::path)
                .filter(Objects::nonNull)
                .filter(each -> Files.isDirectory(each) && Files.isWritable(each))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Path path(@Nullable String text) {
        try {
            return text == null ? null : Path.of(text);
        } catch (InvalidPathException e) {
            return null; // SQLite passes it over, too
        }
    }
}
