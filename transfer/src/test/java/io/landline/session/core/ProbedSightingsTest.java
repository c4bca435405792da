package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.landline.frame.FrameType;
import io.landline.identity.Identity;
import io.landline.peer.Endpoint;
import io.landline.peer.RoomListing;
import io.landline.session.Candidate;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A session is probed, and a peer that pauses for half a second is gone then, only where a sighting says that the peer
/// may have moved. That it was checked now, or has other rooms, says nothing of the kind (H95).
class ProbedSightingsTest {
    private static final int PORT = 5_300;
    private static final List<RoomListing> OPEN = List.of(TestNode.OPEN.listing());

    private TestNode node;
    private ScriptedPeer peer;

    @BeforeEach
    void meet() throws Exception {
        node = TestNode.in(TestNode.OPEN);
        peer = ScriptedPeer.joined(node, Identity.generate(), 1);
        node.session();
    }

    @AfterEach
    void close() throws Exception {
        peer.close();
        node.close();
    }

    private void sighted(List<RoomListing> rooms, String... addresses) throws Exception {
        var endpoints = new ArrayList<Endpoint>();
        for (String each : addresses) endpoints.add(new Endpoint(InetAddress.getByName(each), PORT));
        node.sessions.sighted(new Candidate(peer.identity.fingerprint(), 1, endpoints, rooms, true));
    }

    private void assertNotProbed() throws Exception {
        peer.send(SessionFrames.PING);
        int type;
        do {
            type = peer.receive().type();
            assertNotEquals(FrameType.PING, type);
        } while (type != FrameType.PONG);
    }

    @Test
    void h95_whatIsCheckedOrHasOtherRoomsWhereItWasIsNotProbed() throws Exception {
        sighted(OPEN, "127.0.0.1");
        sighted(OPEN, "127.0.0.1");
        sighted(List.of(), "127.0.0.1");
        assertNotProbed();
    }

    @Test
    void whoMayHaveMovedIsProbed() throws Exception {
        sighted(OPEN, "127.0.0.1");
        sighted(OPEN, "127.0.0.2", "127.0.0.1");
        assertEquals(FrameType.PING, peer.await(FrameType.PING).type());
    }

    @Test
    void whoIsFirstSightedElsewhereIsProbed() throws Exception {
        sighted(OPEN, "127.0.0.2");
        assertEquals(FrameType.PING, peer.await(FrameType.PING).type());
    }
}
