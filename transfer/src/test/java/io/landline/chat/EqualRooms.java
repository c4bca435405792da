package io.landline.chat;

import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;

/// All rooms are alike, and nobody is blocked: for tests that ask no more of a node.
public enum EqualRooms implements Membership {
    KEYED, OPEN;

    @Override
    public boolean isOpen(RoomId room) {
        return this == OPEN;
    }

    @Override
    public boolean takesDirectFromOpenRooms(Fingerprint peer) {
        return false;
    }

    @Override
    public boolean isBlocked(Fingerprint person) {
        return false;
    }
}
