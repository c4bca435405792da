package io.landline.storage.transfers;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferStoreException;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.Database.Work;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/// How the tables of transfers are read and written. What the database refuses is a [TransferStoreException]. Any
/// thread.
record TransferSql(Database database) {
    /// How many bytes of a transfer to us are here, by the bytes of a chunk and the transfer, as
    /// [io.landline.filetransfer.TransferStore.StoredFile#keptBytes] counts each file.
    static final String KEPT_BYTES = """
            SELECT coalesce(sum(CASE WHEN NOT complete THEN min(bytes, verified * ?)
            WHEN taken IN ('PLAIN', 'EXECUTABLE') THEN bytes ELSE 0 END), 0) FROM file_received WHERE transfer = ?""";

    /// SQLite's extended codes say more in the bits above.
    private static final int PRIMARY_CODE = 0xff;

    void write(Durability durability, String sql, @Nullable Object... values) {
        write(durability, connection -> {
            run(connection, sql, values);
            return null;
        });
    }

    <T extends @Nullable Object> T write(Durability durability, Work<T> work) {
        try {
            return database.write(durability, work);
        } catch (StorageException e) {
            throw translated(e);
        }
    }

    private static RuntimeException translated(StorageException e) {
        if (!(e.getCause() instanceof SQLException sql)) {
            return e.getCause() instanceof RuntimeException ourBug ? ourBug : e;
        }
        return new TransferStoreException(switch (SQLiteErrorCode.getErrorCode(sql.getErrorCode() & PRIMARY_CODE)) {
            case SQLITE_FULL -> FailureReason.DISK_FULL;
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN -> FailureReason.NO_PERMISSION;
            default -> FailureReason.LOST;
        }, String.valueOf(e.getMessage()), e);
    }

    static void run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    <T> List<T> read(Rows.Reader<T> as, String sql, @Nullable Object... values) {
        try {
            return database.read(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    bind(statement, values);
                    return Rows.all(statement, as);
                }
            });
        } catch (StorageException e) {
            throw translated(e);
        }
    }

    /// The statement behind one that was lent: each call of it costs less. It is used only while that one is open.
    static PreparedStatement forManyRows(PreparedStatement lent) throws SQLException {
        return lent.unwrap(PreparedStatement.class);
    }

    static void bind(PreparedStatement sql, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            sql.setObject(i + 1, value instanceof Boolean yes ? (Object) (yes ? 1 : 0) : value);
        }
    }

    static <T> @Nullable T first(List<T> rows) {
        return rows.isEmpty() ? null : rows.getFirst();
    }
}
