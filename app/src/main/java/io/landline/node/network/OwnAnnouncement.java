package io.landline.node.network;

import io.landline.node.event.LastWord;
import io.landline.node.profile.OpenProfile;
import io.landline.node.room.OwnRooms;
import io.landline.peer.RoomListing;
import io.landline.presence.Presence;
import io.landline.presence.packet.AnnouncedState;
import io.landline.presence.packet.Packet;
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

    /// Oldest first, as they are; newest first where a packet cannot list them all. The people of older rooms know this
    /// node and dial it in any case.
    static List<RoomListing> announced(List<RoomListing> rooms) {
        return rooms.size() > Packet.ROOMS_MAX ? rooms.reversed() : rooms;
    }

    /// Has presence say what is true now.
    public void update() {
        own.tell();
    }
}
