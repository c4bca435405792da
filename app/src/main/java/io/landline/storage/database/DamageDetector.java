package io.landline.storage.database;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/// Tells a damaged file from a disk that is full, a file that is held by somebody, a bug of ours. Stateless; any
/// thread.
public final class DamageDetector {
    /// Primary result codes (<https://sqlite.org/rescode.html>) that say something of the moment or of the system, not
    /// of the file's content.
    private static final Set<Integer> NOT_OF_THE_FILE = Set.of(SQLiteErrorCode.SQLITE_PERM.code,
            SQLiteErrorCode.SQLITE_BUSY.code, SQLiteErrorCode.SQLITE_LOCKED.code, SQLiteErrorCode.SQLITE_NOMEM.code,
            SQLiteErrorCode.SQLITE_READONLY.code, SQLiteErrorCode.SQLITE_INTERRUPT.code,
            SQLiteErrorCode.SQLITE_IOERR.code, SQLiteErrorCode.SQLITE_FULL.code, SQLiteErrorCode.SQLITE_CANTOPEN.code,
            SQLiteErrorCode.SQLITE_PROTOCOL.code, SQLiteErrorCode.SQLITE_NOLFS.code, SQLiteErrorCode.SQLITE_AUTH.code);
    private static final int PRIMARY_CODE = 0xFF;

    /// A row that is read, but is not what was written.
    public static final class DamagedRowException extends SQLException {
        private static final long serialVersionUID = 1;

        public DamagedRowException(String message, Throwable cause) { super(message, cause); }
    }

    private DamageDetector() {}

    /// Whether a file that cannot be opened is damaged. What our own tables answer by an SQL error then is damage too:
    /// their definitions are part of the file.
    static boolean keepsClosed(SQLException e) {
        return isShortRead(e) || !NOT_OF_THE_FILE.contains(e.getErrorCode() & PRIMARY_CODE);
    }

    /// Whether work in a database that is open met damage.
    static boolean isMetBy(@Nullable Throwable e) {
        if (e instanceof DamagedRowException) return true;
        if (!(e instanceof SQLException sql)) return false;
        int primary = sql.getErrorCode() & PRIMARY_CODE;
        return isShortRead(sql) || primary == SQLiteErrorCode.SQLITE_CORRUPT.code
                || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private static boolean isShortRead(SQLException e) {
        return e.getErrorCode() == SQLiteErrorCode.SQLITE_IOERR_SHORT_READ.code;
    }
}
