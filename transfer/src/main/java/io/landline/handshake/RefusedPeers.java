package io.landline.handshake;

import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.room.Room;
import java.util.List;

/// Remembers with whom no room came about, so that nobody is tried again by itself until something changed that could make a difference:
/// the peer's run, its rooms, or our rooms and keys (design.md §5). What the user asks for does not ask here. Any thread.
public final class RefusedPeers {
    /// As many as the presence table has rows (design.md §10); the oldest goes first, and is then tried once more.
    public static final int MAX = 1_024;

    /// After a refusal: the peer's run and rooms, and our own rooms, as they were when the attempt began.
    public void refused(Fingerprint peer, long run, List<RoomListing> theirRooms, List<Room> ourRooms) {
        throw new UnsupportedOperationException();
    }

    /// After a room was joined after all.
    public void joined(Fingerprint peer) {
        throw new UnsupportedOperationException();
    }

    /// Whether an attempt could end otherwise than the last one. The rooms must come from the same source as those of [#refused]: a
    /// presence packet has fewer than a hello.
    public boolean worthTrying(Fingerprint peer, long run, List<RoomListing> theirRooms, List<Room> ourRooms) {
        throw new UnsupportedOperationException();
    }
}
