package io.landline.session.dial;

import static io.landline.testing.NumberedPeers.peer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoomPeersTest {
    private static final Room HALL = Room.open(new RoomName("hall"));
    private static final Room CLASS = Room.keyed(new RoomName("class"), RoomKey.of("blue whale sings low"));

    private final RoomPeers peers = new RoomPeers();

    @Test
    void aRoomThatWasLeftTakesItsPeersAlong() {
        peers.joined(peer(1), HALL);
        peers.joined(peer(2), CLASS);
        peers.read(() -> List.of(CLASS), _ -> Set.of(peer(3)));
        assertFalse(peers.contains(peer(1)));
        assertTrue(peers.contains(peer(2)), "the proof may have come while the store was read");
        assertTrue(peers.contains(peer(3)));
        peers.read(List::of, _ -> Set.of());
        assertEquals(0, peers.size());
    }

    @Test
    void anyNumberOfIdentitiesOfAnOpenRoomPushOutNobodyWhoProvedAKey() {
        peers.joined(peer(0), CLASS);
        for (int i = 1; i <= RoomPeers.OPEN_MAX + 1; i++) peers.joined(peer(i), HALL);
        assertTrue(peers.contains(peer(0)));
        assertFalse(peers.contains(peer(1)));
        assertTrue(peers.contains(peer(2)));
        assertEquals(1 + RoomPeers.OPEN_MAX, peers.size());
    }

    @Test
    void ofThoseWhoProvedAKeyTheOneLongestAgoGoesFirst() {
        for (int i = 0; i < RoomPeers.KEYED_MAX; i++) peers.joined(peer(i), CLASS);
        peers.joined(peer(0), CLASS);
        peers.joined(peer(RoomPeers.KEYED_MAX), CLASS);
        assertTrue(peers.contains(peer(0)));
        assertFalse(peers.contains(peer(1)));
        assertEquals(RoomPeers.KEYED_MAX, peers.size());
    }
}
