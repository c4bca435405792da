package io.landline.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryStore;
import io.landline.room.ConversationId;
import io.landline.storage.ProfileDatabase.Opened;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.Database;
import io.landline.storage.database.DatabaseFiles.Found;
import io.landline.storage.database.DatabaseLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Databases whose pages are in order, and that lack something of their schema, or say a version that there is not
/// (H79). The database's own check calls them sound.
class MissingTablesTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);

    @TempDir
    Path folder;
    private Path file;
    private List<Entry> written;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("history.db");
        written = Author.of(ROOM, 1).texts(50);
        try (Database database = Database.open(file)) {
            SqliteChat.stores(database).entries().add(written, 50, EntryStore.Durability.BATCHED);
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private Opened openedAsDamaged(String what) throws IOException {
        Opened opened = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true);
        assertEquals(Found.DAMAGED, opened.found(), what);
        assertNotNull(opened.problem());
        return opened;
    }

    private static Set<Entry> kept(Database database) {
        return new HashSet<>(SqliteChat.stores(database).entries().newest(ROOM, null, Integer.MAX_VALUE));
    }

    @Test
    void h79_whatIsNotInTheMissingPartIsSavedAndItIsSaid() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        for (String change : List.of("DROP TABLE entry", "DROP TABLE conversation", "DROP TABLE name_card",
                "DROP TABLE entry_text", "DROP TABLE trust_state",
                "ALTER TABLE peer RENAME COLUMN fingerprint TO other")) {
            Files.write(file, whole);
            change("PRAGMA foreign_keys=OFF; " + change);
            Opened opened = openedAsDamaged(change);
            try (Database database = opened.database()) {
                assertEquals(change.equals("DROP TABLE entry") ? Set.of() : new HashSet<>(written), kept(database),
                        change);
                Entry more = Author.of(ROOM, 2).text("more");
                SqliteChat.stores(database).entries().add(List.of(more), 51, EntryStore.Durability.FULL);
                assertTrue(kept(database).contains(more), change);
            }
        }
    }

    private Database openedAsWhole(String what) throws IOException {
        Opened opened = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true);
        assertEquals(Found.WHOLE, opened.found(), what);
        return opened.database();
    }

    private long count(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT count(*) " + query)) {
            return row.getLong(1);
        }
    }

    @Test
    void h79_aMissingIndexIsMadeAgainAndNothingIsSetAside() throws Exception {
        String ours = "FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL";
        long all = count(ours);
        change("DROP INDEX entry_timeline; DROP INDEX act_target");
        try (Database database = openedAsWhole("two indexes are missing")) {
            assertEquals(new HashSet<>(written), kept(database));
        }
        assertEquals(all, count(ours));
        try (var files = Files.list(folder)) {
            assertTrue(files.noneMatch(each -> each.getFileName().toString().contains("damaged")));
        }
    }

    @Test
    void h79_aTriggerOrAnIndexOfSomebodyElseDoesNothing() throws Exception {
        change("CREATE TRIGGER wipe AFTER INSERT ON entry BEGIN DELETE FROM entry; END;"
                + "CREATE TRIGGER \"odd \"\" name\" BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'no'); END;"
                + "CREATE UNIQUE INDEX one_each ON entry (conversation, kind)"
                + " WHERE number > 50");
        try (Database database = openedAsWhole("triggers")) {
            Author other = Author.of(ROOM, 2);
            List<Entry> more = other.texts(60);
            SqliteChat.stores(database).entries().add(more, 60, EntryStore.Durability.FULL);
            var expected = new HashSet<>(written);
            expected.addAll(more);
            assertEquals(expected, kept(database));
        }
        assertEquals(0, count("FROM sqlite_schema WHERE type = 'trigger' OR name = 'one_each'"));
    }

    @Test
    void h79_aVersionThatThereIsNotIsDamage() throws Exception {
        for (int version : new int[]{-1, Integer.MIN_VALUE, 0, 12}) {
            change("PRAGMA user_version=" + version);
            Opened opened = openedAsDamaged("version " + version);
            try (Database database = opened.database()) {
                assertEquals(new HashSet<>(written), kept(database));
            }
        }
    }

    @Test
    void h79_aDatabaseOfAnotherProgramIsSetAside() throws Exception {
        Files.delete(file);
        change("CREATE TABLE hello (x)");
        openedAsDamaged("another program's").database().close();
        try (var all = Files.list(folder)) {
            assertTrue(all.anyMatch(each -> each.getFileName().toString().startsWith("history.damaged-")));
        }
    }

    /// As SQLite makes it: a first page, and nothing on it.
    @Test
    void h79_aDatabaseWithoutTablesOfAnOldProfileIsLost() throws Exception {
        Files.delete(file);
        change("CREATE TABLE hello (x); DROP TABLE hello");
        Opened opened = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true);
        opened.database().close();
        assertEquals(Found.LOST, opened.found());
    }
}
