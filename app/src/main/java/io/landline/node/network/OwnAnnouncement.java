package io.landline.node.network;

import io.landline.node.event.LastWord;
import io.landline.node.profile.OpenProfile;
import io.landline.node.room.OwnRooms;
import io.landline.peer.RoomListing;
import io.landline.presence.Presence;
import io.landline.presence.packet.AnnouncedState;
import io.landline.presence.packet.Packet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What this node says about itself by presence: name, port and rooms as they are now. Any thread.
public final class OwnAnnouncement {
    /// What this version can do beyond its own number; none yet.
    private static final Set<String> CAPABILITIES = Set.of();
    private static final int NO_TCP_PORT = 0;

    private final LastWord<AnnouncedState> own;

    public OwnAnnouncement(OpenProfile profile, OwnRooms rooms, Presence presence, int tcpPort) {
        own = new LastWord<>(() -> state(profile, rooms, tcpPort), presence::update);
    }

    /// What is said while no port is open yet.
    public static AnnouncedState first(OpenProfile profile, OwnRooms rooms) {
        return state(profile, rooms, NO_TCP_PORT);
    }

    private static AnnouncedState state(OpenProfile profile, OwnRooms rooms, int tcpPort) {
        return AnnouncedState.own(profile.name(), tcpPort, announced(rooms.listings()), CAPABILITIES);
    }

    /// All of them; where a packet cannot hold all, the newest and the oldest in turn. Somebody may be trying the
    /// words of a new room, and old ones have the most people. Who is in one of the others meets those that know them.
    static List<RoomListing> announced(List<RoomListing> rooms) {
        if (rooms.size() <= Packet.ROOMS_MAX) return rooms;
        var chosen = new ArrayList<RoomListing>();
        for (int i = 0; i < Packet.ROOMS_MAX / 2; i++) {
            chosen.add(rooms.get(rooms.size() - 1 - i));
            chosen.add(rooms.get(i));
        }
        return chosen;
    }

    /// Has presence say what is true now.
    public void update() {
        own.tell();
    }
}
