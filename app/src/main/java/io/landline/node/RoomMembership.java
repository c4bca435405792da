package io.landline.node;

import io.landline.chat.Membership;
import io.landline.handshake.BlockedPeers;
import io.landline.peer.Fingerprint;
import io.landline.room.Room;
import io.landline.room.RoomId;

/// Answers what conversations ask about our rooms and about blocked people. Any thread; waits for nothing.
final class RoomMembership implements Membership {
    private final OwnRooms rooms;
    private final BlockedPeers blocked;

    RoomMembership(OwnRooms rooms, BlockedPeers blocked) {
        this.rooms = rooms;
        this.blocked = blocked;
    }

    @Override
    public boolean isOpen(RoomId id) {
        Room room = rooms.byId(id);
        return room != null && room.open();
    }

    @Override
    public boolean isRetired(RoomId id) {
        return rooms.isRetired(id);
    }

    @Override
    public boolean takesDirectFromOpenRooms(Fingerprint peer) {
        return false; // never (docs/protocol/handshake.md, "Open rooms"); see ChatEvents.directHeldBack
    }

    @Override
    public boolean isBlocked(Fingerprint person) {
        return blocked.contains(person);
    }
}
