package io.landline.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.DatabaseFiles.Found;
import io.landline.storage.database.DatabaseLocation;
import io.landline.storage.database.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A history whose name in the profile is a link to a file on another disk. SQLite keeps its own files beside that one.
class LinkedHistoryTest {
    @TempDir
    Path folder;
    private Path link;
    private Path target;

    @BeforeEach
    void link() throws IOException {
        target = Files.createDirectory(folder.resolve("other")).toRealPath().resolve("kept.db");
        link = Files.createDirectory(folder.resolve("profile")).toRealPath().resolve("history.db");
        Files.createSymbolicLink(link, target);
        Database.open(target).close();
    }

    private static void write(Database database) {
        database.write(Durability.FULL, connection -> Rows.update(connection,
                "INSERT INTO room_name (conversation, name) VALUES (zeroblob(16), 'ours')"));
    }

    private static List<String> names(Database database) {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement("SELECT name FROM room_name")) {
                return Rows.all(sql, row -> row.getString(1));
            }
        });
    }

    private Database open(Found found) throws IOException {
        ProfileDatabase.Opened opened = ProfileDatabase.open(link, DatabaseLocation.LOCAL, true);
        assertEquals(found, opened.found());
        return opened.database();
    }

    private List<String> beside(Path file) throws IOException {
        try (var all = Files.list(file.getParent())) {
            return all.map(each -> each.getFileName().toString()).filter(each -> each.contains("damaged")).toList();
        }
    }

    /// The link alone was set aside and deleted, and the damaged file with all texts stayed where it was.
    @Test
    void aDamagedOneIsSetAsideWhereItIsAndGoesWithADeletedText() throws Exception {
        try (Database database = open(Found.WHOLE)) {
            write(database);
        }
        byte[] rubbish = Files.readAllBytes(target);
        java.util.Arrays.fill(rubbish, rubbish.length / 2, rubbish.length, (byte) 7);
        Files.write(target, rubbish);
        try (Database database = open(Found.DAMAGED)) {
            assertEquals(target, Files.readSymbolicLink(link));
            assertTrue(Files.isRegularFile(target));
            assertEquals(List.of(), beside(link));
            assertEquals(1, beside(target).size());
            database.deleteCopies();
            assertEquals(List.of(), beside(target));
        }
    }

    @Test
    void aKillWhileTheFilesAreExchangedLosesNothing() throws Exception {
        try (Database database = open(Found.WHOLE)) {
            write(database);
        }
        Files.move(target, target.resolveSibling("kept.db.whole"));
        try (Database database = open(Found.WHOLE)) {
            assertEquals(List.of("ours"), names(database));
        }
    }

    @Test
    void theLogThatAKillLeftIsReadWhereNothingCanBeWritten() throws Exception {
        Path left = Files.createDirectory(folder.resolve("left")).resolve("kept.db");
        try (Database database = open(Found.WHOLE)) {
            write(database);
            for (String end : List.of("", "-wal")) {
                Files.copy(target.resolveSibling("kept.db" + end), left.resolveSibling("kept.db" + end));
            }
        }
        Files.delete(link);
        Files.createSymbolicLink(link, left);
        try (Database database = Database.openToRead(link, "read only")) {
            assertEquals(List.of("ours"), names(database));
        }
    }
}
