package io.landline.storage.database;

import java.io.IOException;

/// A database that SQLite cannot make sense of, as against one that the system keeps from us or that a newer version
/// wrote.
public final class DamagedDatabaseException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedDatabaseException(String message, Throwable cause) { super(message, cause); }

    DamagedDatabaseException(String message) { super(message); }
}
