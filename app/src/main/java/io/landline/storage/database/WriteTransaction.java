package io.landline.storage.database;

import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.Database.Job;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Writes that waited together, in one transaction: each behind a savepoint, so that one that fails takes nothing of
/// the others away. The writer thread only.
final class WriteTransaction {
    private WriteTransaction() {}

    static void run(Connection connection, List<Job<?>> batch, DatabaseLocation disk) {
        boolean full = batch.stream().anyMatch(job -> job.durability == Durability.FULL);
        try (Statement sql = connection.createStatement()) {
            sql.execute("PRAGMA synchronous=" + (full ? disk.full() : disk.batched()));
            sql.execute("BEGIN IMMEDIATE");
            try {
                for (Job<?> job : batch) runOne(connection, sql, job);
                sql.execute("COMMIT");
            } catch (SQLException e) {
                rollback(sql, e);
                throw e;
            }
        } catch (SQLException e) {
            for (Job<?> job : batch) job.fail(e);
        }
        for (Job<?> job : batch) job.tell(); // after the commit: nobody hears of what was rolled back
    }

    private static void runOne(Connection connection, Statement sql, Job<?> job) throws SQLException {
        sql.execute("SAVEPOINT job");
        if (!job.run(connection)) undo(sql, job);
        sql.execute("RELEASE job");
    }

    /// Where the disk is full SQLite has rolled everything back by itself, and there is no savepoint any more. Then all
    /// jobs hear why, and not that a savepoint is missing.
    private static void undo(Statement sql, Job<?> job) throws SQLException {
        try {
            sql.execute("ROLLBACK TO job");
        } catch (SQLException e) {
            if (!(job.failure() instanceof SQLException why)) throw e;
            why.addSuppressed(e);
            throw why;
        }
    }

    private static void rollback(Statement sql, SQLException why) {
        try {
            sql.execute("ROLLBACK");
        } catch (SQLException e) {
            why.addSuppressed(e); // SQLite has rolled back by itself, for example on a full disk
        }
    }
}
