package io.landline.storage.database;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/// The database could not do what it must: a full disk, a damaged file, one that another program holds. The message is
/// for a person.
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final System.Logger LOG = System.getLogger(StorageException.class.getName());
    /// SQLite's extended codes say more in the bits above.
    private static final int PRIMARY_CODE = 0xFF;
    /// What was logged last. Guarded by the class.
    private static WeakReference<@Nullable Throwable> logged = new WeakReference<>(null);

    public StorageException(String message, Throwable cause) { super(message, cause); }

    /// Work that failed in this file. The log gets the words of SQLite, which say nothing to a person.
    static StorageException in(Path file, Throwable cause) {
        boolean isFault = isFault(cause);
        if (isLoggedFirst(cause)) {
            LOG.log(System.Logger.Level.WARNING,
                    isFault ? "a fault in work on the history" : "work on the history failed", cause);
        }
        return new StorageException(
                isFault
                        ? "Landline failed at the history in " + file
                                + ", by a fault of its own. What was kept before stays. The log says more."
                        : sentence(file, cause),
                cause);
    }

    /// Writes that fail together, up to 256, have one cause: the log gets it once.
    private static synchronized boolean isLoggedFirst(Throwable cause) {
        if (logged.refersTo(cause)) return false;
        logged = new WeakReference<>(cause);
        return true;
    }

    /// Whether another program holds the file.
    static boolean isHeld(SQLException cause) {
        return primary(cause) == SQLiteErrorCode.SQLITE_BUSY;
    }

    private static SQLiteErrorCode primary(@Nullable Throwable cause) {
        return SQLiteErrorCode
                .getErrorCode(cause instanceof SQLException refused ? refused.getErrorCode() & PRIMARY_CODE : 0);
    }

    /// What is said of a file that cannot be opened. The log gets the words of SQLite here, too.
    static String unopened(Path file, SQLException cause) {
        LOG.log(System.Logger.Level.WARNING, "the history cannot be opened", cause);
        return switch (primary(cause)) {
            case SQLITE_FULL -> Objects.requireNonNullElse(TemporaryDisk.full(cause, System.getenv()),
                    "The disk of the history in " + file
                            + " is full, so it cannot be opened. What was kept before stays; make room there, and"
                            + " start again.");
            case SQLITE_BUSY -> "Another program holds the history in " + file
                    + ", so it cannot be opened. What was kept before stays; end that program or wait until it is"
                    + " done, and start again.";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_IOERR -> "The history in " + file
                    + " cannot be opened. What was kept before stays; check the disk and your permissions there, and"
                    + " start again.";
            default -> "The history in " + file
                    + " cannot be opened. What was kept before stays; start again. The log says more.";
        };
    }

    private static String sentence(Path file, Throwable cause) {
        if (DamageDetector.isMetBy(cause)) return damaged(file);
        return switch (primary(cause)) {
            case SQLITE_FULL -> Objects.requireNonNullElse(TemporaryDisk.full(cause, System.getenv()),
                    "The disk of the history in " + file
                            + " is full, so this was not done. What was kept before stays; make room there, and"
                            + " try again.");
            case SQLITE_BUSY -> "Another program holds the history in " + file
                    + ", so this was not done. What was kept before stays; end that program or wait until it is done,"
                    + " and try again.";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_IOERR -> "The history in " + file
                    + " cannot be used now, so this was not done. What was kept before stays; check the disk and your"
                    + " permissions there, and try again.";
            default -> "The history in " + file
                    + " could not be read or written, so this was not done. What was kept before stays; try again."
                    + " The log says more.";
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
        return isFault(getCause());
    }

    private static boolean isFault(@Nullable Throwable cause) {
        return cause instanceof RuntimeException || cause instanceof Error;
    }
}
