package io.landline.node.room;

import io.landline.chat.Membership;
import io.landline.chat.words.WordsBook;
import io.landline.handshake.BlockedPeers;
import io.landline.peer.Fingerprint;
import io.landline.room.Room;
import io.landline.room.RoomId;

/// Answers what conversations ask about our rooms and about blocked people. Any thread; waits at most for the disk.
public final class NodeMembership implements Membership {
    private final OwnRooms rooms;
    private final WordsBook book;
    private final BlockedPeers blocked;

    public NodeMembership(OwnRooms rooms, WordsBook book, BlockedPeers blocked) {
        this.rooms = rooms;
        this.book = book;
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
    public boolean isChosenFor(RoomId room, Fingerprint person) {
        return book.chosenFor(room).contains(person);
    }

    @Override
    public boolean goesAlong(RoomId retired, Fingerprint person) {
        return book.goesAlong(retired, person);
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
