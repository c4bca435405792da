package io.landline.storage.database;

import java.io.IOException;
import java.nio.file.Path;

/// A database that SQLite cannot make sense of, as against one that the system keeps from us or that a newer version
/// wrote.
public final class DamagedDatabaseException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedDatabaseException(String message, Throwable cause) { super(message, cause); }

    private DamagedDatabaseException(String message) { super(message); }

    /// Of a database that can be opened, and is not whole.
    static DamagedDatabaseException of(Path file) {
        return new DamagedDatabaseException("The history in " + file + " is damaged.");
    }
}
