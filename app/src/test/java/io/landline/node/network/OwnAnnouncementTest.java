package io.landline.node.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.presence.packet.Packet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnAnnouncementTest {
    private static List<RoomListing> rooms(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new RoomListing(new RoomName("room " + number), false))
                .toList();
    }

    /// Nobody knows it yet: without a packet that lists it, nobody could find it.
    @Test
    void theNewestRoomIsAnnouncedHoweverManyThereAre() {
        List<RoomListing> rooms = rooms(Packet.ROOMS_MAX + 1);
        List<RoomListing> listed = OwnAnnouncement.announced(rooms).subList(0, Packet.ROOMS_MAX);
        assertTrue(listed.contains(rooms.getLast()), listed.toString());
    }

    @Test
    void roomsThatAllFitKeepTheirOrder() {
        List<RoomListing> rooms = rooms(Packet.ROOMS_MAX);
        assertEquals(rooms, OwnAnnouncement.announced(rooms));
    }
}
