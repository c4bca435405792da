package io.landline.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore.Origin;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.DatabaseFiles;
import io.landline.storage.database.DatabaseLocation;
import io.landline.storage.trust.SqliteTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups that a change of the schema makes: they hold what is left since, and do not stay.
class BackupsTest {
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void writeAsVersion10() throws Exception {
        file = folder.resolve("history.db");
        Database.open(file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            LaterSchema.dropAbove10(sql);
            sql.executeUpdate("DROP TABLE entry_text");
            sql.executeUpdate("CREATE VIRTUAL TABLE entry_text USING fts5(text, content='')");
            sql.executeUpdate("PRAGMA user_version=10");
        }
    }

    private List<String> backups() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString())
                    .filter(each -> each.contains(".before-"))
                    .sorted()
                    .toList();
        }
    }

    private Database open() throws IOException {
        ProfileDatabase.Opened opened = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true);
        assertEquals(DatabaseFiles.Found.WHOLE, opened.found(), "its schema is changed, and nothing has to be saved");
        return opened.database();
    }

    @Test
    void l6_aBackupGoesAfterTheNextGoodStart() throws Exception {
        open().close();
        assertEquals(List.of("history.db.before-11"), backups());
        open().close();
        assertEquals(List.of(), backups());
    }

    @Test
    void l6_aBackupGoesWhenARoomIsLeft() throws Exception {
        Room room = Room.keyed(new RoomName("class"), RoomKey.of("amber fox piano river"));
        try (Database database = open()) {
            var trust = new SqliteTrust(database, null);
            trust.keep(room, Origin.JOINED_BY_WORDS, Instant.EPOCH);
            assertEquals(List.of("history.db.before-11"), backups());
            Files.writeString(folder.resolve("history.damaged-2026-11-21.db"), "amber");
            Files.writeString(folder.resolve("history.damaged-2026-11-21-2.db-wal"), "amber");
            trust.forget(room.id());
            assertEquals(List.of(), backups());
            try (var all = Files.list(folder)) {
                assertEquals(List.of(), all.filter(each -> each.toString().contains(".damaged-")).toList());
            }
        }
    }

    @Test
    void l6_aBackupStaysWhereTheStartAfterItIsNotGood() throws Exception {
        open().close();
        try (Database database = Database.open(file)) {
            database.write(Durability.FULL,
                    connection -> connection.createStatement().executeUpdate("PRAGMA user_version=999"));
        }
        org.junit.jupiter.api.Assertions.assertThrows(IOException.class, this::open);
        assertEquals(List.of("history.db.before-11"), backups());
    }

    /// What is still in the log when it cannot be folded into the file belongs to the backup too.
    @Test
    void aBackupHasWhatAReaderKeepsInTheLog() throws Exception {
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + file);
                Connection reader = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = writer.createStatement();
                Statement read = reader.createStatement()) {
            sql.execute("PRAGMA journal_mode=wal");
            reader.setAutoCommit(false);
            read.executeQuery("SELECT count(*) FROM room").close();
            sql.executeUpdate("INSERT INTO room (id, name, joined_at) VALUES (zeroblob(16), 'lobby', 7)");
            open().close();
        }
        try (Connection backup = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db.before-11"));
                Statement sql = backup.createStatement();
                ResultSet row = sql.executeQuery("SELECT count(*) FROM room")) {
            assertEquals(1, row.getInt(1));
        }
    }

    @Test
    void l6_theWordsOfARoomThatWasLeftAreNotInTheLogEither() throws Exception {
        Room room = Room.keyed(new RoomName("class"), RoomKey.of("amber fox piano river"));
        try (Database database = open()) {
            var trust = new SqliteTrust(database, null);
            trust.keep(room, Origin.JOINED_BY_WORDS, Instant.EPOCH);
            assertEquals(List.of("history.db-wal"), filesWith("amber fox"));
            trust.forget(room.id());
            database.write(Durability.BATCHED, _ -> true); // behind what nobody waits for
            assertEquals(List.of(), filesWith("amber fox"));
        }
    }

    private List<String> filesWith(String words) throws IOException {
        var found = new ArrayList<String>();
        try (var all = Files.list(folder)) {
            for (Path each : all.toList()) {
                if (Files.readString(each, ISO_8859_1).contains(words)) found.add(each.getFileName().toString());
            }
        }
        return found;
    }
}
