package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.NodeOptions.RequestedRoom;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore;
import io.landline.room.StretchedKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnRoomsTest {
    /// Keeps rooms in memory, in order.
    private static final class MemoryRooms implements RoomStore {
        final List<Kept> kept = new ArrayList<>();

        @Override
        public List<Kept> rooms() {
            return List.copyOf(kept);
        }

        @Override
        public void keep(Room room, Instant joinedAt) {
            if (kept.stream().noneMatch(each -> each.room().equals(room))) kept.add(new Kept(room, joinedAt, null));
        }

        @Override
        public void forget(RoomId room) {
            kept.removeIf(each -> each.room().id().equals(room));
        }
    }

    private final MemoryRooms store = new MemoryRooms();
    private final OwnRooms rooms = new OwnRooms(store);

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
        rooms.add(first, true);
        rooms.add(second, true);
        assertEquals("#class", rooms.conversation(first));
        assertTrue(rooms.conversation(second).startsWith("#Class~" + second.id().hex().substring(0, 2)),
                rooms.conversation(second));
        assertEquals(first, rooms.find("#class").orElseThrow());
        assertEquals(second, rooms.find(rooms.conversation(second)).orElseThrow());
    }

    @Test
    void anOpenRoomSaysSoInItsLabelAndNotInItsConversation() {
        Room open = Room.open(new RoomName("lobby"));
        rooms.add(open, true);
        assertEquals("#lobby (open)", rooms.label(open));
        assertEquals("#lobby", rooms.conversation(open));
        assertEquals(open, rooms.find("#lobby (open)").orElseThrow());
        assertEquals(open, rooms.find("room:lobby").orElseThrow());
    }

    @Test
    void theSameRoomAgainIsTheSameRoom() {
        assertTrue(rooms.add(room("class", 1), true));
        assertFalse(rooms.add(room("class", 1), true));
        assertEquals(1, store.kept.size());
    }

    @Test
    void aRoomForThisRunAloneIsNotKept() {
        rooms.add(room("class", 1), false);
        assertTrue(store.kept.isEmpty());
        assertEquals(1, rooms.all().size());
    }

    @Test
    void aRoomWithoutItsKeyIsFoundInTheProfileOrAskedFor() throws NodeException {
        rooms.add(room("class", 1), true);
        rooms.addWishes(List.of(new RequestedRoom(new RoomName("class"), false, null)), false);
        assertEquals(1, rooms.all().size());
        NodeException refused = assertThrows(NodeException.class,
                () -> rooms.addWishes(List.of(new RequestedRoom(new RoomName("other"), false, null)), false));
        assertEquals(NodeException.Kind.USAGE, refused.kind());
    }

    @Test
    void aLeftRoomIsForgotten() {
        Room room = room("class", 1);
        rooms.add(room, true);
        rooms.remove(room);
        assertTrue(store.kept.isEmpty());
        assertTrue(rooms.find("#class").isEmpty());
    }
}
