package io.landline.session.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadingPaceTest {
    private static final Duration NOW = Duration.ofHours(1);

    private static final Standing MEMBER = Standing.MEMBER;

    private static final Fingerprint PEER = Fingerprint.of(new byte[Fingerprint.BYTES]);

    private static final Fingerprint FRIEND = Fingerprint.of(friend());

    private final NodeFrameRate node = new NodeFrameRate(NOW);
    private final ReadingPace pace = new ReadingPace(node, PEER, NOW);

    private static byte[] friend() {
        byte[] other = new byte[Fingerprint.BYTES];
        other[0] = 1;
        return other;
    }

    /// Others list ever other rooms without end.
    private void flood(Duration now) throws MalformedFrameException {
        int flood = 10 * NodeFrameRate.ROOMS_BURST;
        for (int i = 0; i < flood; i++) new ReadingPace(node, PEER, now).countOwn(FrameType.ROOMS, 1, MEMBER, now);
    }

    @Test
    void h38_whoChangesItsRoomsWithoutEndIsReadMoreSlowly() throws Exception {
        for (int i = 0; i < FrameRateLimit.ROOMS_BURST; i++) {
            assertEquals(Duration.ZERO, pace.countOwn(FrameType.ROOMS, 1, MEMBER, NOW));
        }
        Duration one = Duration.ofSeconds(1).dividedBy(FrameRateLimit.ROOMS_PER_SECOND);
        assertEquals(one, pace.countOwn(FrameType.ROOMS, 1, MEMBER, NOW));
        assertEquals(Duration.ZERO, pace.countOwn(FrameType.PROVEN, 1, MEMBER, NOW),
                "the others are not held up by themselves");
        assertEquals(one, pace.countOwn(FrameType.ROOMS, 1, MEMBER, NOW.plus(one)));
        assertEquals(Duration.ZERO, pace.countOwn(FrameType.ROOMS, 1, MEMBER, NOW.plus(one.multipliedBy(3))));
    }

    /// Each new connection has its own pace anew, so the node has one for all.
    @Test
    void h38_whoComesAgainToChangeItsRoomsIsReadNoFaster() throws Exception {
        for (int i = 0; i < NodeFrameRate.ROOMS_BURST; i++) {
            assertEquals(Duration.ZERO, new ReadingPace(node, PEER, NOW).countOwn(FrameType.ROOMS, 1, MEMBER, NOW));
        }
        Duration one = Duration.ofSeconds(1).dividedBy(NodeFrameRate.ROOMS_PER_SECOND);
        assertEquals(one, new ReadingPace(node, PEER, NOW).countOwn(FrameType.ROOMS, 1, MEMBER, NOW));
        assertEquals(Duration.ZERO, pace.countOwn(FrameType.ROOMS, 1, Standing.TRUSTED, NOW), "not counted");
    }

    /// Sixty members list ever other rooms without end, and one changes a room.
    @Test
    void h38_aMemberWhoChangesRoomsOnceDoesNotWaitForAllThatOthersChange() throws Exception {
        flood(NOW);
        assertEquals(Duration.ZERO, new ReadingPace(node, FRIEND, NOW).countOwn(FrameType.ROOMS, 1, MEMBER, NOW));
        var longest = NodeFrameRate.ROOMS_OF_ONE_SAVED_MAX * NodeFrameRate.ROOMS_COST_BYTES;
        assertTrue(new ReadingPace(node, FRIEND, NOW).countOwn(FrameType.ROOMS, longest, MEMBER, NOW).isPositive(),
                "a longer one has its turn among the others");
        assertTrue(new ReadingPace(node, FRIEND, NOW).countOwn(FrameType.ROOMS, 1, Standing.OPEN_ROOM, NOW)
                .isPositive(), "in open rooms anybody may come under ever new names");
    }

    @Test
    void h38_oneMemberWinsFewListsByThat() throws Exception {
        int flood = 10 * NodeFrameRate.ROOMS_BURST;
        int passed = 0;
        for (int i = 0; i < flood; i++) {
            if (new ReadingPace(node, PEER, NOW).countOwn(FrameType.ROOMS, 1, MEMBER, NOW).isZero()) passed++;
        }
        assertEquals(NodeFrameRate.ROOMS_BURST + NodeFrameRate.ROOMS_OF_ONE_SAVED_MAX, passed);
    }

    /// What is saved for it is spent for a list that passes, and for no other.
    @Test
    void h38_aMemberWithManyRoomsPassesOnceEnoughIsSavedForThem() throws Exception {
        int bytes = NodeFrameRate.ROOMS_COST_BYTES;
        Duration early = NOW.plus(NodeFrameRate.ROOMS_OF_ONE_EVERY);
        Duration late = early.plus(NodeFrameRate.ROOMS_OF_ONE_EVERY);
        flood(NOW);
        for (int i = 0; i < NodeFrameRate.ROOMS_OF_ONE_SAVED_MAX / 2; i++) {
            assertEquals(Duration.ZERO, node.claimRooms(FRIEND, bytes, MEMBER, NOW));
        }
        flood(early);
        assertTrue(node.claimRooms(FRIEND, bytes, MEMBER, early).isPositive(), "one of two is saved");
        flood(late);
        assertEquals(Duration.ZERO, node.claimRooms(FRIEND, bytes, MEMBER, late));
    }

    /// A list may name sixty-four rooms, and each is compared with ours.
    @Test
    void h38_aLongListOfRoomsCountsAsSeveral() throws Exception {
        int bytes = 5 * NodeFrameRate.ROOMS_COST_BYTES;
        for (int i = 0; i < NodeFrameRate.ROOMS_BURST / 6; i++) {
            assertEquals(Duration.ZERO, new ReadingPace(node, PEER, NOW).countOwn(FrameType.ROOMS, bytes, MEMBER, NOW));
        }
        Duration wait = new ReadingPace(node, PEER, NOW).countOwn(FrameType.ROOMS, bytes, MEMBER, NOW);
        assertTrue(wait.isPositive());
        assertTrue(wait.compareTo(Duration.ofSeconds(6).dividedBy(NodeFrameRate.ROOMS_PER_SECOND)) <= 0);
    }

    /// Sixty people of a room told of other shelves, a hundred times each at once.
    @Test
    void h38_manyPeopleWhoTellOfShelvesAndTakeFromThemAreReadMoreSlowly() {
        for (int i = 0; i < NodeFrameRate.SHELVES_BURST; i++) {
            int type = i % 2 == 0 ? FrameType.SHELVES : FrameType.SHELF_TAKE;
            assertEquals(Duration.ZERO, new ReadingPace(node, PEER, NOW).claim(type, 1, MEMBER, NOW));
        }
        Duration one = Duration.ofSeconds(1).dividedBy(NodeFrameRate.SHELVES_PER_SECOND);
        assertEquals(one, new ReadingPace(node, PEER, NOW).claim(FrameType.SHELVES, 1, MEMBER, NOW));
        assertEquals(one.multipliedBy(2), new ReadingPace(node, PEER, NOW).claim(FrameType.SHELF_TAKE, 1, MEMBER, NOW));
        assertEquals(Duration.ZERO, pace.claim(FrameType.SHELF_LIST, 1, MEMBER, NOW), "questions have their own pace");
        assertEquals(Duration.ZERO, pace.claim(FrameType.SHELVES, 1, Standing.TRUSTED, NOW), "not counted");
    }

    @Test
    void h38_moreFramesOfTheSessionThanItNeedsBreakTheProtocol() throws Exception {
        for (int i = 0; i < FrameRateLimit.SESSION_BURST; i++) pace.countOwn(FrameType.PONG, 1, MEMBER, NOW);
        assertThrows(MalformedFrameException.class, () -> pace.countOwn(FrameType.PONG, 1, MEMBER, NOW));
    }
}
