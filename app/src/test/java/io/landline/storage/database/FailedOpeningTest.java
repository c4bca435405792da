package io.landline.storage.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.storage.ProfileDatabase;
import io.landline.storage.database.DatabaseFiles.Found;
import io.landline.testing.SmallDisk;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;

/// A database that cannot be opened, whatever the reason: what is told of it, and what is left open.
@StartsPrograms
class FailedOpeningTest {
    /// Enough for the backup and for the first steps of a change.
    private static final long ROOM_FOR_THE_LOG_BYTES = 100 * 1024;

    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("history.db");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /// As version 1 wrote it, with an entry.
    private void writeVersion1() throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (String script : List.of("001-trust.sql", "001-chat.sql", "001-files.sql")) {
                try (InputStream in = Migrations.class.getResourceAsStream(script)) {
                    run(connection, new String(in.readAllBytes(), UTF_8));
                }
            }
            run(connection, "INSERT INTO conversation (id, conversation) VALUES (1, zeroblob(16))");
            run(connection, "INSERT INTO log VALUES (1, 1, zeroblob(32), zeroblob(32), zeroblob(8), 1, 1, zeroblob(32),"
                    + " zeroblob(32), 1, 1, 0)");
            run(connection, "INSERT INTO entry (id, log, number, conversation, lamport, author, log_id, kind, header,"
                    + " hash, signature, body) VALUES (1, 1, 1, 1, 1, zeroblob(32), zeroblob(8), 1, zeroblob(112),"
                    + " randomblob(32), zeroblob(64), NULL)");
            run(connection, "PRAGMA user_version=1");
        }
    }

    /// SQLite has rolled back by itself then. That there was nothing to roll back any more was told in the place of the
    /// reason, and taken for damage of the file: what could be read of it was to be written anew.
    @Test
    void aChangeOfTheSchemaThatFindsTheDiskFullIsNoDamage() throws Exception {
        Path disk = folder.resolve("disk");
        try (var _ = new SmallDisk(disk, "4m")) {
            file = disk.resolve("history.db");
            writeVersion1();
            fill(disk, Files.size(file) + ROOM_FOR_THE_LOG_BYTES);
            IOException refused = assertThrows(IOException.class,
                    () -> ProfileDatabase.open(file, DatabaseLocation.LOCAL, true));
            assertEquals(SQLiteErrorCode.SQLITE_FULL.code,
                    assertInstanceOf(SQLException.class, refused.getCause()).getErrorCode(), refused.toString());
            assertFalse(refused instanceof DamagedDatabaseException);
            assertFalse(Files.exists(disk.resolve("history.db.new")), "nothing was to be saved");
            Files.delete(disk.resolve("filler"));
            ProfileDatabase.Opened opened = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true);
            opened.database().close();
            assertEquals(Found.WHOLE, opened.found());
        }
    }

    private static void fill(Path disk, long room) throws IOException {
        try (var filler = Files.newOutputStream(disk.resolve("filler"))) {
            while (Files.getFileStore(disk).getUsableSpace() > room) filler.write(new byte[4096]);
        }
    }

    /// The system's own words were told alone.
    @Test
    void whereTheCopyBeforeAChangeFindsNoPlaceThatIsSaid() throws Exception {
        Path disk = folder.resolve("disk");
        try (var _ = new SmallDisk(disk, "4m")) {
            file = disk.resolve("history.db");
            writeVersion1();
            fill(disk, Files.size(file) / 2);
            IOException refused = assertThrows(IOException.class,
                    () -> ProfileDatabase.open(file, DatabaseLocation.LOCAL, true));
            assertEquals("The history in " + file + " is of an earlier version, and cannot be copied before it is"
                    + " brought into the form of this one (No space left on device). Nothing was changed; make room for"
                    + " twice its size there, and start again.", refused.getMessage());
            assertFalse(Files.exists(disk.resolve("history.db.before-2")));
        }
    }

    /// It kept the place that somebody made on the disk meanwhile.
    @Test
    void aNewDatabaseThatFindsNoSpaceLeavesNothing() throws Exception {
        Path disk = folder.resolve("disk");
        try (var _ = new SmallDisk(disk, "64k")) {
            IOException refused = assertThrows(IOException.class,
                    () -> ProfileDatabase.open(disk.resolve("history.db"), DatabaseLocation.LOCAL, false));
            assertEquals("A new history cannot be written beside " + disk.resolve("history.db") + ". What was kept"
                    + " before stays; check the free space and your permissions there, and start again.",
                    refused.getMessage());
            try (var all = Files.list(disk)) {
                assertEquals(List.of(), all.toList());
            }
        }
    }

    @Test
    void nothingStaysOpenWhereAnythingIsThrown() throws Exception {
        writeVersion1();
        assertThrows(ClassCastException.class, () -> Database.open(file, DatabaseLocation.LOCAL, Duration.ZERO, _ -> {
            throw new ClassCastException("a fault of ours");
        }));
        // the last connection that is closed folds the log into the file, and removes it
        assertFalse(Files.exists(folder.resolve("history.db-wal")));
        Database.open(file).close();
        assertTrue(Files.exists(file));
    }
}
