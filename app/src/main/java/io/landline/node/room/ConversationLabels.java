package io.landline.node.room;

import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomId;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How events and windows name a conversation. Any thread; may read the database.
public final class ConversationLabels {
    private final OwnRooms rooms;
    private final UnaryOperator<RoomId> current;
    private final Function<ConversationId, @Nullable Fingerprint> directPeer;

    /// @param current the room in which one's conversation goes on; itself where it does not
    /// @param directPeer the other side of a direct conversation; null for any other one
    public ConversationLabels(OwnRooms rooms, UnaryOperator<RoomId> current,
            Function<ConversationId, @Nullable Fingerprint> directPeer) {
        this.rooms = rooms;
        this.current = current;
        this.directPeer = directPeer;
    }

    /// As `conversation` fields have it: `#room`, or the other's fingerprint.
    public String label(ConversationId conversation) {
        Room room = rooms.byId(conversation.asRoom());
        if (room == null) room = rooms.byId(current.apply(conversation.asRoom()));
        if (room != null) return rooms.conversation(room);
        Fingerprint peer = directPeer.apply(conversation);
        // a room that was left: its id, which only this user's programs see
        return peer == null ? conversation.hex() : peer.hex();
    }
}
