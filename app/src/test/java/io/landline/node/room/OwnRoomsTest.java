package io.landline.node.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore;
import io.landline.room.RoomStore.Origin;
import io.landline.room.StretchedKey;
import io.landline.testing.Patience;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OwnRoomsTest {
    private static final InstantSource CLOCK = InstantSource.system();

    /// Keeps rooms in memory, in order.
    private static final class MemoryRooms implements RoomStore {
        final List<Kept> kept = new ArrayList<>();
        final Set<RoomId> proven = new HashSet<>();
        Runnable writing = () -> {};

        @Override
        public List<Kept> rooms() {
            return List.copyOf(kept);
        }

        @Override
        public boolean isProven(RoomId room) {
            return proven.contains(room);
        }

        @Override
        public void keep(Room room, Origin origin, Instant joinedAt) {
            writing.run();
            if (kept.stream().anyMatch(each -> each.room().equals(room))) return;
            kept.add(new Kept(room, origin, joinedAt, null));
        }

        @Override
        public Runnable forget(RoomId room) {
            writing.run();
            kept.removeIf(each -> each.room().id().equals(room));
            return writing;
        }
    }

    private final MemoryRooms store = new MemoryRooms();
    private final OwnRooms rooms = new OwnRooms(store, CLOCK);

    /// A room of this name whose stretched key is made of one number: quick, and different for each.
    private static Room room(String name, int number) {
        byte[] stretched = new byte[StretchedKey.BYTES];
        stretched[0] = (byte) number;
        return Room.restored(new RoomName(name), RoomKey.of("words " + number), StretchedKey.of(stretched));
    }

    @Test
    void h31_twoRoomsOfOneNameAreToldApartByTheirIds() {
        Room first = room("class", 1);
        Room second = room("Class", 2);
        rooms.add(first, Origin.JOINED_BY_WORDS, true);
        rooms.add(second, Origin.JOINED_BY_WORDS, true);
        assertEquals("#class", rooms.conversation(first));
        assertTrue(rooms.conversation(second).startsWith("#Class~" + second.id().hex().substring(0, 2)),
                rooms.conversation(second));
        assertEquals(first, rooms.find("#class").orElseThrow());
        assertEquals(second, rooms.find(rooms.conversation(second)).orElseThrow());
    }

    @Test
    void aRoomThatWasNotKeptIsConfirmedByWhoProvedItBefore() {
        Room proven = room("class", 1);
        Room other = room("club", 2);
        store.proven.add(proven.id());
        rooms.add(proven, Origin.JOINED_BY_WORDS, false);
        rooms.add(other, Origin.JOINED_BY_WORDS, false);
        assertTrue(rooms.isConfirmed(proven));
        assertFalse(rooms.isConfirmed(other));
    }

    @Test
    void aRoomKeepsItsHandleWhenTheFirstOfItsNameIsLeft() {
        Room first = room("class", 1);
        Room second = room("class", 2);
        rooms.add(first, Origin.JOINED_BY_WORDS, true);
        rooms.add(second, Origin.JOINED_BY_WORDS, true);
        String handle = rooms.conversation(second);
        OwnRooms.Left left = rooms.remove(first);
        assertEquals(handle, rooms.conversation(second));
        rooms.restore(left);
        assertEquals(List.of("#class", handle), List.of(rooms.conversation(first), rooms.conversation(second)));
        rooms.remove(first);
        rooms.goOn(second, room("class", 3), Origin.MADE_HERE);
        assertEquals("#class", rooms.conversation(room("class", 3)), "it is the only one of its name");
    }

    @Test
    void theHandleOfAnEarlierRunStillFindsItsRoom() {
        rooms.add(room("class", 1), Origin.JOINED_BY_WORDS, true);
        Room second = room("class", 2);
        rooms.add(second, Origin.JOINED_BY_WORDS, true);
        String handle = rooms.conversation(second);
        rooms.remove(room("class", 1));
        var later = new OwnRooms(store, CLOCK);
        assertEquals("#class", later.conversation(second));
        assertEquals(second, later.find(handle).orElseThrow());
        assertTrue(later.find("#class~" + room("class", 1).id().hex()).isEmpty());
    }

    @Test
    void correctedWordsHaveTheHandleOfTheMistypedOnes() {
        Room mistyped = room("class", 1);
        Room right = room("class", 2);
        rooms.add(mistyped, Origin.JOINED_BY_WORDS, true);
        rooms.add(room("other", 3), Origin.JOINED_BY_WORDS, true);
        rooms.correct(mistyped, right);
        assertEquals("#class", rooms.conversation(right));
        assertEquals(List.of(right, room("other", 3)), rooms.all());
        assertEquals(2, store.kept.size());
    }

    @Test
    void whoOnlyReadsWaitsForNoDisk() {
        Room first = room("class", 1);
        Room second = room("class", 2);
        Room open = Room.open(new RoomName("lobby"));
        store.writing = () -> CompletableFuture.runAsync(() -> {
            rooms.all();
            rooms.retired();
            rooms.conversation(first);
            rooms.confirm(open.id());
            rooms.isDoubtful(first);
        }).orTimeout(Patience.SECONDS, TimeUnit.SECONDS).join();
        rooms.add(first, Origin.MADE_HERE, true);
        OwnRooms.Left left = rooms.remove(first);
        rooms.restore(left);
        rooms.correct(first, second);
        rooms.forgetRetired(first.id());
        assertEquals(List.of(second), rooms.all());
    }

    @Test
    void correctedWordsKeepThePlainNameBesideASecondRoomOfIt() {
        Room mistyped = room("class", 1);
        rooms.add(mistyped, Origin.JOINED_BY_WORDS, true);
        rooms.add(room("class", 3), Origin.JOINED_BY_WORDS, true);
        rooms.correct(mistyped, room("class", 2));
        assertEquals("#class", rooms.conversation(room("class", 2)));
    }

    @Test
    void wordsThatChangeLeaveTheHandleAsItWas() {
        Room first = room("class", 1);
        rooms.add(first, Origin.JOINED_BY_WORDS, true);
        rooms.add(room("class", 2), Origin.JOINED_BY_WORDS, true);
        Room next = room("class", 3);
        rooms.goOn(first, next, Origin.MADE_HERE);
        assertEquals("#class", rooms.conversation(next));
    }

    @Test
    void anOpenRoomSaysSoInItsLabelAndNotInItsConversation() {
        Room open = Room.open(new RoomName("lobby"));
        rooms.add(open, Origin.JOINED_BY_WORDS, true);
        assertEquals("#lobby (open)", rooms.label(open));
        assertEquals("#lobby", rooms.conversation(open));
        assertEquals(open, rooms.find("#lobby (open)").orElseThrow());
        assertEquals(open, rooms.find("room:lobby").orElseThrow());
    }

    @Test
    void theSameRoomAgainIsTheSameRoom() {
        assertTrue(rooms.add(room("class", 1), Origin.JOINED_BY_WORDS, true));
        assertFalse(rooms.add(room("class", 1), Origin.JOINED_BY_WORDS, true));
        assertEquals(1, store.kept.size());
    }

    /// The stretched key of these is made up: a key that is stretched again would make another room.
    @Test
    void theKeyOfARoomThatIsHereIsNotStretchedAgain() throws NodeException {
        var requested = new RequestedRoom(new RoomName("CLASS"), false, "Words-1");
        rooms.add(room("class", 1), Origin.JOINED_BY_WORDS, true);
        rooms.addRequested(List.of(requested), false);
        assertEquals(List.of(room("class", 1)), rooms.all());
        rooms.goOn(room("class", 1), room("class", 2), Origin.MADE_HERE);
        rooms.addRequested(List.of(requested), false);
        assertEquals(List.of(room("class", 2)), rooms.all(), "nor that of a room that goes on with other words");
    }

    @Test
    void aRoomForThisRunAloneIsNotKept() {
        rooms.add(room("class", 1), Origin.JOINED_BY_WORDS, false);
        assertTrue(store.kept.isEmpty());
        assertEquals(1, rooms.all().size());
    }

    @Test
    void aRoomWithoutItsKeyIsFoundInTheProfileOrAskedFor() throws NodeException {
        rooms.add(room("class", 1), Origin.JOINED_BY_WORDS, true);
        rooms.addRequested(List.of(new RequestedRoom(new RoomName("class"), false, null)), false);
        assertEquals(1, rooms.all().size());
        NodeException refused = assertThrows(NodeException.class,
                () -> rooms.addRequested(List.of(new RequestedRoom(new RoomName("other"), false, null)), false));
        assertEquals(NodeException.Kind.USAGE, refused.kind());
    }

    @Test
    void aLeftRoomIsForgotten() {
        Room room = room("class", 1);
        rooms.add(room, Origin.JOINED_BY_WORDS, true);
        rooms.remove(room);
        assertTrue(store.kept.isEmpty());
        assertTrue(rooms.find("#class").isEmpty());
    }

    @Test
    void wordsThatWereTypedAreInDoubtUntilSomebodyProvesThem() {
        Room typed = room("class", 1);
        Room made = room("club", 2);
        Room open = Room.open(new RoomName("lobby"));
        rooms.add(typed, Origin.JOINED_BY_WORDS, true);
        rooms.add(made, Origin.MADE_HERE, true);
        rooms.add(open, Origin.JOINED_BY_WORDS, true);
        assertTrue(rooms.isDoubtful(typed));
        assertFalse(rooms.isDoubtful(made));
        assertFalse(rooms.isDoubtful(open));
        rooms.confirm(typed.id());
        assertFalse(rooms.isDoubtful(typed));
        assertFalse(new OwnRooms(store, CLOCK).isDoubtful(made), "also after a restart");
    }

    /// It would be one more room than the user sees asked for, and the profile in no room no more: what is asked for
    /// next would not be kept.
    @Test
    void ofRoomsThatCannotAllBeAddedNoneIs() throws Exception {
        var hall = new RequestedRoom(new RoomName("hall"), true, null);
        for (var wrong : List.of(new RequestedRoom(new RoomName("class"), false, null),
                new RequestedRoom(new RoomName("class"), false, "-"))) {
            assertThrows(NodeException.class, () -> rooms.addRequested(List.of(hall, wrong), true));
            assertEquals(List.of(), store.rooms());
            assertTrue(rooms.isInNone());
        }
        var again = new RequestedRoom(new RoomName("Hall"), false, null);
        rooms.addRequested(List.of(hall, again), true);
        assertEquals(1, store.rooms().size(), "the second names the first");
    }
}
