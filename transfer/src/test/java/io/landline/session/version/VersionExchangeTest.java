package io.landline.session.version;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.ProgramVersion;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import io.landline.session.EndReason;
import io.landline.session.Lane;
import io.landline.session.core.SessionInMemory;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionExchangeTest {
    private static final RoomId KEYED = Room.keyed(new RoomName("class"), RoomKey.of("amber fox piano river")).id();
    private static final RoomId OPEN = Room.open(new RoomName("hall")).id();
    private static final byte[] NEWER = HexFormat.of().parseHex("000100020003");

    private final List<ProgramVersion> heard = new ArrayList<>();
    private final VersionExchange exchange = new VersionExchange(ProgramVersion.OWN, KEYED::equals,
            (_, version) -> heard.add(version));
    private final Connected session = new Connected();

    /// A session that may be full, and that nobody may end.
    private static final class Connected extends SessionInMemory {
        private boolean isFull;

        Connected() { super(1, null); }

        @Override
        public boolean offer(Lane lane, Frame frame) {
            return !isFull && super.offer(lane, frame);
        }

        @Override
        public void close(EndReason reason) {
            throw new AssertionError();
        }
    }

    private void join(RoomId room) {
        session.rooms.add(room);
        exchange.joined(session, room);
    }

    @Test
    void membersAreToldOnceASession() {
        join(KEYED);
        exchange.joined(session, KEYED);
        assertEquals(1, session.got.size());
        assertEquals(FrameType.VERSION, session.got.getFirst().type());
        assertArrayEquals(HexFormat.of().parseHex("000000010000"), session.got.getFirst().body());
    }

    @Test
    void peopleOfOpenRoomsAreToldNothingAndNotHeard() throws Exception {
        join(OPEN);
        exchange.carriedAnew(session);
        exchange.received(session, new Frame(FrameType.VERSION, NEWER));
        assertEquals(List.of(), session.got);
        assertEquals(List.of(), heard);
        join(KEYED);
        exchange.received(session, new Frame(FrameType.VERSION, NEWER));
        assertEquals(1, session.got.size());
        assertEquals("1.2.3", heard.getFirst().text());
    }

    @Test
    void anotherConnectionTellsItAgainSinceItMayBeLost() {
        join(KEYED);
        exchange.carriedAnew(session);
        assertEquals(2, session.got.size());
    }

    @Test
    void aFullLaneIsTriedAgainWithTheNextRoom() {
        session.isFull = true;
        join(KEYED);
        session.isFull = false;
        exchange.joined(session, KEYED);
        assertEquals(1, session.got.size());
    }

    @Test
    void whatLaterVersionsAddIsNotReadAndLessIsRefused() throws Exception {
        join(KEYED);
        exchange.received(session, new Frame(FrameType.VERSION, HexFormat.of().parseHex("000100020003ffff")));
        assertEquals("1.2.3", heard.getFirst().text());
        assertThrows(MalformedFrameException.class,
                () -> exchange.received(session, new Frame(FrameType.VERSION, new byte[5])));
    }
}
