package io.landline.storage.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.NameCard;
import io.landline.chat.NameCardStore.Kept;
import io.landline.chat.act.Edit;
import io.landline.chat.act.HandInReceipt;
import io.landline.chat.act.Reference;
import io.landline.cost.Standing;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.storage.LaterSchema;
import io.landline.storage.ProfileDatabase;
import io.landline.storage.chat.HandInEntries;
import io.landline.storage.chat.HandInEntries.Written;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.Timelines;
import io.landline.storage.choices.SqliteSaved;
import io.landline.storage.choices.SqliteSaved.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of earlier versions, brought to this one.
class MigrationsTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);

    private static final Fingerprint ANN = Identity.generate().fingerprint();
    private static final Fingerprint BOB = Identity.generate().fingerprint();

    @TempDir
    Path folder;

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static void runScript(Connection connection, String name) throws SQLException, IOException {
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            run(connection, new String(in.readAllBytes(), UTF_8));
        }
    }

    /// As version 1 wrote it.
    private static void insert(Connection connection, Entry entry, int number, @Nullable String text, boolean withBody)
            throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(
                "INSERT INTO entry (id, log, number, conversation, lamport, author, log_id,"
                        + " kind, header, hash, signature, body) VALUES (?1, 1, ?1, 1, ?1, ?2, ?3, ?4, ?5, ?6,"
                        + " ?7, ?8)")) {
            sql.setInt(1, number);
            sql.setBytes(2, entry.author().bytes());
            sql.setBytes(3, ChatDatabase.bytes(1));
            sql.setInt(4, entry.kind().number());
            sql.setBytes(5, entry.headerBytes());
            sql.setBytes(6, entry.hash());
            sql.setBytes(7, entry.signature());
            sql.setBytes(8, withBody ? entry.body() : null);
            sql.executeUpdate();
        }
        if (text == null) return;
        try (PreparedStatement sql = connection
                .prepareStatement("INSERT INTO entry_text (rowid, text) VALUES (?, ?)")) {
            sql.setInt(1, number);
            sql.setString(2, text);
            sql.executeUpdate();
        }
    }

    @Test
    void h80_whatVersion1KeptIsSeenInVersion2AndTheOldFileIsKeptBeside() throws Exception {
        Path file = folder.resolve("history.db");
        Author max = Author.of(ROOM, 1);
        Entry text = max.text("kept");
        Entry offer = max.write(2, EntryKind.OFFER, "{\"files\":1}".getBytes(UTF_8));
        Entry identity = max.write(3, EntryKind.FILE_IDENTITY, "{}".getBytes(UTF_8));
        Entry noText = max.write(4, EntryKind.TEXT, "{}".getBytes(UTF_8));
        Entry gone = max.text("gone");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (String script : List.of("001-trust.sql", "001-chat.sql", "001-files.sql")) {
                runScript(connection, script);
            }
            run(connection, "PRAGMA user_version=1");
            run(connection, "INSERT INTO conversation (id, conversation) VALUES (1, zeroblob(16))");
            run(connection,
                    "INSERT INTO log VALUES (1, 1, zeroblob(32), zeroblob(32), zeroblob(8), 1, 5, zeroblob(32),"
                            + " zeroblob(32), 1, 5, 0)");
            insert(connection, text, 1, "kept", true);
            insert(connection, offer, 2, null, true);
            insert(connection, identity, 3, null, true);
            insert(connection, noText, 4, null, true);
            insert(connection, gone, 5, null, false);
        }
        try (Database database = Database.open(file)) {
            var timelines = new Timelines(database, Identity.generate().fingerprint());
            assertEquals(List.of(text, offer), timelines.newest(ROOM, null, 10));
            assertEquals(2, timelines.overviews(10).getFirst().unread());
        }
        assertTrue(Files.exists(folder.resolve("history.db.before-2")));
    }

    @Test
    void thatALongHistoryIsOfAnEarlierVersionIsKnownBeforeItIsOpened() throws IOException {
        Path file = folder.resolve("history.db");
        assertFalse(ProfileDatabase.takesLong(file), "a new profile");
        Database.open(file).close();
        grow(file, ProfileDatabase.TAKES_LONG_BYTES);
        assertFalse(ProfileDatabase.takesLong(file), "of this version");
        setVersion(file, 10);
        assertTrue(ProfileDatabase.takesLong(file));
        grow(file, ProfileDatabase.TAKES_LONG_BYTES - 1);
        assertFalse(ProfileDatabase.takesLong(file), "short");
    }

    private static void grow(Path file, long bytes) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(bytes);
        }
    }

    /// Where SQLite keeps it.
    private static void setVersion(Path file, int version) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(60);
            open.writeInt(version);
        }
    }

    @Test
    void theSearchOfVersion11FindsThePresentTextOfWhatWasEditedBefore() throws Exception {
        Path file = folder.resolve("history.db");
        Author max = Author.of(ROOM, 1);
        Entry text = max.text("heron");
        Entry plain = max.text("plain");
        var edits = new ArrayList<Entry>();
        for (int i = 1; i <= Edit.COUNTED_MAX + 1; i++) {
            String word = i == Edit.COUNTED_MAX ? "stork" : i > Edit.COUNTED_MAX ? "late" : "swan";
            edits.add(max.write(10 + i, EntryKind.EDIT, new Edit(text.reference(), word, Set.of()).toBody()));
        }
        try (Database database = Database.open(file)) {
            EntryStore entries = SqliteChat.stores(database).entries();
            entries.add(List.of(text, plain), 2, EntryStore.Durability.BATCHED);
            entries.add(edits, 100, EntryStore.Durability.BATCHED);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            try (var sql = connection.createStatement()) {
                LaterSchema.dropAbove10(sql);
            }
            run(connection, "DROP TABLE entry_text; CREATE VIRTUAL TABLE entry_text USING fts5(text, content='');");
            run(connection, "PRAGMA user_version=10");
        }
        try (Database database = Database.open(file)) {
            EntryStore entries = SqliteChat.stores(database).entries();
            assertEquals(List.of(text), entries.search(ROOM, "st", 5));
            assertEquals(List.of(plain), entries.search(ROOM, "plain", 5));
            for (String word : List.of("heron", "swan", "late")) {
                assertEquals(List.of(), entries.search(ROOM, word, 5), word);
            }
        }
    }

    @Test
    void whatWasSavedBeforeVersion24GetsItsPlaceAndWhatIsNotHereLeavesTheList() throws Exception {
        Path file = folder.resolve("history.db");
        Author max = Author.of(ROOM, 1);
        Entry first = max.text("first");
        Entry second = max.text("second");
        try (Database database = Database.open(file)) {
            SqliteChat.stores(database).entries().add(List.of(first, second), 2, EntryStore.Durability.BATCHED);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            run(connection, "DROP TABLE saved; DROP TABLE heard; DROP INDEX entry_box;"
                    + " DROP INDEX entry_receipt; DROP INDEX act_written_again; DROP TABLE name_card");
            run(connection, "DROP INDEX act_pin_of_person; DROP INDEX act_pin_of_message;"
                    + " CREATE INDEX act_pin ON act (conversation)");
            run(connection, "ALTER TABLE draft DROP COLUMN target; ALTER TABLE draft DROP COLUMN change");
            run(connection, "CREATE TABLE saved (place INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE) STRICT");
            run(connection, "INSERT INTO saved (id) VALUES (x'" + second.id().hex() + "'), (zeroblob(16)), (x'"
                    + first.id().hex() + "')");
            run(connection, LaterSchema.DROP_ABOVE_31 + "PRAGMA user_version=23");
        }
        try (Database database = Database.open(file)) {
            assertEquals(List.of(Place.of(first), Place.of(second)), new SqliteSaved(database).all());
        }
    }

    @Test
    void receiptsOfVersion28AreFoundByTheirBoxInVersion29() throws Exception {
        Path file = folder.resolve("history.db");
        Author max = Author.of(ConversationId.direct(ANN, BOB), 1);
        var box = new Reference(max.fingerprint(), 1, 1, 0x0abcdef012345678L);
        byte[] body = new HandInReceipt(EntryId.of(new byte[EntryId.BYTES]), box, null, Instant.EPOCH, false, 1)
                .toBody();
        Entry receipt = max.write(1, EntryKind.HAND_IN_RECEIPT, body);
        Entry broken = max.write(2, EntryKind.HAND_IN_RECEIPT, new byte[]{'{', 0});
        try (Database database = Database.open(file)) {
            EntryStore entries = SqliteChat.stores(database).entries();
            entries.rememberDirect(max.key().conversation(), BOB);
            entries.add(List.of(receipt, broken), 2, EntryStore.Durability.BATCHED);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            run(connection, "DROP INDEX entry_receipt; DROP INDEX act_written_again;"
                    + " DROP TABLE name_card; PRAGMA user_version=28;" + LaterSchema.DROP_ABOVE_31);
        }
        try (Database database = Database.open(file)) {
            List<Written> found = new HandInEntries(database).receipts(max.fingerprint(), Set.of(box),
                    _ -> Standing.MEMBER);
            assertEquals(List.of(new Written(BOB, receipt)), found);
        }
    }

    @Test
    void aDatabaseOfVersion29KeepsCardsInVersion30() throws Exception {
        Path file = folder.resolve("history.db");
        Database.open(file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            run(connection, LaterSchema.DROP_ABOVE_31 + "DROP TABLE name_card; PRAGMA user_version=29");
        }
        var card = new Kept(NameCard.signed(Identity.generate(), new PeerName("Ada"), 1), true);
        try (Database database = Database.open(file)) {
            SqliteChat.stores(database).cards().put(card);
            assertEquals(1, SqliteChat.stores(database).cards().all().size());
        }
    }

    @Test
    void h80_aMigrationThatIsInterruptedLeavesTheFileAsItWas() throws Exception {
        Path fresh = folder.resolve("fresh.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + fresh)) {
            run(connection, "CREATE TABLE log (x)"); // the script's own table of that name fails half-way
            assertThrows(SQLException.class, () -> Migrations.apply(connection, fresh, _ -> {}));
            try (Statement sql = connection.createStatement();
                    ResultSet row = sql.executeQuery(
                            "SELECT count(*), (SELECT user_version FROM pragma_user_version) FROM sqlite_schema")) {
                assertEquals(1, row.getInt(1));
                assertEquals(0, row.getInt(2));
            }
        }
    }

    @Test
    void h79_aFileOfANewerVersionIsLeftAsItIs() throws Exception {
        Path file = folder.resolve("history.db");
        Database.open(file).close();
        setVersion(file, 999);
        byte[] before = Files.readAllBytes(file);
        IOException refused = assertThrows(IOException.class,
                () -> ProfileDatabase.open(file, DatabaseLocation.LOCAL, true));
        assertTrue(refused.getMessage().contains("newer"));
        assertArrayEquals(before, Files.readAllBytes(file));
        try (var all = Files.list(folder)) {
            assertEquals(List.of(file), all.toList(), "nothing is set aside, and no copy made");
        }
    }

    /// It was written anew in the form of this version, without what that does not know.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void h79_aDamagedFileOfANewerVersionIsLeftAsItIs(boolean wasMetInUse) throws Exception {
        Path file = folder.resolve("history.db");
        Database.open(file).close();
        setVersion(file, 999);
        byte[] before = Files.readAllBytes(file);
        if (wasMetInUse) {
            Files.createFile(folder.resolve("history.db.damaged"));
        } else {
            Arrays.fill(before, before.length / 2, before.length, (byte) 7);
            Files.write(file, before);
        }
        IOException refused = assertThrows(IOException.class,
                () -> ProfileDatabase.open(file, DatabaseLocation.LOCAL, true));
        assertTrue(refused.getMessage().contains("newer"), refused.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(wasMetInUse, Files.exists(folder.resolve("history.db.damaged")));
    }

    @Test
    void h79_aFileThatIsNoDatabaseIsNotTouched() throws IOException {
        Path other = folder.resolve("photo.db");
        byte[] photo = new byte[8_192];
        Arrays.fill(photo, (byte) 7);
        Files.write(other, photo);
        assertThrows(IOException.class, () -> Database.open(other));
        assertArrayEquals(photo, Files.readAllBytes(other));
    }
}
