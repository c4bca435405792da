package io.landline.storage.entries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.LogKey;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.room.ConversationId;
import io.landline.storage.ProfileText;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.CountedSteps;
import io.landline.storage.database.Database;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.database.Rows;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Words of what left a conversation are gone from the search, and from all files of the profile.
class RemovedWordsTest extends DatabaseTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);

    private EntryStore entries;

    @BeforeEach
    void open() {
        entries = SqliteChat.stores(database).entries();
    }

    private int indexed(String word) {
        return database.read(connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT count(*) FROM entry_text WHERE entry_text MATCH ?")) {
                sql.setString(1, word);
                return Rows.first(sql, row -> row.getInt(1));
            }
        });
    }

    @Test
    void ofALogThatGoesNoWordOfAnEditedTextStaysInTheSearch() {
        Author max = Author.of(ROOM, 1);
        Entry text = max.text("heron");
        Entry edit = max.write(2, EntryKind.EDIT, new Edit(text.reference(), "stork", Set.of()).toBody());
        entries.add(List.of(text, edit), 2, Durability.BATCHED);
        assertEquals(1, indexed("stork"));
        entries.drop(max.key());
        assertEquals(0, indexed("stork"));
        assertEquals(0, indexed("heron"));
    }

    @Test
    void whatACutTookIsFoundNowhereInTheProfile() throws IOException {
        Author max = Author.of(ROOM, 1);
        Entry text = max.text("unmistakable heron");
        Entry edit = max.write(2, EntryKind.EDIT, new Edit(text.reference(), "singular stork", Set.of()).toBody());
        Entry gone = max.text("vanished egret");
        Entry delete = max.write(4, EntryKind.DELETE, new Delete(gone.reference(), List.of()).toBody());
        Entry kept = max.text("remaining gull");
        Author ada = Author.of(ROOM, 2);
        Entry answer = ada.write(9, EntryKind.EDIT, new Edit(text.reference(), "no", Set.of()).toBody());
        entries.add(List.of(text, edit, gone, delete, kept), 5, Durability.BATCHED);
        entries.add(List.of(answer), 9, Durability.BATCHED);
        entries.cutBeginning(max.key(), 5);
        database.close(); // whose last work is what cleans up
        for (String word : List.of("heron", "stork", "egret", "unmistakable", "singular")) {
            assertFalse(isInProfile(word), word);
        }
        assertTrue(isInProfile("remaining"));
        openDatabase();
        open();
        assertEquals(List.of(kept), entries.search(ROOM, "gull", 5));
        assertEquals(0, database.<Integer>read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement("SELECT count(*) FROM deletion")) {
                return Rows.first(sql, row -> row.getInt(1));
            }
        }));
    }

    /// Earlier versions left them where they dropped a log.
    @Test
    void proofsOfDeletesThatStandForNoEntryGoAndTheOthersStay() throws Exception {
        Author max = Author.of(ROOM, 1);
        Entry gone = max.text("vanished egret");
        Entry delete = max.write(2, EntryKind.DELETE, new Delete(gone.reference(), List.of()).toBody());
        entries.add(List.of(gone, delete), 2, Durability.BATCHED);
        database.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"));
                Statement sql = connection.createStatement()) {
            for (String id : List.of("9", "10000000", "10000001")) {
                sql.executeUpdate("INSERT INTO deletion (id, hash, header, signature, body)"
                        + " SELECT " + id + ", CAST('" + id + "' AS BLOB), header, signature, body FROM deletion"
                        + " LIMIT 1");
            }
        }
        openDatabase();
        open();
        while (entries.clearWords());
        assertEquals(1, proofs());
        assertEquals(List.of(gone.id(), delete.id()),
                entries.range(max.key(), 1, 9, false, Integer.MAX_VALUE).stream().map(Entry::id).toList());
    }

    @Test
    void whatLeftTogetherIsFoundNowhereInTheProfile() throws IOException {
        Author max = Author.of(ROOM, 1);
        var all = new ArrayList<Entry>();
        for (int i = 0; i < 400; i++) all.add(max.text("unmistakable heron" + i));
        Entry kept = max.text("remaining gull");
        all.add(kept);
        for (int i = 0; i < all.size(); i += 40) {
            entries.add(all.subList(i, Math.min(all.size(), i + 40)), i + 1, Durability.BATCHED);
        }
        for (int floor = 51; floor <= 401; floor += 50) {
            entries.cutBeginning(max.key(), floor);
        }
        assertEquals(0, indexed("unmistakable"));
        openDatabaseAgain(); // killed before the end, and started again
        open();
        assertTrue(entries.clearWords());
        while (entries.clearWords());
        database.close();
        assertFalse(isInProfile("unmistakable"));
        assertFalse(isInProfile("heron"));
        openDatabaseAgain();
        open();
        assertEquals(List.of(kept), entries.search(ROOM, "gull", 5));
        assertFalse(entries.clearWords(), "done");
    }

    @Test
    void wordsOfALongTextThatIsEditedOrDeletedAreFoundNoMoreAndSoonGone() throws IOException {
        Author max = Author.of(ROOM, 1);
        Entry text = max.text("unmistakable " + longText(1));
        Entry edit = max.write(2, EntryKind.EDIT, new Edit(text.reference(), "singular " + longText(2), Set.of())
                .toBody());
        Entry delete = max.write(3, EntryKind.DELETE, new Delete(text.reference(), List.of(edit.reference()))
                .toBody());
        entries.add(List.of(text), 1, Durability.BATCHED);
        entries.add(List.of(edit), 2, Durability.BATCHED);
        assertEquals(0, indexed("unmistakable"));
        assertEquals(1, indexed("singular"));
        entries.add(List.of(delete), 3, Durability.BATCHED);
        assertEquals(0, indexed("singular"));
        while (entries.clearWords());
        database.close();
        assertFalse(isInProfile("unmistakable"));
        assertFalse(isInProfile("singular"));
        openDatabaseAgain();
        open();
    }

    /// Where each word is overwritten by itself, it is some 8,000 rows, and 0.4 s for which a friend's message waits.
    @Test
    void h38_anEditOfALongTextWritesFewRowsOfTheSearch() {
        Author max = Author.of(ROOM, 1);
        Entry text = max.text(longText(1));
        Entry edit = max.write(2, EntryKind.EDIT, new Edit(text.reference(), longText(2), Set.of()).toBody());
        Entry delete = max.write(3, EntryKind.DELETE, new Delete(text.reference(), List.of(edit.reference()))
                .toBody());
        entries.add(List.of(text), 1, Durability.BATCHED);
        assertTrue(rowsWritten(edit) < 500);
        assertTrue(rowsWritten(delete) < 500);
    }

    /// A person may delete very much, and a beginning is removed in very many steps.
    @Test
    void h38_aCutLooksAtNoOtherDeletes() throws SQLException {
        Author max = Author.of(ROOM, 1);
        Author other = Author.of(ROOM, 2);
        entries.add(max.texts(4), 4, Durability.BATCHED);
        long few = stepsOfACut(max.key(), 2);
        List<Entry> texts = other.texts(400);
        entries.add(texts, 400, Durability.BATCHED);
        entries.add(texts.stream().map(each -> delete(other, each)).toList(), 800, Durability.BATCHED);
        assertEquals(400, proofs());
        assertTrue(stepsOfACut(max.key(), 3) < 2 * few);
        while (entries.drop(other.key()));
        assertEquals(0, proofs());
    }

    private static Entry delete(Author author, Entry text) {
        return author.write(400 + text.header().number(), EntryKind.DELETE,
                new Delete(text.reference(), List.of()).toBody());
    }

    private int proofs() {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement("SELECT count(*) FROM deletion")) {
                return Rows.first(sql, row -> row.getInt(1));
            }
        });
    }

    /// Of the database's machine.
    private long stepsOfACut(LogKey log, long floor) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"));
                Statement sql = connection.createStatement()) {
            sql.execute("BEGIN IMMEDIATE"); // waits for the writer, as no write in the middle of a read does
            var steps = new CountedSteps(connection, 10);
            new EntryWriter(connection).cutBeginning(log, floor);
            steps.close();
            sql.execute("COMMIT");
            return steps.count();
        }
    }

    private long rowsWritten(Entry entry) {
        return database.<Long>write(Database.Durability.BATCHED, connection -> {
            long before = SearchIndexCleanup.changes(connection);
            new EntryWriter(connection).add(List.of(entry), 2);
            try (Statement sql = connection.createStatement()) {
                sql.executeUpdate("INSERT INTO entry_text (entry_text, rank) VALUES ('merge', 1)"); // as a commit does
            }
            return SearchIndexCleanup.changes(connection) - before;
        });
    }

    /// Of 3,000 different words.
    private static String longText(int seed) {
        var random = new Random(seed);
        var words = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            words.append(Integer.toString(46_656 + random.nextInt(1_600_000), 36)).append(' ');
        }
        return words.toString();
    }

    /// A person with many hands: each text is short, and all of them together are not.
    @Test
    void h38_ofManyShortTextsTheWordsAreNoted() {
        Author max = Author.of(ROOM, 1);
        List<Entry> texts = max.texts(300);
        entries.add(texts, 300, Durability.BATCHED);
        for (Entry text : texts) {
            Entry delete = max.write(400, EntryKind.DELETE, new Delete(text.reference(), List.of()).toBody());
            entries.add(List.of(delete), 400, Durability.BATCHED);
        }
        assertTrue(entries.clearWords(), "noted");
        while (entries.clearWords());
        assertFalse(entries.clearWords());
        Entry last = max.text("one more");
        Entry delete = max.write(400, EntryKind.DELETE, new Delete(last.reference(), List.of()).toBody());
        entries.add(List.of(last, delete), 400, Durability.BATCHED);
        assertFalse(entries.clearWords(), "overwritten at once");
    }

    @Test
    void wordsThatAreNotedWhileOthersAreClearedAreClearedToo() throws IOException {
        Author max = Author.of(ROOM, 1);
        var all = new ArrayList<Entry>();
        for (int i = 0; i < 40; i++) all.add(max.text(longText(i)));
        Entry late = max.text("unmistakable " + longText(99));
        all.add(late);
        for (int i = 0; i < all.size(); i++) entries.add(List.of(all.get(i)), i + 1, Durability.BATCHED);
        entries.cutBeginning(max.key(), 2);
        assertTrue(entries.clearWords(), "begun");
        Entry delete = max.write(400, EntryKind.DELETE, new Delete(late.reference(), List.of()).toBody());
        entries.add(List.of(delete), 400, Durability.BATCHED);
        while (entries.clearWords());
        database.close();
        assertFalse(isInProfile("unmistakable"));
        openDatabaseAgain();
        open();
    }

    private boolean isInProfile(String word) throws IOException {
        return ProfileText.of(folder).contains(word);
    }
}
