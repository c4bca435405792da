package io.landline.shelf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.AskPace;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.room.RoomId;
import io.landline.session.EndReason;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Rows H34 and H38: somebody tells of shelves that cannot be, or without end.
class HostileShelvesTest {
    private final ShelfPair pair = new ShelfPair();

    @AfterEach
    void close() {
        pair.close();
    }

    private static RoomId room(int number) {
        var bytes = new byte[RoomId.BYTES];
        bytes[0] = (byte) number;
        return RoomId.of(bytes);
    }

    private void told(RoomId room, String title) throws MalformedFrameException {
        var shelves = List.of(new ShelfFrames.Title(ShelfId.random(), title));
        pair.visitor.received(pair.atVisitor, new ShelfFrames.Open(room, shelves).toFrame());
    }

    @Test
    void h34_whatIsToldOfARoomThatIsNotJoinedShowsOnceItIs() throws MalformedFrameException {
        told(ShelfPair.ROOM, "Photos");
        assertEquals(List.of(), pair.told);
        pair.atVisitor.joined = Set.of(ShelfPair.ROOM);
        pair.visitor.joined(pair.atVisitor, ShelfPair.ROOM);
        assertEquals(List.of("+Photos"), pair.told);
        told(ShelfPair.ROOM, "Films");
        assertEquals(List.of("+Photos", "-Photos", "+Films"), pair.told);
    }

    @Test
    void h38_ofRoomsThatAreNotJoinedFewAreRemembered() throws MalformedFrameException {
        var all = new HashSet<RoomId>();
        for (int n = 0; n < ShelfVisitor.ROOMS_MAX; n++) {
            all.add(room(n));
            told(room(n), "Photos");
        }
        pair.atVisitor.joined = all;
        assertEquals(ShelfVisitor.EARLY_ROOMS_MAX, pair.visitor.seen().size());
        pair.visitor.closed(pair.atVisitor, EndReason.LOST);
        assertEquals(List.of(), pair.told, "nobody was told of them");
    }

    @Test
    void h34_thereAreNoShelvesInAnOpenRoom() throws MalformedFrameException {
        pair.isOpenRoom = true;
        pair.join(ShelfPair.ROOM);
        told(ShelfPair.ROOM, "Photos");
        assertEquals(List.of(), pair.told);
        assertEquals(List.of(), pair.visitor.seen());
    }

    @Test
    void h38_whoTellsOfOtherShelvesWithoutEndBreaksTheProtocolAlsoOnANewSession() throws MalformedFrameException {
        pair.join(ShelfPair.ROOM);
        for (int n = 0; n < AskPace.SHELVES_SAVED_MAX; n++) told(ShelfPair.ROOM, "Photos");
        assertThrows(MalformedFrameException.class, () -> told(ShelfPair.ROOM, "Photos"));
        pair.visitor.closed(pair.atVisitor, EndReason.PROTOCOL);
        assertThrows(MalformedFrameException.class, () -> told(ShelfPair.ROOM, "Photos"));
        pair.uptime = pair.uptime.plus(Duration.ofSeconds(1));
        told(ShelfPair.ROOM, "Photos");
    }

    @Test
    void whoTellsTheSameAgainIsNotCounted() throws MalformedFrameException {
        pair.join(ShelfPair.ROOM);
        var same = new ShelfFrames.Open(ShelfPair.ROOM, List.of(new ShelfFrames.Title(ShelfId.random(), "Photos")));
        for (int n = 0; n < 10 * AskPace.SHELVES_SAVED_MAX; n++) {
            pair.visitor.received(pair.atVisitor, same.toFrame());
        }
        assertEquals(List.of("+Photos"), pair.told);
        assertTrue(pair.visitor.seen().size() == 1);
    }

    @Test
    void anAnswerIsReadOnlyWhileSomethingIsAskedOfThatPeer() throws Exception {
        pair.join(ShelfPair.ROOM);
        told(ShelfPair.ROOM, "Photos");
        var page = new Frame(FrameType.SHELF_PAGE, "no page at all".getBytes(UTF_8));
        for (int n = 0; n < 10; n++) pair.visitor.received(pair.atVisitor, page);
        var seen = pair.visitor.seen().getFirst();
        var met = new AtomicReference<Throwable>();
        pair.lookedAt = () -> met.set(assertThrows(MalformedFrameException.class,
                () -> pair.visitor.received(pair.atVisitor, page)));
        assertThrows(ExecutionException.class, () -> pair.visitor.list(seen, List.of(), null).get());
        assertNotNull(met.get());
    }
}
