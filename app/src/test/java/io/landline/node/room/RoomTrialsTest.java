package io.landline.node.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.handshake.MemoryTrust;
import io.landline.node.port.Rooms.TrialResult;
import io.landline.node.port.Rooms.TrialWatcher;
import io.landline.peer.RoomName;
import io.landline.people.Person;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import io.landline.room.StretchedKey;
import io.landline.testing.Patience;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Something fails while words are tried.
@Timeout(Patience.SECONDS)
class RoomTrialsTest {
    private static final RuntimeException UNREADABLE = new IllegalStateException("unreadable");

    private final OwnRooms rooms = new OwnRooms(new MemoryTrust(), InstantSource.system());
    private final Room room = Room.restored(new RoomName("class"), RoomKey.of("amber fox piano river"),
            StretchedKey.of(new byte[StretchedKey.BYTES]));
    private final List<List<Room>> tried = new ArrayList<>();
    private final CompletableFuture<TrialResult> end = new CompletableFuture<>();

    private final RoomTrials.Network network = new RoomTrials.Network() {
        @Override
        public void tryRooms(List<Room> trials) {
            tried.add(trials);
        }

        @Override
        public void roomsChanged() {}
    };

    private final TrialWatcher watcher = new TrialWatcher() {
        @Override
        public void slowed() {}

        @Override
        public void ended(TrialResult result) {
            end.complete(result);
        }
    };

    private RoomTrials start(Supplier<List<Person>> people) {
        var trials = new RoomTrials(rooms, () -> Duration.ZERO, people);
        trials.start(room, null, watcher, network, _ -> {
            throw UNREADABLE;
        });
        return trials;
    }

    @Test
    void aTrialEndsAlsoWhereItsRoomCannotBeRead() throws Exception {
        start(List::of).proven(room.id());
        assertEquals(new TrialResult.Failed(UNREADABLE), end.get());
        assertEquals(List.of(room), rooms.all(), "its words were right");
        assertEquals(List.of(List.of(room), List.of()), tried, "nothing is tried any more");
    }

    @Test
    void aTrialEndsAlsoWhereNobodyKnowsWhoIsHere() throws Exception {
        start(() -> {
            throw UNREADABLE;
        });
        assertEquals(new TrialResult.Failed(UNREADABLE), end.get());
        assertEquals(List.of(List.of(room), List.of()), tried);
    }
}
