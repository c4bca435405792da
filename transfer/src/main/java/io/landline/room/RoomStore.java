package io.landline.room;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the rooms of a profile are kept. What a method wrote is on the disk when it returns. Any thread, but not one
/// that must not wait for a disk.
public interface RoomStore {
    /// A room, when this node joined it, and when somebody first proved its key to us; null as long as nobody has.
    record Kept(Room room, Instant joinedAt, @Nullable Instant confirmedAt) {}

    /// All that are kept, first joined first.
    List<Kept> rooms();

    /// Keeps a room; one that is kept already stays as it is.
    void keep(Room room, Instant joinedAt);

    /// Forgets a room with its key and with all proofs of it. One that isn't kept changes nothing.
    void forget(RoomId room);
}
