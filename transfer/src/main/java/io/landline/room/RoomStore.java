package io.landline.room;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the rooms of a profile are kept. What a method wrote is on the disk when it returns. Any thread, but not one
/// that must not wait for a disk.
public interface RoomStore {
    /// How a room came here. A made room has the words that others get; words that were typed may be mistyped.
    enum Origin { MADE_HERE, JOINED_BY_WORDS }

    /// A room, how and when it came here, and when somebody first proved its key to us; null as long as nobody has.
    record Kept(Room room, Origin origin, Instant joinedAt, @Nullable Instant confirmedAt) {}

    /// All that are kept, first joined first.
    List<Kept> rooms();

    /// Keeps a room; one that is kept already stays as it is.
    void keep(Room room, Origin origin, Instant joinedAt);

    /// Whether somebody has proved the key of a room to us, and is remembered for it; the room need not be kept.
    default boolean isProven(RoomId room) {
        return false;
    }

    /// Rooms that others continue, with the words that they had.
    default List<Room> retired() {
        return List.of();
    }

    /// Keeps a room that others continue.
    default void keepRetired(Room room) {
        throw new UnsupportedOperationException("no rooms of this kind");
    }

    /// Forgets a room with its key, with all proofs of it, and with what the user had chosen for it. One that is not
    /// kept changes nothing.
    ///
    /// @return brings back what the user had chosen for it, once it is kept again
    Runnable forget(RoomId room);
}
