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
        List<RoomListing> listed = OwnAnnouncement.announced(rooms);
        assertTrue(listed.contains(rooms.getLast()), listed.toString());
    }

    /// Who is in few rooms, the oldest among them, tries words with those that have many.
    @Test
    void ofMoreRoomsThanFitHalfAreTheNewestAndHalfTheOldest() {
        List<RoomListing> rooms = rooms(20);
        List<String> listed = OwnAnnouncement.announced(rooms).stream().map(each -> each.name().value()).toList();
        assertEquals(List.of("room 20", "room 1", "room 19", "room 2", "room 18", "room 3", "room 17", "room 4"),
                listed);
    }

    @Test
    void roomsThatAllFitKeepTheirOrder() {
        List<RoomListing> rooms = rooms(Packet.ROOMS_MAX);
        assertEquals(rooms, OwnAnnouncement.announced(rooms));
    }
}
