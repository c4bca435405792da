package io.landline.chat;

import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;
import java.util.function.Predicate;

/// Rooms with keys, some of which go on with other words.
///
/// @param retired which
public record RetiredRooms(Predicate<RoomId> retired) implements Membership {
    @Override
    public boolean isOpen(RoomId room) {
        return EqualRooms.KEYED.isOpen(room);
    }

    @Override
    public boolean isRetired(RoomId room) {
        return retired.test(room);
    }

    @Override
    public boolean takesDirectFromOpenRooms(Fingerprint peer) {
        return EqualRooms.KEYED.takesDirectFromOpenRooms(peer);
    }

    @Override
    public boolean isBlocked(Fingerprint person) {
        return EqualRooms.KEYED.isBlocked(person);
    }
}
