package io.landline.storage.database;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/// The database could not do what it must: a full disk, a damaged file, one that another program holds. The message is
/// for a person.
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1;
    /// SQLite's extended codes say more in the bits above.
    private static final int PRIMARY_CODE = 0xFF;

    public StorageException(String message, Throwable cause) { super(message, cause); }

    /// Work that failed in this file.
    static StorageException in(Path file, Throwable cause) {
        return new StorageException(sentence(file, cause), cause);
    }

    /// Whether another program holds the file.
    private static boolean isHeld(@Nullable Throwable cause) {
        return primary(cause) == SQLiteErrorCode.SQLITE_BUSY;
    }

    private static SQLiteErrorCode primary(@Nullable Throwable cause) {
        return SQLiteErrorCode
                .getErrorCode(cause instanceof SQLException refused ? refused.getErrorCode() & PRIMARY_CODE : 0);
    }

    /// What is said of a file that cannot be opened.
    static String unopened(Path file, SQLException cause) {
        return isHeld(cause)
                ? "Another program holds the history in " + file
                        + ", so it cannot be opened. What was kept before stays; end that program or wait until it is"
                        + " done, and start again."
                : "The history in " + file + " cannot be opened: " + cause.getMessage();
    }

    private static String sentence(Path file, Throwable cause) {
        if (DamageDetector.isMetBy(cause)) return damaged(file);
        return switch (primary(cause)) {
            case SQLITE_FULL -> {
                String temporary = TemporaryDisk.full(cause, System.getenv());
                yield temporary != null
                        ? temporary
                        : "The disk of the history in " + file
                                + " is full, so this was not done. What was kept before stays; make room there, and"
                                + " try again.";
            }
            case SQLITE_BUSY -> "Another program holds the history in " + file
                    + ", so this was not done. What was kept before stays; end that program or wait until it is done,"
                    + " and try again.";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_IOERR -> "The history in " + file
                    + " cannot be used now (" + cause.getMessage()
                    + "), so this was not done. What was kept before stays; check the disk and your permissions there,"
                    + " and try again.";
            default -> "The history could not be read or written: " + cause.getMessage();
        };
    }

    /// What is said where damage is met while the file is in use.
    public static String damaged(Path file) {
        return "Part of the history in " + file
                + " is damaged; quit Landline and start it again: it then keeps what can"
                + " be read, and sets the damaged file aside.";
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
