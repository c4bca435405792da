package io.landline.handshake;

import static io.landline.testing.NumberedPeers.peer;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedPeersTest {
    private static final SoughtRooms OURS = SoughtRooms.of(List.of(NegotiatorTest.CLASS));
    private static final List<RoomListing> THEIRS = List.of(NegotiatorTest.CLASS.listing());
    private final RefusedPeers peers = new RefusedPeers();
    private final Fingerprint max = peer(0);

    @Test
    void aFailedPeerIsTriedAgainOnlyAfterAChange() {
        assertTrue(peers.worthTrying(max, 7, THEIRS, OURS));
        peers.refused(max, 7, THEIRS, OURS);
        assertFalse(peers.worthTrying(max, 7, THEIRS, OURS));
        assertFalse(peers.worthTrying(max, 7, List.of(new RoomListing(new RoomName("CLASS"), false)), OURS),
                "the same name, spelled otherwise");
        assertTrue(peers.worthTrying(max, 8, THEIRS, OURS), "its run");
        assertTrue(peers.worthTrying(max, 7, List.of(), OURS), "its rooms");
        assertTrue(peers.worthTrying(max, 7, List.of(new RoomListing(new RoomName("class"), true)), OURS),
                "a room's kind");
        assertTrue(peers.worthTrying(max, 7, THEIRS, SoughtRooms.of(List.of(NegotiatorTest.CLASS_OTHER_KEY))),
                "our key");
    }

    @Test
    void wordsThatAreTriedAgainAreWorthAnotherAttemptUntilTheTrialEnds() {
        SoughtRooms first = OURS.withTrials(List.of(NegotiatorTest.CLASS_OTHER_KEY), 1);
        peers.refused(max, 7, THEIRS, first);
        assertFalse(peers.worthTrying(max, 7, THEIRS, first));
        assertTrue(peers.worthTrying(max, 7, THEIRS, OURS.withTrials(first.trials(), 2)),
                "the same words, typed again");
        peers.refused(max, 7, THEIRS, OURS);
        assertFalse(peers.worthTrying(max, 7, THEIRS, first.withTrials(List.of(), 3)), "as before any trial");
    }

    @Test
    void whoJoinedIsNotHeldBack() {
        peers.refused(max, 7, THEIRS, OURS);
        peers.joined(max);
        assertTrue(peers.worthTrying(max, 7, THEIRS, OURS));
    }

    @Test
    void theOldestRefusalIsForgottenFirst() {
        for (int i = 0; i <= RefusedPeers.MAX; i++) peers.refused(peer(i), 7, THEIRS, OURS);
        assertTrue(peers.worthTrying(peer(0), 7, THEIRS, OURS));
        assertFalse(peers.worthTrying(peer(1), 7, THEIRS, OURS));
        assertFalse(peers.worthTrying(peer(RefusedPeers.MAX), 7, THEIRS, OURS));
    }
}
