package io.landline.node.room;

import io.landline.chat.Membership;
import io.landline.chat.words.WordsBook;
import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.handshake.BlockedPeers;
import io.landline.peer.Fingerprint;
import io.landline.room.Room;
import io.landline.room.RoomId;

/// Answers what conversations ask about our rooms and about blocked people. Any thread; waits at most for the disk.
public final class NodeMembership implements Membership {
    private final OwnRooms rooms;
    private final WordsBook book;
    private final BlockedPeers blocked;
    private final Standings standings;

    public NodeMembership(OwnRooms rooms, WordsBook book, BlockedPeers blocked, Standings standings) {
        this.rooms = rooms;
        this.book = book;
        this.blocked = blocked;
        this.standings = standings;
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
        // The user has said so (docs/protocol/handshake.md, "Open rooms"); until then see ChatEvents.directHeldBack.
        return standings.of(peer) == Standing.TRUSTED;
    }

    @Override
    public boolean isBlocked(Fingerprint person) {
        return blocked.contains(person);
    }
}
