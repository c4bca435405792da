package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Entry;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.pace.PushPace;
import io.landline.cost.Standing;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who says more than a peer is sent frames keeps it up to date all the same: it need not ask, which takes a quarter of
/// a second.
class PushesTest {
    private static final RoomId ROOM = RoomId.of(new byte[RoomId.BYTES]);
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final Duration NEXT = Duration.ofSeconds(1).dividedBy(Pushes.PER_SECOND);

    private final World world = new World(5);
    private final World.Node ada = world.node();
    private final World.Node bob = world.node();
    private World.End toBob;

    @BeforeEach
    void meetAndSayAllThatGoesAtOnce() {
        toBob = world.connect(ada, bob, ROOM);
        toBob.laneMax = Integer.MAX_VALUE;
        toBob.otherEnd.laneMax = Integer.MAX_VALUE;
        world.settle(Duration.ofSeconds(10));
        say(Pushes.BURST);
        arrive();
        toBob.all.clear();
        toBob.otherEnd.all.clear();
    }

    private void say(int many) {
        for (int i = 0; i < many; i++) ada.say(CONVERSATION, "and then");
    }

    private void arrive() {
        while (world.step());
    }

    private List<Integer> entriesOfFrames() throws MalformedFrameException {
        var counts = new ArrayList<Integer>();
        for (Frame frame : toBob.all) {
            assertEquals(FrameType.ENTRIES, frame.type(), "nothing is told in another way");
            EntriesFrame entries = EntriesFrame.decode(frame.body());
            assertEquals(EntriesFrame.UNASKED, entries.request());
            counts.add(entries.entries().size());
        }
        return counts;
    }

    private void assertBobHasAll() {
        assertEquals(ada.history(CONVERSATION).stream().map(Entry::id).toList(),
                bob.history(CONVERSATION).stream().map(Entry::id).toList());
    }

    @Test
    void whatIsSaidFasterGoesWithTheNextOne() throws MalformedFrameException {
        say(9);
        assertEquals(List.of(), entriesOfFrames(), "as many as the peer takes were sent");
        world.uptime = world.uptime.plus(NEXT);
        say(1);
        assertEquals(List.of(10), entriesOfFrames());
        arrive();
        assertBobHasAll();
    }

    @Test
    void theLastOfThemWaitForNoOther() throws MalformedFrameException {
        say(9);
        world.uptime = world.uptime.plus(NEXT);
        ada.tick(world.uptime);
        assertEquals(List.of(9), entriesOfFrames());
        arrive();
        assertBobHasAll();
    }

    @Test
    void aTickIsDueWhenTheyMayGo() {
        say(1);
        Duration now = world.uptime;
        assertTrue(ada.tick(now).compareTo(now.plus(NEXT)) <= 0);
    }

    @Test
    void noMoreFramesAreSentThanThePeerTakes() throws MalformedFrameException {
        for (int i = 0; i < Pushes.PER_SECOND; i++) {
            world.uptime = world.uptime.plus(NEXT);
            say(Pushes.TOGETHER_MAX / 4);
        }
        List<Integer> counts = entriesOfFrames();
        assertTrue(counts.size() <= Pushes.PER_SECOND, "frames: " + counts.size());
        assertTrue(counts.stream().allMatch(each -> each <= Pushes.TOGETHER_MAX));
        ada.tick(world.uptime.plus(NEXT));
        arrive();
        assertBobHasAll();
    }

    @Test
    void whereTooManyWaitThePeerIsToldToAsk() {
        say(Pushes.TOGETHER_MAX);
        assertTrue(toBob.all.isEmpty());
        say(1);
        world.settle(Duration.ofSeconds(1));
        assertTrue(toBob.all.stream().anyMatch(frame -> frame.type() == FrameType.HAVE));
        assertBobHasAll();
    }

    @Test
    void noMoreBytesAreSentThanThePeerTakesUnasked() {
        ada.standings.put(bob.id(), Standing.OPEN_ROOM);
        world.uptime = world.uptime.plusSeconds(60);
        for (int i = 0; i < 40; i++) ada.say(CONVERSATION, "x".repeat(16_000));
        long sent = toBob.all.stream().mapToLong(frame -> frame.body().length).sum();
        assertTrue(sent > PushPace.OPEN_ROOM_BYTES_BURST / 2 && sent <= PushPace.OPEN_ROOM_BYTES_BURST,
                "bytes: " + sent);
        world.settle(Duration.ofSeconds(1));
        assertBobHasAll();
    }

    @Test
    void ofARoomThatIsLeftNothingGoesOut() {
        say(3);
        toBob.rooms.remove(ROOM);
        ada.core.left(toBob, ROOM);
        toBob.all.clear();
        world.uptime = world.uptime.plus(NEXT);
        ada.tick(world.uptime);
        assertFalse(toBob.all.stream().anyMatch(frame -> frame.type() == FrameType.ENTRIES));
    }
}
