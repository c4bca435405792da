package io.landline.storage.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.storage.database.Database.Durability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database on each kind of disk.
class DatabaseLocationTest {
    @TempDir
    private Path folder;

    private static String asked(Connection connection, String pragma) throws SQLException {
        try (Statement sql = connection.createStatement(); ResultSet row = sql.executeQuery("PRAGMA " + pragma)) {
            return row.getString(1);
        }
    }

    private static boolean keep(Connection connection, String name) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("INSERT INTO room (id, name, joined_at) VALUES (randomblob(16), '" + name + "', 1)");
            return true;
        }
    }

    private static List<String> rooms(Database database) {
        return database.read(
                connection -> Rows.all(connection.prepareStatement("SELECT name FROM room"), row -> row.getString(1)));
    }

    @Test
    void m3_onANetworkShareThereIsNoWriteAheadLogAndNothingLessThanExtra() throws Exception {
        Path file = folder.resolve("history.db");
        try (Database database = Database.open(file, DatabaseLocation.NETWORK_SHARE)) {
            for (Durability each : Durability.values()) {
                database.write(each, connection -> keep(connection, each.name()));
                assertEquals("delete", database.write(each, connection -> asked(connection, "journal_mode")));
                assertEquals("3", database.write(each, connection -> asked(connection, "synchronous")), "EXTRA");
                assertEquals("normal", database.write(each, connection -> asked(connection, "locking_mode")));
            }
            assertFalse(Files.exists(folder.resolve("history.db-wal")));
            assertEquals(List.of("FULL", "BATCHED"), rooms(database));
        }
    }

    @Test
    void eachTransactionIsSyncedAsItsOwnDurabilitySays() throws Exception {
        try (Database database = Database.open(folder.resolve("history.db"))) {
            for (int turn = 0; turn < 2; turn++) {
                assertEquals("1", database.write(Durability.BATCHED, c -> asked(c, "synchronous")), "NORMAL");
                assertEquals("2", database.write(Durability.FULL, c -> asked(c, "synchronous")), "FULL");
                assertEquals("2", database.write(Durability.FULL, c -> asked(c, "synchronous")), "FULL");
            }
        }
    }

    @Test
    void m3_aWriteAheadLogThatAKillLeftOnAShareIsTakenInAndTheFileIsConvertedAndBack() throws Exception {
        Path before = folder.resolve("before.db");
        Path file = folder.resolve("history.db");
        try (Database database = Database.open(before)) {
            database.write(Durability.FULL, connection -> keep(connection, "in the log"));
            assertEquals("wal", database.write(Durability.FULL, connection -> asked(connection, "journal_mode")));
            Files.copy(before, file); // as a kill leaves them
            Files.copy(folder.resolve("before.db-wal"), folder.resolve("history.db-wal"));
        }
        try (Database database = Database.open(file, DatabaseLocation.NETWORK_SHARE)) {
            assertEquals(List.of("in the log"), rooms(database));
            assertFalse(Files.exists(folder.resolve("history.db-wal")));
            assertFalse(Files.exists(folder.resolve("history.db-shm")));
        }
        try (Database database = Database.open(file)) {
            assertEquals(List.of("in the log"), rooms(database));
            assertTrue(Files.exists(folder.resolve("history.db-wal")));
        }
    }
}
