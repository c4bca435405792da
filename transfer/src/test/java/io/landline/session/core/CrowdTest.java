package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.landline.cost.CostRules;
import io.landline.frame.FrameType;
import io.landline.identity.Identity;
import io.landline.room.Room;
import io.landline.session.EndReason;
import io.landline.session.accept.UnprovenConnections;
import io.landline.system.OperatingSystem;
import io.landline.testing.Patience;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Invented people of an open room, by real connections, and who is let in beside them.
class CrowdTest {
    private static final Room CLASS = TestNode.keyed("class", "amber fox piano river");

    private final List<ScriptedPeer> invented = new ArrayList<>();

    @AfterEach
    void hangUp() {
        invented.forEach(ScriptedPeer::close);
    }

    @Test
    void h3_inventedPeopleOfAnOpenRoomHold128PlacesAndAFriendIsLetInBesideThem() throws Exception {
        try (TestNode node = TestNode.in(CLASS, TestNode.OPEN); TestNode friend = TestNode.in(CLASS, TestNode.OPEN)) {
            invent(node, CostRules.OPEN_ROOM_SESSIONS_MAX);
            node.recorder.awaitCount("opened", CostRules.OPEN_ROOM_SESSIONS_MAX);
            try (ScriptedPeer oneMore = ScriptedPeer.joined(node, Identity.generate(), 1)) {
                assertEquals(EndReason.BUSY, SessionFrames.closingReason(oneMore.await(FrameType.CLOSING)));
            }
            assertEquals(CostRules.OPEN_ROOM_SESSIONS_MAX, node.sessions.open().size());
            // the first meeting: nobody knows it for a friend before it has proven the key
            friend.sessions.connect(node.address(), false);
            friend.recorder.await("joined " + CLASS.id().hex());
            node.recorder.await("joined " + CLASS.id().hex());
            assertTrue(
                    node.sessions.open().stream().anyMatch(each -> each.peer().equals(friend.identity.fingerprint())));
        }
    }

    @Test
    void h17_sessionsOfOpenRoomsLeaveTheDoorOpenForOthers() throws Exception {
        try (TestNode node = TestNode.in(CLASS, TestNode.OPEN); TestNode friend = TestNode.in(CLASS)) {
            invent(node, UnprovenConnections.OPEN_MAX + 1);
            node.recorder.awaitCount("opened", UnprovenConnections.OPEN_MAX + 1);
            friend.sessions.connect(node.address(), false);
            friend.recorder.await("joined " + CLASS.id().hex());
            assertEquals(List.of(), node.recorder.all("closed"), "nobody had to go for that");
        }
    }

    @Test
    void h17_silentConnectionsFromManyAddressesDoNotShutTheDoor() throws Exception {
        assumeTrue(OperatingSystem.here() == OperatingSystem.LINUX,
                "only Linux has all of 127/8 on its loopback interface");
        var silent = new ArrayList<Socket>();
        try (TestNode node = TestNode.in(CLASS); TestNode friend = TestNode.in(CLASS)) {
            for (int i = 0; i < 3 * UnprovenConnections.OPEN_MAX; i++) {
                InetAddress alias = InetAddress.getByAddress(new byte[]{127, 0, 1, (byte) (i + 1)});
                silent.add(new Socket(InetAddress.getLoopbackAddress(), node.port, alias, 0));
            }
            friend.sessions.connect(node.address(), false);
            friend.recorder.await("joined " + CLASS.id().hex());
            var oldest = silent.getFirst();
            oldest.setSoTimeout(Patience.MILLIS);
            assertEquals(-1, oldest.getInputStream().read(), "the oldest had to go");
        } finally {
            for (Socket socket : silent) socket.close();
        }
    }

    private void invent(TestNode node, int people) throws Exception {
        for (int i = 0; i < people; i++) invented.add(ScriptedPeer.joined(node, Identity.generate(), 1));
    }
}
