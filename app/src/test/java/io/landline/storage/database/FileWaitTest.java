package io.landline.storage.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.storage.database.Database.Durability;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.sqlite.BusyHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/// Another program holds the database. Each write waited for it as long as the first, one after the other: what a
/// person wrote was refused after half a minute and more.
class FileWaitTest extends DatabaseTest {
    private static final SQLException HELD = new SQLException("held", "", SQLiteErrorCode.SQLITE_BUSY.code);

    private static int run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private void write() {
        database.write(Durability.BATCHED, connection -> run(connection, "PRAGMA user_version"));
    }

    private int patience() {
        return database.write(Durability.BATCHED, connection -> {
            try (Statement sql = connection.createStatement(); var row = sql.executeQuery("PRAGMA busy_timeout")) {
                return row.getInt(1);
            }
        });
    }

    @Test
    void whatComesAfterAWaitInVainWaitsForATimeOfItsOwn() throws SQLException {
        var asked = new AtomicInteger();
        database.write(Durability.BATCHED, connection -> {
            BusyHandler.setHandler(connection.unwrap(SQLiteConnection.class), new BusyHandler() {
                @Override
                protected int callback(int before) {
                    asked.incrementAndGet();
                    return 0; // gives up at once, in the place of ten seconds
                }
            });
            return asked;
        });
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"))) {
            run(other, "BEGIN IMMEDIATE");
            assertThrows(StorageException.class, this::write);
            assertEquals(1, asked.get());
            assertThrows(StorageException.class, this::write);
            assertEquals(1, asked.get(), "it waits briefly");
        }
        write();
        assertEquals(SqliteConnections.BUSY.toMillis(), patience());
    }

    @Test
    void aWaitIsBriefUntilTheFileIsFreeOrWasNotMetForAWhile() {
        var now = new AtomicLong(Long.MAX_VALUE - 1); // such a clock may pass its end
        var wait = new FileWait(now::get);
        assertFalse(wait.isBrief());
        wait.ended(null);
        wait.ended(new IOException("for another reason"));
        assertFalse(wait.isBrief());
        wait.ended(HELD);
        now.addAndGet(SqliteConnections.BUSY.minusMillis(1).toNanos());
        assertTrue(wait.isBrief());
        now.addAndGet(Duration.ofMillis(1).toNanos());
        assertFalse(wait.isBrief());
        wait.ended(HELD);
        wait.written();
        assertFalse(wait.isBrief());
    }
}
