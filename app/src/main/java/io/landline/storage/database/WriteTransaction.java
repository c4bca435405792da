package io.landline.storage.database;

import io.landline.storage.database.Database.Durability;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes that waited together, in one transaction: each behind a savepoint, so that one that fails takes nothing of
/// the others away. One that comes alone needs none. The writer's thread only, as [DatabaseWriter]
/// means it.
final class WriteTransaction {
    private final Connection connection;
    private final DatabaseLocation disk;
    /// What the connection was last told; null where it is not known.
    private @Nullable String synchronous;

    /// @param connection keeps prepared statements ([StatementCache])
    WriteTransaction(Connection connection, DatabaseLocation disk) {
        this.connection = connection;
        this.disk = disk;
    }

    void run(List<DatabaseJob<?>> batch) {
        boolean full = batch.stream().anyMatch(job -> job.durability == Durability.FULL);
        try {
            setSynchronous(full ? disk.full() : disk.batched());
            execute("BEGIN IMMEDIATE");
            try {
                if (batch.size() == 1) {
                    DatabaseJob<?> alone = batch.getFirst();
                    if (alone.run(connection)) {
                        execute("COMMIT");
                    } else {
                        undo("ROLLBACK", alone);
                    }
                } else {
                    for (DatabaseJob<?> job : batch) runOne(job);
                    execute("COMMIT");
                }
            } catch (SQLException e) {
                rollback(e);
                throw e;
            }
        } catch (SQLException e) {
            for (DatabaseJob<?> job : batch) job.fail(e);
        }
        for (DatabaseJob<?> job : batch) job.tell(); // after the commit: nobody hears of what was rolled back
    }

    /// Holds until the next one. SQLite obeys this one while it prepares it, so a statement that is kept would change
    /// nothing.
    private void setSynchronous(String value) throws SQLException {
        if (value.equals(synchronous)) return;
        synchronous = null;
        try (Statement sql = connection.createStatement()) {
            sql.execute("PRAGMA synchronous=" + value);
        }
        synchronous = value;
    }

    private void runOne(DatabaseJob<?> job) throws SQLException {
        execute("SAVEPOINT job");
        if (!job.run(connection)) undo("ROLLBACK TO job", job);
        execute("RELEASE job");
    }

    /// Where the disk is full SQLite has rolled everything back by itself, and there is neither savepoint nor
    /// transaction any more. Then all jobs hear why, and not that one of these is missing.
    private void undo(String back, DatabaseJob<?> job) throws SQLException {
        try {
            execute(back);
        } catch (SQLException e) {
            if (!(job.failure() instanceof SQLException why)) throw e;
            why.addSuppressed(e);
            throw why;
        }
    }

    private void rollback(SQLException why) {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            why.addSuppressed(e); // SQLite has rolled back by itself, for example on a full disk
        }
    }

    private void execute(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
