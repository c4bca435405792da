package io.landline.node;

import io.landline.node.event.PeerNames;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Who is in a conversation: this user, and the others who are not blocked. Any thread; reads the database.
final class ConversationPeople {
    private final OwnRooms rooms;
    private final MemberRecords members;
    private final PeerNames names;
    private final Function<RoomId, Set<Fingerprint>> joined;
    private final Function<ConversationId, @Nullable Fingerprint> directPeer;
    private final Predicate<Fingerprint> blocked;
    private final Fingerprint self;

    /// @param joined who has joined a room on a session now; of an open room only these are known
    /// @param directPeer the other side of a direct conversation; null for any other one
    ConversationPeople(OwnRooms rooms, MemberRecords members, PeerNames names,
            Function<RoomId, Set<Fingerprint>> joined, Function<ConversationId, @Nullable Fingerprint> directPeer,
            Predicate<Fingerprint> blocked, Fingerprint self) {
        this.rooms = rooms;
        this.members = members;
        this.names = names;
        this.joined = joined;
        this.directPeer = directPeer;
        this.blocked = blocked;
        this.self = self;
    }

    /// Their names. Nobody where the room was left.
    Map<Fingerprint, String> of(ConversationId conversation) {
        Map<Fingerprint, String> people = new HashMap<>();
        Room room = rooms.byId(conversation.asRoom());
        Fingerprint other = room == null ? directPeer.apply(conversation) : null;
        if (room == null && other == null) return people;
        if (room != null) {
            members.members(room, joined.apply(room.id())).forEach(each -> people.put(each.peer(), each.name()));
        }
        if (other != null) people.put(other, names.name(other));
        people.keySet().removeIf(blocked);
        people.put(self, names.own());
        return people;
    }
}
