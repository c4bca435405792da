package io.landline.storage.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// One read, in a transaction: all its questions see one state of the database. Without it what moves between two
/// questions is met twice, or not at all. Nothing waits for it: with a write-ahead log a reader stops no writer
/// (https://www.sqlite.org/isolation.html). The thread that has a reader's turn.
final class ReadTransaction {
    private ReadTransaction() {}

    static void run(Connection connection, DatabaseJob<?> job) {
        try {
            execute(connection, "BEGIN");
            job.run(connection);
        } catch (SQLException e) {
            job.fail(e);
        } finally {
            end(connection, job);
        }
    }

    /// Nothing was written: there is nothing to commit.
    private static void end(Connection connection, DatabaseJob<?> job) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            Throwable why = job.failure();
            if (why != null) why.addSuppressed(e); // SQLite has ended it by itself
        }
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(text)) {
            sql.execute();
        }
    }
}
