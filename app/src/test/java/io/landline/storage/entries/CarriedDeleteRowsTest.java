package io.landline.storage.entries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.chat.Author;
import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Reference;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.CountedSteps;
import io.landline.storage.database.Database;
import io.landline.storage.database.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A delete names rooms that its own one continues, and only its author knows whether there are such rooms.
class CarriedDeleteRowsTest {
    private static final ConversationId HERE = room(100);

    @TempDir
    Path folder;
    private Database database;
    private EntryStore entries;
    private final Identity ada = Identity.generate();

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("history.db"));
        entries = SqliteChat.stores(database).entries();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static ConversationId room(int number) {
        byte[] id = new byte[ConversationId.BYTES];
        id[0] = (byte) number;
        return ConversationId.of(id);
    }

    private void store(Entry... run) {
        entries.add(List.of(run), 1, Durability.BATCHED);
    }

    private long count(String table) {
        return database.read(connection -> {
            try (var sql = connection.prepareStatement("SELECT count(*) FROM " + table)) {
                return Rows.first(sql, row -> row.getLong(1));
            }
        });
    }

    private Entry held(Entry entry) {
        long number = entry.header().number();
        return entries.range(entry.log(), number, number, false, Entry.SENT_BYTES_MAX).getFirst();
    }

    /// For what Ada wrote in other rooms, written in this one.
    private Entry delete(Entry... texts) {
        List<String> carried = Stream.of(texts)
                .map(text -> new Author(ada, text.header().conversation(), 9)
                        .write(1, EntryKind.DELETE, new Delete(text.reference(), List.of()).toBody()))
                .map(each -> Deletion.orNull(each).text())
                .toList();
        return new Author(ada, HERE, 3).write(7, EntryKind.DELETE,
                new Delete(texts[0].reference(), List.of(), carried).toBody());
    }

    @Test
    void h38_aDeleteThatNamesRoomsThatAreNotHereMakesNoRowOfThem() {
        Entry[] elsewhere = Stream.iterate(1, i -> i + 1)
                .limit(Delete.EARLIER_MAX)
                .map(i -> new Author(ada, room(i), 1).text("apple"))
                .toArray(Entry[]::new);
        store(delete(elsewhere));
        assertEquals(1, count("conversation"));
        assertEquals(1, count("act"), "what it names in its own room");
    }

    @Test
    void aRoomThatBeginsLaterIsStillReached() {
        Entry text = new Author(ada, room(1), 1).text("apple");
        Entry other = new Author(ada, room(1), 2).text("pear");
        Entry delete = delete(text, new Author(ada, room(2), 1).text("plum"));
        store(delete);
        store(text);
        store(other);
        assertNull(held(text).body());
        assertEquals(Deletion.in(room(1), delete), held(text).deletion());
        assertNotNull(held(other).body());
    }

    @Test
    void soIsOneThatBeginsWithAnEntryOfOurs() {
        var me = new Author(Identity.generate(), room(1), 5);
        Entry text = new Author(ada, room(1), 1).text("apple");
        store(delete(text));
        entries.append(room(1), me.fingerprint(), null, _ -> List.of(me.text("mine")));
        store(text);
        assertNull(held(text).body());
    }

    /// Anybody in an open room may begin direct conversations, and a history may hold a hundred thousand deletes.
    @Test
    void whatBeginsDoesNotLookAtDeletesOfOthers() {
        Entry first = new Author(ada, room(1), 1).text("apple");
        Entry second = new Author(ada, room(2), 1).text("pear");
        store(delete(new Author(ada, room(3), 1).text("plum")));
        long steps = steps(() -> store(first));
        var many = new Author(ada, HERE, 4);
        Reference gone = new Author(ada, HERE, 5).text("quince").reference();
        for (int i = 1; i <= 200; i++) {
            store(many.write(10 + i, EntryKind.DELETE, new Delete(gone, List.of()).toBody()));
        }
        assertEquals(steps, steps(() -> store(second)), 100);
    }

    /// The last one names what comes.
    private Entry namedByTheLastOfMany() {
        var many = new Author(ada, HERE, 4);
        Entry text = new Author(ada, room(1), 1).text("apple");
        for (int i = 1; i <= 2 * BegunRooms.DELETES_A_STEP; i++) {
            boolean isLast = i == 2 * BegunRooms.DELETES_A_STEP;
            Entry named = isLast ? text : new Author(ada, room(1), 10 + i).text("plum");
            String carried = Deletion.orNull(new Author(ada, room(1), 1_000 + i)
                    .write(1, EntryKind.DELETE, new Delete(named.reference(), List.of()).toBody())).text();
            store(many.write(10 + i, EntryKind.DELETE,
                    new Delete(named.reference(), List.of(), List.of(carried)).toBody()));
        }
        while (entries.obeyMore());
        return text;
    }

    /// A member may write a hundred thousand of them before, each with a signature to look at.
    @Test
    void h38_whatBeginsLooksAtFewOfManyDeletesThatNameItAtOnce() {
        Entry text = namedByTheLastOfMany();
        long before = count("act");
        store(text);
        assertEquals(before + BegunRooms.DELETES_A_STEP, count("act"));
        assertNotNull(held(text).body());
        while (entries.obeyMore());
        assertEquals(before + 2 * BegunRooms.DELETES_A_STEP, count("act"));
        assertNull(held(text).body());
        assertFalse(entries.obeyMore());
    }

    @Test
    void theRestIsLookedAtAfterARestartToo() throws IOException {
        Entry text = namedByTheLastOfMany();
        store(text);
        database.close();
        open();
        while (entries.obeyMore());
        assertNull(held(text).body());
        long rows = count("act");
        database.close();
        open();
        while (entries.obeyMore());
        assertEquals(rows, count("act"), "each once");
    }

    /// Of SQLite's machine.
    private long steps(Runnable what) {
        return CountedSteps.ofWrites(database, 1, what);
    }

    @Test
    void deletesOfAnEarlierVersionReachItToo() throws Exception {
        Entry text = new Author(ada, room(1), 1).text("apple");
        store(delete(text));
        var odd = new Author(ada, HERE, 4);
        int lamport = 20;
        for (String body : List.of("{\"earlier\":[1,null,\"x\",[\"y\"]]}", "{\"earlier\":\"x\"}", "{\"earlier\":", "[]",
                "\0")) {
            store(odd.write(lamport++, EntryKind.DELETE, body.getBytes(UTF_8)));
        }
        database.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"));
                var sql = connection.createStatement()) {
            sql.executeUpdate("DROP TABLE entry_elsewhere; DROP TABLE file_first; PRAGMA user_version=33");
        }
        open();
        store(text);
        assertNull(held(text).body());
    }

    @Test
    void aDeleteThatGoesLeavesNothingOfTheRoomsThatItNames() {
        Entry delete = delete(new Author(ada, room(1), 1).text("apple"), new Author(ada, room(2), 1).text("pear"));
        store(delete);
        assertEquals(2, count("entry_elsewhere"));
        entries.drop(delete.log());
        assertEquals(0, count("entry_elsewhere"));
    }

    /// As where the first that comes of a room are our own entries, from before the profile was restored.
    @Test
    void soIsOneThatBeginsWithANewLogOfOurs() {
        Entry text = new Author(ada, room(1), 1).text("apple");
        store(delete(text));
        entries.setOwnLog(room(1), 5);
        store(text);
        assertNull(held(text).body());
        assertEquals(5L, entries.ownLog(room(1)));
    }
}
