package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.frame.HaveFrame;
import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// H38: a member may invent people who each write one direct message, and each is a conversation in the list for good.
class UnknownWritersTest {
    private static final RoomId ROOM = RoomId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});

    private final World world = new World(1);
    private final World.Node node = world.node();
    private final List<Author> before = new ArrayList<>();
    private final Author next = author(Identity.generate());

    private Author author(Identity identity) {
        return new Author(identity, ConversationId.direct(node.id(), identity.fingerprint()), 3);
    }

    /// One fewer than there is place for.
    @BeforeEach
    void many() {
        while (before.size() < CostRules.UNKNOWN_WRITERS_MAX - 1) {
            Author writer = author(Identity.generate());
            hold(writer, writer.text("hi"));
            before.add(writer);
        }
    }

    private void hold(Author writer, Entry entry) {
        node.stores.entries().rememberDirect(entry.header().conversation(), writer.fingerprint());
        node.stores.entries().add(List.of(entry), entry.header().lamport(), Durability.BATCHED);
    }

    private World.End write(Author by, Entry entry) throws MalformedFrameException {
        World.End end = world.scripted(node, by.identity, ROOM);
        end.receive(new EntriesFrame(0, entry.header().conversation(), List.of(entry)).encode());
        return end;
    }

    private boolean isHeld(Entry entry) {
        return node.history(entry.header().conversation()).contains(entry);
    }

    private Entry fill() throws MalformedFrameException {
        Author last = author(Identity.generate());
        Entry entry = last.text("the last one");
        write(last, entry);
        assertTrue(isHeld(entry), "there was one place more");
        return entry;
    }

    @Test
    void h38_ofPeopleThatTheUserDoesNotKnowAThousandMayWriteDirectlyAndTheUserIsToldOfMore()
            throws MalformedFrameException {
        fill();
        Entry entry = next.text("psst");
        write(next, entry);
        assertEquals(List.of(), node.history(entry.header().conversation()));
        assertEquals(List.of(next.fingerprint().brief() + " DIRECT_WRITERS"), node.heard.limits);
    }

    @Test
    void whoWroteBeforeGoesOn() throws MalformedFrameException {
        fill();
        Author old = before.getFirst();
        Entry entry = old.text("and more");
        write(old, entry);
        assertTrue(isHeld(entry));
    }

    @Test
    void somebodyThatTheUserKnowsWellAlwaysMayAndIsAskedAgainOnceThatIsSo() throws MalformedFrameException {
        fill();
        Entry entry = next.text("psst");
        World.End end = write(next, entry);
        node.standings.put(next.fingerprint(), Standing.TRUSTED);
        node.chat.reconsider(next.fingerprint());
        assertTrue(HaveFrame.decode(end.all.getLast().body()).replyWanted());
        end.receive(new EntriesFrame(0, entry.header().conversation(), List.of(entry)).encode());
        assertTrue(isHeld(entry));
    }

    @Test
    void whomTheUserAnsweredMakesRoomForAnother() throws MalformedFrameException {
        fill();
        node.standings.put(before.getFirst().fingerprint(), Standing.TRUSTED);
        Entry entry = next.text("psst");
        write(next, entry);
        assertTrue(isHeld(entry));
    }

    @Test
    void aRestartChangesNothing() throws MalformedFrameException {
        fill();
        node.restart();
        Entry entry = next.text("psst");
        write(next, entry);
        assertEquals(List.of(), node.history(entry.header().conversation()));
    }

    @Test
    void whatIsToldWithoutWritingIsNoReasonToTellTheUser() throws MalformedFrameException {
        fill();
        World.End end = world.scripted(node, next.identity, ROOM);
        ConversationId direct = ConversationId.direct(node.id(), next.fingerprint());
        end.receive(new HaveFrame(direct, true, List.of()).encode());
        assertEquals(List.of(), node.heard.limits);
    }
}
