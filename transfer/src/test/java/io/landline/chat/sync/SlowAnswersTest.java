package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.frame.HaveFrame;
import io.landline.chat.frame.WantFrame;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// A member who says that it has what others wrote, and is slow to give it or never does.
class SlowAnswersTest {
    private static final RoomId ROOM = RoomId.of(new byte[RoomId.BYTES]);
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);

    private final World world = new World(9);
    private final World.Node node = world.node();
    private final World.End slow = world.scripted(node, Identity.generate(), ROOM);
    private final World.End honest = world.scripted(node, Identity.generate(), ROOM);
    private final Author absent = Author.of(CONVERSATION, 1);
    private final List<Entry> said = said(absent, 2 * PeerInventory.ENTRIES_A_REQUEST);

    SlowAnswersTest() {
        world.openRooms.add(ROOM); // where everybody may be an author
    }

    private static List<Entry> said(Author author, int count) {
        return LongStream.rangeClosed(1, count).mapToObj(number -> author.text("word " + number)).toList();
    }

    private static void has(World.End peer, List<Entry> log) throws MalformedFrameException {
        Entry last = log.getLast();
        var row = new HaveFrame.Row(last.header().authorKey(), last.log().log(), 1, last.header().number(), last.hash(),
                1);
        peer.receive(new HaveFrame(CONVERSATION, false, List.of(row)).encode());
    }

    private static List<WantFrame> asked(World.End peer) throws MalformedFrameException {
        var asked = new ArrayList<WantFrame>();
        for (Frame frame : peer.all) {
            if (frame.type() == FrameType.WANT) asked.add(WantFrame.decode(frame.body()));
        }
        return asked;
    }

    private void pass(Duration time) {
        world.uptime = world.uptime.plus(time);
        node.tick(world.uptime);
    }

    /// Answers the last request.
    private static void answers(World.End peer, List<Entry> log) throws MalformedFrameException {
        WantFrame want = asked(peer).getLast();
        WantFrame.Range range = want.ranges().getFirst();
        peer.receive(new EntriesFrame(want.request(), CONVERSATION,
                log.subList((int) range.from() - 1, (int) range.to())).encode());
    }

    @Test
    void whatOnePeerDoesNotBringIsAskedOfAnotherAfterTwoSeconds() throws MalformedFrameException {
        has(slow, said);
        has(honest, said);
        assertEquals(List.of(), asked(honest), "of one peer at a time");
        pass(EntryFetcher.OTHERS_ASKED_AFTER);
        assertEquals(absent.key(), asked(honest).getFirst().ranges().getFirst().log());
        answers(honest, said);
        answers(honest, said);
        assertEquals(said.size(), node.history(CONVERSATION).size());
    }

    @Test
    void whoWasSlowOnceHoldsUpNobodyAnyMore() throws MalformedFrameException {
        has(slow, said);
        pass(EntryFetcher.OTHERS_ASKED_AFTER);
        answers(slow, said);
        answers(slow, said);
        Author next = Author.of(CONVERSATION, 2);
        List<Entry> more = said(next, 1);
        has(slow, more);
        assertEquals(next.key(), asked(slow).getLast().ranges().getFirst().log(), "it is asked");
        has(honest, more);
        assertEquals(next.key(), asked(honest).getLast().ranges().getFirst().log(), "and so is the other");
    }

    @Test
    void whatASlowPeerHasBeyondWhatOthersBroughtMeanwhileIsAskedOfIt() throws MalformedFrameException {
        has(slow, said);
        has(honest, said.subList(0, PeerInventory.ENTRIES_A_REQUEST));
        pass(EntryFetcher.OTHERS_ASKED_AFTER);
        answers(honest, said);
        answers(slow, said);
        assertEquals(PeerInventory.ENTRIES_A_REQUEST + 1, asked(slow).getLast().ranges().getFirst().from());
        answers(slow, said);
        assertEquals(said.size(), node.history(CONVERSATION).size());
    }
}
