package io.landline.cli.connection;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// How commands name a room, and how events do.
class PeerWaitTest {
    @Test
    void aRoomIsKnownByEachWayToNameIt() {
        for (String to : new String[]{"#class", "room:class", "#Class"}) {
            assertTrue(PeerWait.isRoom(to, "#class"), to);
            assertTrue(PeerWait.isRoom(to, "#class (open)"), to);
            assertFalse(PeerWait.isRoom(to, "#class2"), to);
        }
        assertTrue(PeerWait.isRoom("#class~3f", "#class~3f"));
        assertFalse(PeerWait.isRoom("class", "#class"), "a person");
    }
}
