package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.EntryText;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.frame.HaveFrame;
import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// H38: a member may invent people who each write one direct message, and each is a conversation in the list for good.
class UnknownWritersTest {
    private static final RoomId ROOM = RoomId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});

    /// The node of each test, so that what was written to it once is written to all of them.
    private static final Identity SELF = Identity.generate();
    /// One fewer than there is place for, each with what they wrote.
    private static final Map<Identity, Entry> INVENTED = new LinkedHashMap<>();

    private final World world = new World(1);
    private final World.Node node = world.new Node(SELF, InMemoryStores.create());
    private final List<Author> before = new ArrayList<>();
    private final Author next = author(Identity.generate());

    private static Author author(Identity identity) {
        return new Author(identity, ConversationId.direct(SELF.fingerprint(), identity.fingerprint()), 3);
    }

    @BeforeAll
    static void invent() {
        while (INVENTED.size() < CostRules.UNKNOWN_WRITERS_MAX - 1) {
            Identity identity = Identity.generate();
            INVENTED.put(identity, author(identity).text("hi"));
        }
    }

    @BeforeEach
    void many() {
        INVENTED.forEach((identity, entry) -> {
            Author writer = Author.behind(identity, entry);
            hold(writer, entry);
            before.add(writer);
        });
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

    /// The last place is taken, by somebody who stays.
    private World.End fill() throws MalformedFrameException {
        Author last = author(Identity.generate());
        Entry entry = last.text("the last one");
        World.End end = write(last, entry);
        assertTrue(isHeld(entry), "there was one place more");
        before.add(last);
        return end;
    }

    /// All who wrote are connected, so nobody gives way.
    private void allAreHere() {
        for (Author each : before) world.scripted(node, each.identity, ROOM);
    }

    private Entry first(Author writer) {
        return node.history(writer.conversation).getFirst();
    }

    private boolean isKept(Author writer) {
        return !node.history(writer.conversation).isEmpty();
    }

    @Test
    void h38_ofPeopleThatTheUserDoesNotKnowAThousandMayWriteDirectlyAndTheUserIsToldOfMore()
            throws MalformedFrameException {
        fill();
        allAreHere();
        Entry entry = next.text("psst");
        write(next, entry);
        assertEquals(List.of(), node.history(entry.header().conversation()));
        assertEquals(List.of(next.fingerprint().brief() + " DIRECT_WRITERS"), node.heard.limits);
    }

    @Test
    void h38_aThousandInventionsThatCameAndWentShutNobodyOut() throws MalformedFrameException {
        World.End last = fill();
        Entry entry = next.text("psst");
        write(next, entry);
        assertTrue(isHeld(entry));
        assertFalse(isKept(before.get(CostRules.UNKNOWN_WRITERS_MAX - 2)), "of those who went the last one");
        assertTrue(isKept(before.getLast()), "is connected");
        assertTrue(last.open);
        Author gone = before.get(CostRules.UNKNOWN_WRITERS_MAX - 2);
        assertEquals(List.of(gone.fingerprint().brief() + " WRITER_GAVE_WAY"), node.heard.limits);
    }

    @Test
    void h38_ofThoseWhoGiveWayTheUserIsToldAFewTimesADayAndOfOtherLimitsBesides() throws MalformedFrameException {
        fill();
        for (int i = 0; i < 3 * LimitWarnings.TOLD_A_DAY_MAX; i++) {
            Author each = author(Identity.generate());
            write(each, each.text("hello"));
        }
        assertEquals(LimitWarnings.TOLD_A_DAY_MAX, node.heard.limits.size());
        allAreHere();
        write(next, next.text("psst"));
        assertEquals(next.fingerprint().brief() + " DIRECT_WRITERS", node.heard.limits.getLast());
    }

    @Test
    void whatGaveWayComesAgainWithItsAuthor() throws MalformedFrameException {
        fill();
        Author gone = before.get(CostRules.UNKNOWN_WRITERS_MAX - 2);
        Entry said = first(gone);
        write(next, next.text("psst"));
        write(gone, said);
        assertTrue(isHeld(said));
        assertFalse(isKept(before.get(CostRules.UNKNOWN_WRITERS_MAX - 3)));
    }

    /// The clock of their conversation begins anew, and so does theirs.
    @Test
    void whatGaveWayComesAgainThoughItsTimesAreHigh() throws MalformedFrameException {
        fill();
        Entry one = next.write(3 * LamportClock.LEAP_MAX, EntryKind.TEXT, new EntryText("one").toBody());
        Entry two = next.write(3 * LamportClock.LEAP_MAX + 1, EntryKind.TEXT, new EntryText("two").toBody());
        World.End end = write(next, one);
        end.receive(new EntriesFrame(0, next.conversation, List.of(two)).encode());
        assertEquals(List.of(one, two), node.history(next.conversation));
        node.core.closed(end);
        Author other = author(Identity.generate());
        write(other, other.text("psst"));
        assertFalse(isKept(next));
        write(next, one);
        assertTrue(isHeld(one));
    }

    @Test
    void whatThisUserReadOrAnsweredGivesWayToNobody() throws MalformedFrameException {
        fill();
        Author read = before.get(CostRules.UNKNOWN_WRITERS_MAX - 2);
        Author answered = before.get(CostRules.UNKNOWN_WRITERS_MAX - 3);
        node.core.read(read.conversation, Duration.ZERO);
        var own = new Author(node.identity, answered.conversation, 5);
        Entry answer = own.text("hello");
        node.stores.entries().add(List.of(answer), 9, Durability.BATCHED);
        write(next, next.text("psst"));
        assertTrue(isKept(read));
        assertTrue(isKept(answered));
        assertFalse(isKept(before.get(CostRules.UNKNOWN_WRITERS_MAX - 4)));
    }

    @Test
    void whoIsKnownLeastGivesWayFirstAndNobodyToOneWhoIsKnownLess() throws MalformedFrameException {
        fill();
        for (Author each : before) node.standings.put(each.fingerprint(), Standing.MEMBER);
        node.standings.put(next.fingerprint(), Standing.OPEN_ROOM);
        Entry entry = next.text("psst");
        write(next, entry);
        assertFalse(isKept(next));
        node.standings.put(next.fingerprint(), Standing.MEMBER);
        node.standings.put(before.getFirst().fingerprint(), Standing.OPEN_ROOM);
        write(next, entry);
        assertTrue(isKept(next));
        assertFalse(isKept(before.getFirst()), "known least");
    }

    @Test
    void whatIsSaidToBeThereTakesNoPlace() throws MalformedFrameException {
        fill();
        World.End end = world.scripted(node, next.identity, ROOM);
        Entry entry = next.text("psst");
        end.receive(new HaveFrame(next.conversation, false,
                List.of(new HaveFrame.Row(next.identity.publicKey(), next.log, 1, 1, entry.hash(), 1))).encode());
        assertTrue(before.stream().allMatch(this::isKept));
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
        allAreHere();
        Entry entry = next.text("psst");
        World.End end = write(next, entry);
        node.standings.put(next.fingerprint(), Standing.TRUSTED);
        node.core.reconsider(next.fingerprint());
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
        allAreHere();
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
