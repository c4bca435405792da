package io.landline.node;

import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How events and windows name a conversation. Any thread; may read the database.
final class ConversationLabels {
    private final OwnRooms rooms;
    private final Function<ConversationId, @Nullable Fingerprint> directPeer;

    /// @param directPeer the other side of a direct conversation; null for any other one
    ConversationLabels(OwnRooms rooms, Function<ConversationId, @Nullable Fingerprint> directPeer) {
        this.rooms = rooms;
        this.directPeer = directPeer;
    }

    /// As `conversation` fields have it: `#room`, or the other's fingerprint.
    String label(ConversationId conversation) {
        Room room = rooms.byId(conversation.asRoom());
        if (room != null) return rooms.conversation(room);
        Fingerprint peer = directPeer.apply(conversation);
        // a room that was left: its id, which only this user's programs see
        return peer == null ? conversation.hex() : peer.hex();
    }
}
