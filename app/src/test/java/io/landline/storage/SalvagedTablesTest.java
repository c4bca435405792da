package io.landline.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.chat.Author;
import io.landline.chat.BudgetStore.Account;
import io.landline.chat.BudgetStore.Purpose;
import io.landline.chat.BudgetStore.Spent;
import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.act.Delete;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.DatabaseFiles.Found;
import io.landline.storage.database.DatabaseLocation;
import io.landline.storage.database.Rows;
import io.landline.storage.entries.SearchBefore;
import io.landline.testing.Seed;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is saved of the small tables of a damaged database (H79). What is saved of the messages is `SalvageTest`'s.
class SalvagedTablesTest {
    private static final int PAGE = 4_096;
    private static final int PEOPLE = 1_000;

    @TempDir
    Path folder;
    private Path file;
    private Random random;

    @BeforeEach
    void name() {
        random = Seed.random("SalvagedTablesTest");
        file = folder.resolve("history.db");
    }

    private byte[] random(int bytes) {
        byte[] some = new byte[bytes];
        random.nextBytes(some);
        return some;
    }

    private Database salvaged() throws IOException {
        Files.write(folder.resolve("history.db.damaged"), new byte[0]);
        ProfileDatabase.Opened opened = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true);
        assertEquals(Found.DAMAGED, opened.found());
        return opened.database();
    }

    private static int count(Database database, String table) {
        return database.<Integer>read(connection -> {
            try (Statement sql = connection.createStatement();
                    ResultSet row = sql.executeQuery("SELECT count(*) FROM " + table)) {
                return row.getInt(1);
            }
        });
    }

    /// Its key begins with a number. Nothing of it was read, and everybody could bring as much again on that day.
    @Test
    void h79_whatWasSpentOfTodaysBudgetStaysSpent() throws Exception {
        Map<Account, Spent> spent = Map.of(new Account(Fingerprint.of(random(Fingerprint.BYTES)), Purpose.OWN),
                new Spent(7, 8, 9));
        try (Database database = Database.open(file)) {
            SqliteChat.stores(database).budgets().save(20_000, spent);
        }
        try (Database database = salvaged()) {
            assertEquals(spent, SqliteChat.stores(database).budgets().spent(20_000));
        }
    }

    /// The times of receipts come and go, and are numbered on: their numbers outgrow the file.
    @Test
    void h79_rowsWithNumbersAboveTheSizeOfTheFileAreSaved() throws Exception {
        try (Database database = Database.open(file)) {
            database.write(Durability.FULL, connection -> {
                for (int i = 0; i < 3; i++) {
                    Rows.update(connection, "INSERT INTO receipt_time (place, conversation, log, peer, read, number,"
                            + " at) VALUES (?, ?, ?, ?, 1, 1, 7)", 900_000_000L + i, random(16), random(8), random(32));
                }
                return true;
            });
        }
        try (Database database = salvaged()) {
            assertEquals(3, count(database, "receipt_time"));
        }
    }

    /// The index of before is not saved, and nothing may be looked for in it.
    @Test
    void h79_aSearchThatWasBeingRenewedIsWholeAgain() throws Exception {
        Author author = Author.of(ConversationId.of(random(ConversationId.BYTES)), 1);
        try (Database database = Database.open(file)) {
            SqliteChat.stores(database).entries().add(author.texts(PEOPLE), PEOPLE, EntryStore.Durability.BATCHED);
        }
        SearchBefore.make(file);
        try (Database database = Database.open(file)) {
            assertEquals(1, count(database, "search_renewal"));
        }
        try (Database database = salvaged()) {
            assertEquals(0, count(database, "search_renewal"));
            Entry last = author.texts(1).getFirst();
            SqliteChat.stores(database).entries().add(List.of(last), PEOPLE + 1, EntryStore.Durability.BATCHED);
            assertEquals(PEOPLE + 1, count(database, "entry_text WHERE entry_text MATCH '\"text\"*'"));
        }
    }

    /// Which rooms deletes name is found out anew from the deletes.
    @Test
    void h79_aRoomThatBeginsLaterIsStillReachedByADelete() throws Exception {
        ConversationId earlier = ConversationId.of(random(ConversationId.BYTES));
        Identity ada = Identity.generate();
        Entry apple = new Author(ada, earlier, 1).text("apple");
        String carried = Objects.requireNonNull(Deletion.orNull(new Author(ada, earlier, 9).write(1, EntryKind.DELETE,
                new Delete(apple.reference(), List.of()).toBody()))).text();
        Entry delete = new Author(ada, ConversationId.of(random(ConversationId.BYTES)), 1).write(7, EntryKind.DELETE,
                new Delete(apple.reference(), List.of(), List.of(carried)).toBody());
        try (Database database = Database.open(file)) {
            SqliteChat.stores(database).entries().add(List.of(delete), 7, EntryStore.Durability.BATCHED);
        }
        try (Database database = salvaged()) {
            EntryStore entries = SqliteChat.stores(database).entries();
            entries.add(List.of(apple), 1, EntryStore.Durability.BATCHED);
            assertNull(entries.range(apple.log(), 1, 1, false, Entry.SENT_BYTES_MAX).getFirst().body());
        }
    }

    /// Its key does not begin with its first column, so it was read by its index.
    @Test
    void h79_aDamagedIndexOfProofsCostsNothing() throws Exception {
        try (Database database = Database.open(file)) {
            database.write(Durability.FULL, connection -> {
                for (int i = 0; i < PEOPLE; i++) {
                    byte[] key = random(32);
                    byte[] fingerprint = Fingerprint.ofPublicKey(key).bytes();
                    Rows.update(connection, "INSERT INTO peer (fingerprint, public_key, first_met, last_met)"
                            + " VALUES (?, ?, 1, 1)", fingerprint, key);
                    Rows.update(connection, "INSERT INTO proof (room, fingerprint) VALUES (?, ?)", random(16),
                            fingerprint);
                }
                return true;
            });
        }
        damageOnePageOf("proof_room");
        try (Database database = salvaged()) {
            assertEquals(PEOPLE, count(database, "peer"));
            assertEquals(PEOPLE, count(database, "proof"));
        }
    }

    private void damageOnePageOf(String index) throws SQLException, IOException {
        int page;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT pageno FROM dbstat WHERE name = '" + index
                        + "' AND pagetype = 'leaf' LIMIT 1 OFFSET 3")) {
            page = row.getInt(1);
        }
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek((page - 1L) * PAGE);
            out.write(random(PAGE));
        }
    }
}
