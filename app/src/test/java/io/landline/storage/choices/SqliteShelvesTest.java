package io.landline.storage.choices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.room.RoomId;
import io.landline.shelf.Shelf;
import io.landline.shelf.ShelfId;
import io.landline.shelf.ShelfRules.Asked;
import io.landline.shelf.TakeId;
import io.landline.storage.choices.SqliteShelves.Wish;
import io.landline.storage.database.Database;
import io.landline.storage.database.Rows;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is kept of shelves.
class SqliteShelvesTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);
    private static final Fingerprint ADA = Fingerprint.of(new byte[Fingerprint.BYTES]);
    private static final RoomId ROOM = RoomId.of(new byte[RoomId.BYTES]);

    @TempDir
    Path dir;
    private Database database;
    private SqliteShelves store;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(dir.resolve("history.db"));
        store = new SqliteShelves(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void shelvesAreReadAsTheyWereOpened() {
        var later = new Shelf(ShelfId.random(), ROOM, "Später", dir.resolve("b"));
        var first = new Shelf(ShelfId.random(), ROOM, "Photos", dir.resolve("a"));
        store.add(later, NOW.plusSeconds(1));
        store.add(first, NOW);
        assertEquals(List.of(first, later), store.shelves());
        store.remove(first.id());
        assertEquals(List.of(later), store.shelves());
    }

    @Test
    void aFolderWithANameThatIsNoTextIsTheSameWhenItIsRead() {
        Path folder = Path.of(URI.create(dir.toUri() + "worksheets%FF"));
        var shelf = new Shelf(ShelfId.random(), ROOM, "Worksheets", folder);
        store.add(shelf, NOW);
        assertEquals(List.of(shelf), store.shelves());
    }

    /// As one of Linux is under Windows, where a profile is carried on a stick. The history was taken for damaged.
    @Test
    void aShelfWithAFolderThatThisSystemCannotSpellIsLeftOutAndIsNoDamage() {
        var isDamaged = new AtomicBoolean();
        database.whenDamaged(() -> isDamaged.set(true));
        var shelf = new Shelf(ShelfId.random(), ROOM, "Photos", dir.resolve("a"));
        store.add(shelf, NOW);
        store.add(new Shelf(ShelfId.random(), ROOM, "Carried", dir.resolve("b")), NOW.plusSeconds(1));
        database.write(Database.Durability.FULL, connection -> Rows.update(connection,
                "UPDATE shelf SET folder=? WHERE title='Carried'", "/in\0valid"));
        assertEquals(List.of(shelf), store.shelves());
        assertFalse(isDamaged.get());
    }

    @Test
    void aWishIsKeptUntilItIsAnsweredOrOld() {
        var wish = new Wish(ADA, new Asked(List.of(new Asked.Item("a.txt", false, 3), new Asked.Item("b c", true, 0))),
                List.of("*.jpg"));
        var take = TakeId.random();
        store.ask(take, wish, NOW);
        assertEquals(wish, store.asked(take));
        store.forgetBefore(NOW);
        assertEquals(wish, store.asked(take));
        store.forgetBefore(NOW.plusMillis(1));
        assertNull(store.asked(take));
        store.ask(take, wish, NOW);
        store.answered(take);
        assertNull(store.asked(take));
    }

    private List<Asked.Item> itemsOf(String noted) {
        var take = TakeId.random();
        store.ask(take, new Wish(ADA, new Asked(List.of()), List.of()), NOW);
        database.write(Database.Durability.FULL, connection -> Rows.update(connection,
                "UPDATE shelf_asked SET asked=? WHERE take=x'" + take.hex() + "'", noted));
        return store.asked(take).asked().items();
    }

    /// Else what comes of it waits for a person, who is told that it is not what was asked for.
    @Test
    void aWishOfAVersionThatNotedNamesAndNumbersIsReadAsWhatItSays() {
        assertEquals(List.of(new Asked.Item("a.txt", false, 3)),
                itemsOf("{\"names\":[\"a.txt\"],\"files\":1,\"bytes\":3,\"folders\":0,\"only\":[]}"));
        assertEquals(List.of(new Asked.Item("b", true, 0), new Asked.Item("", true, 0)),
                itemsOf("{\"names\":[\"b\"],\"files\":0,\"bytes\":0,\"folders\":2,\"only\":[]}"));
        for (String unsure : List.of(
                "{\"names\":[\"a\",\"b\"],\"files\":1,\"bytes\":3,\"folders\":1,\"only\":[]}",
                "{\"names\":[\"a\",\"b\"],\"files\":2,\"bytes\":3,\"folders\":0,\"only\":[]}",
                "{\"names\":[\"a\",\"b\"],\"files\":0,\"bytes\":0,\"folders\":1,\"only\":[]}")) {
            assertEquals(List.of(), itemsOf(unsure));
        }
    }

    @Test
    void ofTooManyWishesTheOldestGoes() {
        var wish = new Wish(ADA, new Asked(List.of(new Asked.Item("", true, 0))), List.of());
        var first = TakeId.random();
        store.ask(first, wish, NOW);
        for (int i = 1; i < SqliteShelves.ASKED_MAX; i++) store.ask(TakeId.random(), wish, NOW.plusMillis(i));
        assertEquals(wish, store.asked(first));
        store.ask(TakeId.random(), wish, NOW.plusSeconds(10));
        assertNull(store.asked(first));
    }

    @Test
    void whatAMemberWasGivenIsCountedSinceAnyTime() {
        var other = new byte[Fingerprint.BYTES];
        other[0] = 1;
        store.given(new EntryId(0, 1), ADA, 10, NOW);
        store.given(new EntryId(0, 2), ADA, 5, NOW.plusSeconds(60));
        store.given(new EntryId(0, 3), Fingerprint.of(other), 7, NOW);
        assertEquals(15, store.givenSince(ADA, NOW).files());
        assertEquals(List.of(new EntryId(0, 2)), store.givenSince(ADA, NOW.plusSeconds(1)).offers());
        store.forgetBefore(NOW.plusSeconds(1));
        assertEquals(5, store.givenSince(ADA, NOW).files());
    }
}
