package io.landline.node.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.node.room.OwnRooms;
import io.landline.node.shelf.OwnShelves.Outcome;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore.Origin;
import io.landline.room.StretchedKey;
import io.landline.shelf.Shelf;
import io.landline.shelf.ShelfFrames;
import io.landline.shelf.ShelfId;
import io.landline.storage.choices.SqliteShelves;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.trust.SqliteTrust;
import io.landline.testing.StoppedThread;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Shelves that are opened while something else happens.
class OwnShelvesTest extends DatabaseTest {
    private static final Room ROOM = Room.restored(new RoomName("class"), RoomKey.of("amber fox piano river"),
            StretchedKey.of(new byte[StretchedKey.BYTES]));

    private OwnRooms rooms;
    private SqliteShelves store;
    private OwnShelves shelves;

    @BeforeEach
    void join() {
        rooms = new OwnRooms(new SqliteTrust(database, null), InstantSource.system());
        rooms.add(ROOM, Origin.MADE_HERE, true);
        store = new SqliteShelves(database);
        shelves = new OwnShelves(store, rooms, id -> id);
    }

    private Outcome add(String title) {
        return shelves.add(new Shelf(ShelfId.random(), ROOM.id(), title, folder), Instant.EPOCH).outcome();
    }

    /// Wishes that meet while the disk is busy, and how they end.
    private List<Outcome> atOnce(String... titles) throws InterruptedException {
        var outcomes = Collections.synchronizedList(new ArrayList<Outcome>());
        var stored = new CountDownLatch(1);
        Thread writer = Thread.ofPlatform().start(() -> database.write(Durability.BATCHED, _ -> await(stored)));
        StoppedThread.await(writer);
        var threads = new ArrayList<Thread>();
        for (String title : titles) threads.add(Thread.ofPlatform().start(() -> outcomes.add(add(title))));
        threads.forEach(StoppedThread::await);
        stored.countDown();
        writer.join();
        for (Thread each : threads) each.join();
        return outcomes.stream().sorted().toList();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    @Test
    void twoWishesForOneShelfAtOnceAreOneShelf() throws InterruptedException {
        assertEquals(List.of(Outcome.OPENED, Outcome.OPEN_BEFORE), atOnce("Notes", "Notes"));
        assertEquals(1, store.shelves().size());
    }

    @Test
    void thereAreNeverMoreThanMayBe() throws InterruptedException {
        for (int n = 1; n < ShelfFrames.SHELVES_MAX; n++) add("shelf " + n);
        assertEquals(List.of(Outcome.OPENED, Outcome.TOO_MANY), atOnce("one", "another"));
        assertEquals(ShelfFrames.SHELVES_MAX, store.shelves().size());
    }

    @Test
    void aRoomThatWasLeftSinceItWasFoundGetsNone() {
        rooms.remove(ROOM);
        shelves.removeThoseOfLeftRooms();
        assertEquals(Outcome.ROOM_LEFT, add("Notes"));
        assertEquals(List.of(), store.shelves());
    }
}
