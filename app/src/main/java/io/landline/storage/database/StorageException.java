package io.landline.storage.database;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/// The database could not do what it must: a full disk, a damaged file. The message is for a person.
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1;
    /// SQLite's extended codes say more in the bits above.
    private static final int PRIMARY_CODE = 0xFF;

    public StorageException(String message, Throwable cause) { super(message, cause); }

    /// Work that failed in this file.
    static StorageException in(Path file, Throwable cause) {
        return new StorageException(sentence(file, cause), cause);
    }

    private static String sentence(Path file, Throwable cause) {
        int code = cause instanceof SQLException refused ? refused.getErrorCode() & PRIMARY_CODE : 0;
        return switch (SQLiteErrorCode.getErrorCode(code)) {
            case SQLITE_FULL -> {
                String temporary = TemporaryDisk.full(cause, System.getenv());
                yield temporary != null
                        ? temporary
                        : "The disk of the history in " + file
                                + " is full, so this was not done. What was kept before stays; make room there, and"
                                + " try again.";
            }
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_BUSY -> "The history in " + file
                    + " cannot be used now (" + cause.getMessage()
                    + "), so this was not done. What was kept before stays; check the disk and your permissions there,"
                    + " and try again.";
            default -> "The history could not be read or written: " + cause.getMessage();
        };
    }

    /// Whether the file is damaged: opened once more, what can be read of it is saved.
    public boolean isDamage() {
        return DamageDetector.isMetBy(getCause());
    }

    /// Whether it is not the database that failed, but our own work on it.
    public boolean isFault() {
        return getCause() instanceof RuntimeException || getCause() instanceof Error;
    }
}
