package io.landline.storage.entries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.LogState;
import io.landline.room.ConversationId;
import io.landline.storage.LaterSchema;
import io.landline.storage.ProfileDatabase;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.Database;
import io.landline.storage.database.DatabaseLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Entries without their bodies, which versions before 5 of the schema took from a peer.
class BareEntriesTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);

    @TempDir
    Path folder;
    private final Author max = Author.of(ROOM, 1);
    private final List<Entry> all = max.texts(6);

    /// As version 4 held it: the bodies of these numbers never came.
    private Path written(String bareNumbers) throws IOException, SQLException {
        Path file = folder.resolve("history.db");
        try (Database database = Database.open(file)) {
            EntryStore entries = SqliteChat.stores(database).entries();
            entries.add(all, 6, Durability.FULL);
            entries.setOwnLog(ROOM, max.key().log());
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            sql.executeUpdate("DROP TABLE entry_text");
            sql.executeUpdate("CREATE VIRTUAL TABLE entry_text USING fts5(text, content='', contentless_delete=1,"
                    + " tokenize='unicode61 remove_diacritics 2')");
            sql.executeUpdate("INSERT INTO entry_text (rowid, text) SELECT id, 'text ' || (number - 1) FROM entry"
                    + " WHERE number NOT IN (" + bareNumbers + ")");
            sql.executeUpdate("UPDATE entry SET body = NULL, shown = 0 WHERE number IN (" + bareNumbers + ")");
            LaterSchema.dropAbove10(sql);
            sql.executeUpdate("DROP TABLE draft"); // of later versions, as what follows
            sql.executeUpdate("DROP TABLE act");
            sql.executeUpdate("DROP TABLE deletion");
            sql.executeUpdate("DROP INDEX entry_id");
            sql.executeUpdate("ALTER TABLE entry DROP COLUMN deletion");
            sql.executeUpdate("DROP TABLE mute");
            sql.executeUpdate("DROP TABLE on_top");
            sql.executeUpdate("ALTER TABLE room DROP COLUMN joined_after");
            sql.executeUpdate("ALTER TABLE room DROP COLUMN made_here");
            sql.executeUpdate("PRAGMA user_version = 4");
        }
        return file;
    }

    private static String range(EntryStore entries, Author of) {
        LogState log = entries.log(of.key());
        assertNotNull(log);
        return log.from() + " to " + log.to();
    }

    @Test
    void h1_whatCameWithoutItsBodyIsAskedForAgainAndWhatIsReadableStays() throws Exception {
        try (Database database = Database.open(written("2, 3"))) {
            EntryStore entries = SqliteChat.stores(database).entries();
            assertEquals("4 to 6", range(entries, max));
            assertEquals(List.of(all.get(0), all.get(3), all.get(4), all.get(5)), entries.newest(ROOM, null, 10));
            assertEquals(max.key().log(), entries.ownLog(ROOM));
            entries.add(all.subList(0, 3), 6, Durability.BATCHED);
            assertEquals("1 to 6", range(entries, max));
            assertEquals(all, entries.newest(ROOM, null, 10));
            assertEquals(6, entries.search(ROOM, "text", 10).size());
        }
    }

    @Test
    void aLogThatEndsWithoutBodiesGoesOnBeforeThemAndIsNotWrittenToAgain() throws Exception {
        try (Database database = Database.open(written("2, 5, 6"))) {
            EntryStore entries = SqliteChat.stores(database).entries();
            assertEquals("3 to 4", range(entries, max));
            assertNull(entries.ownLog(ROOM));
            entries.add(all.subList(4, 6), 6, Durability.BATCHED);
            entries.add(all.subList(0, 2), 6, Durability.BATCHED);
            assertEquals(all, entries.newest(ROOM, null, 10));
        }
    }

    @Test
    void aLogWithoutAnyBodyIsAsIfItNeverCame() throws Exception {
        try (Database database = Database.open(written("1, 2, 3, 4, 5, 6"))) {
            EntryStore entries = SqliteChat.stores(database).entries();
            assertNull(entries.log(max.key()));
            assertEquals(List.of(), entries.newest(ROOM, null, 10));
            entries.add(all, 6, Durability.BATCHED);
            assertEquals("1 to 6", range(entries, max));
        }
    }

    @Test
    void aSalvageKeepsNoneOfThemEither() throws Exception {
        Path file = written("2, 3");
        Files.createFile(file.resolveSibling("history.db.damaged"));
        try (Database database = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true).database()) {
            EntryStore entries = SqliteChat.stores(database).entries();
            assertEquals("4 to 6", range(entries, max));
            assertEquals(List.of(all.get(0), all.get(3), all.get(4), all.get(5)), entries.newest(ROOM, null, 10));
        }
    }

    @Test
    void aLogWithAllItsBodiesIsAsBefore() throws Exception {
        try (Database database = Database.open(written("7"))) {
            EntryStore entries = SqliteChat.stores(database).entries();
            assertEquals("1 to 6", range(entries, max));
            assertEquals(max.key().log(), entries.ownLog(ROOM));
            assertEquals(all, entries.newest(ROOM, null, 10));
        }
    }
}
