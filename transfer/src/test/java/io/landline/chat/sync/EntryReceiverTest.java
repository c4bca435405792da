package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.ConversationListener.EntrySource;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStoreException;
import io.landline.chat.EntryText;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.frame.HaveFrame;
import io.landline.chat.frame.ReceiptsFrame;
import io.landline.chat.frame.WantFrame;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Entries from a peer that the test plays, good ones and bad ones.
class EntryReceiverTest {
    private static final RoomId ROOM = RoomId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);

    private final World world = new World(1);
    private final World.Node node = world.node();
    private final Author peer = Author.of(CONVERSATION, 1);
    private final World.End session = world.scripted(node, peer.identity, ROOM);

    private void push(Entry... entries) throws MalformedFrameException {
        session.receive(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, List.of(entries)).encode());
    }

    private WantFrame lastWant() throws MalformedFrameException {
        Frame frame = session.all.stream().filter(each -> each.type() == FrameType.WANT).toList().getLast();
        return WantFrame.decode(frame.body());
    }

    private void refusesAndKeepsNothing(Entry... entries) {
        int before = node.history(CONVERSATION).size();
        assertThrows(MalformedFrameException.class, () -> push(entries));
        assertEquals(before, node.history(CONVERSATION).size());
    }

    @Test
    void anEntryOfThePeerIsStoredAndTold() throws MalformedFrameException {
        Entry entry = peer.text("hello");
        push(entry);
        assertEquals(List.of(entry), node.history(CONVERSATION));
        assertEquals(List.of(entry), node.heard.stored);
    }

    @Test
    void aForgedSignatureEndsTheSession() {
        refusesAndKeepsNothing(Author.forged(peer.text("hello")));
    }

    @Test
    void anotherBodyThanTheSignedOneEndsTheSession() {
        Entry entry = peer.text("yes");
        refusesAndKeepsNothing(new Entry(entry.header(), entry.signature(), new EntryText("nop").toBody()));
    }

    @Test
    void anEntryOfAnotherConversationEndsTheSession() {
        refusesAndKeepsNothing(new Author(peer.identity, ConversationId.of(new byte[16]), 1).text("moved"));
    }

    @Test
    void entriesThatDoNotChainEndTheSession() {
        Entry first = peer.text("one");
        peer.text("two");
        refusesAndKeepsNothing(first, peer.text("three"));
        Author falling = new Author(peer.identity, CONVERSATION, 2);
        Entry high = falling.write(9, EntryKind.TEXT, new EntryText("x").toBody());
        refusesAndKeepsNothing(high, falling.write(9, EntryKind.TEXT, new EntryText("x").toBody()));
    }

    @Test
    void anAuthorThatNobodyVouchesForIsNotTaken() throws MalformedFrameException {
        push(Author.of(CONVERSATION, 1).text("stranger"));
        assertTrue(node.history(CONVERSATION).isEmpty());
    }

    @Test
    void aRoomThatThePeerHasNotProvenGetsNothing() throws MalformedFrameException {
        Author elsewhere = new Author(peer.identity, ConversationId.of(RoomId.of(new byte[16])), 1);
        session.receive(new EntriesFrame(0, elsewhere.conversation, List.of(elsewhere.text("x"))).encode());
        assertTrue(node.history(elsewhere.conversation).isEmpty());
        node.say(elsewhere.conversation, "secret");
        session.receive(new WantFrame(1, elsewhere.conversation,
                List.of(new WantFrame.Range(node.history(elsewhere.conversation).getFirst().log(), 1, 1, false)))
                .encode());
        EntriesFrame answer = EntriesFrame.decode(session.all.getLast().body());
        assertTrue(answer.entries().isEmpty());
    }

    @Test
    void aDuplicateIsNotToldAgain() throws MalformedFrameException {
        Entry entry = peer.text("once");
        push(entry);
        push(entry);
        push(Author.forged(entry)); // not even looked at: the same header is here
        assertEquals(List.of(entry), node.heard.stored);
    }

    @Test
    void anEntryWithAGapBeforeItIsHeldBackAndTheGapAskedFor() throws MalformedFrameException {
        List<Entry> all = peer.texts(5);
        push(all.get(0));
        push(all.get(4));
        assertEquals(all.subList(0, 1), node.heard.stored);
        assertEquals(new WantFrame.Range(peer.key(), 2, 5, false), lastWant().ranges().getFirst());
        session.receive(new EntriesFrame(lastWant().request(), CONVERSATION, all.subList(1, 5)).encode());
        assertEquals(all, node.heard.stored);
    }

    @Test
    void onlyWhatItsAuthorSendsUnaskedWasJustWritten() throws MalformedFrameException {
        List<Entry> all = peer.texts(5);
        push(all.get(0));
        push(all.get(4));
        session.receive(new EntriesFrame(lastWant().request(), CONVERSATION, all.subList(1, 5)).encode());
        EntrySource later = EntrySource.ASKED_FOR;
        assertEquals(List.of(EntrySource.JUST_WRITTEN, later, later, later, later), node.heard.sources);
    }

    @Test
    void h50_twoEntriesOfOneNumberMarkTheLogFromThereOn() throws MalformedFrameException {
        List<Entry> all = peer.texts(3);
        push(all.get(0), all.get(1));
        Entry other = peer.otherBranch(all.get(0), "the other");
        push(other);
        assertEquals(List.of(), node.heard.forked, "the author may still mend it");
        world.uptime = world.uptime.plus(Disputes.AUTHOR_MENDS_WITHIN);
        push(other);
        assertEquals(List.of(peer.key()), node.heard.forked);
        push(all.get(2));
        assertEquals(all.subList(0, 2), node.history(CONVERSATION));
        assertEquals(2, node.stores.entries().forks().getFirst().number());
    }

    @Test
    void h50_anEntryThatNamesAnotherOneBeforeItIsAForkToo() throws MalformedFrameException {
        List<Entry> all = peer.texts(2);
        push(all.get(0), all.get(1));
        Entry branch = peer.otherBranch(all.get(0), "branch");
        Entry after = peer.otherBranch(branch, "after the branch");
        push(after);
        world.uptime = world.uptime.plus(Disputes.AUTHOR_MENDS_WITHIN);
        push(after);
        while (node.heard.forked.isEmpty()) { // it looks where the branches part
            WantFrame.Range wanted = lastWant().ranges().getFirst();
            List<Entry> there = List.of(all.getFirst(), branch);
            session.receive(new EntriesFrame(lastWant().request(), CONVERSATION,
                    there.subList((int) wanted.from() - 1, (int) wanted.to())).encode());
        }
        assertEquals(List.of(peer.key()), node.heard.forked);
        assertEquals(2, node.stores.entries().forks().getFirst().number());
        assertEquals(all, node.history(CONVERSATION));
    }

    @Test
    void aClaimOfAnotherHashAloneForksNothing() throws MalformedFrameException {
        Entry entry = peer.text("one");
        push(entry);
        var lie = new HaveFrame.Row(peer.identity.publicKey(), 1, 1, 1, new byte[32], 1);
        session.receive(new HaveFrame(CONVERSATION, false, List.of(lie)).encode());
        assertEquals(new WantFrame.Range(peer.key(), 1, 1, false), lastWant().ranges().getFirst());
        session.receive(new EntriesFrame(lastWant().request(), CONVERSATION, List.of(entry)).encode());
        assertTrue(node.heard.forked.isEmpty());
        assertEquals(List.of(), node.stores.entries().forks());
    }

    @Test
    void h52_aLamportTimeFarAboveAllIsNotTaken() throws MalformedFrameException {
        push(peer.text("first"));
        push(peer.write(1 + LamportClock.LEAP_MAX, EntryKind.TEXT, new EntryText("at the edge").toBody()));
        assertEquals(1 + LamportClock.LEAP_MAX, node.stores.entries().clock(CONVERSATION));
        Author other = new Author(peer.identity, CONVERSATION, 2);
        push(other.write(2 + 2 * LamportClock.LEAP_MAX, EntryKind.TEXT, new EntryText("one too far").toBody()));
        assertEquals(2, node.history(CONVERSATION).size());
        assertEquals(2 + LamportClock.LEAP_MAX, node.say(CONVERSATION, "mine").header().lamport());
    }

    @Test
    void anUnknownKindIsKeptByteForByteAndHandedOn() throws MalformedFrameException {
        Entry entry = peer.write(1, new EntryKind(EntryKind.NUMBER_MAX), new byte[]{-1, 0, 7});
        push(entry);
        World.End third = world.scripted(node, Identity.generate(), ROOM);
        third.receive(new WantFrame(9, CONVERSATION, List.of(new WantFrame.Range(peer.key(), 1, 1, false))).encode());
        EntriesFrame answer = EntriesFrame.decode(third.all.getLast().body());
        assertEquals(9, answer.request());
        assertEquals(List.of(entry), answer.entries());
        assertArrayEquals(entry.signature(), answer.entries().getFirst().signature());
    }

    @Test
    void h1_aRunIsCutBeforeAnEntryWithoutItsBody() throws MalformedFrameException {
        Entry first = peer.text("here");
        Entry second = peer.text("taken out");
        push(first, new Entry(second.header(), second.signature(), null), peer.text("after it"));
        assertEquals(List.of(first), node.history(CONVERSATION));
        push(first, second);
        assertEquals(List.of(first, second), node.history(CONVERSATION));
    }

    @Test
    void rubbishSignaturesBeforeTheLastAreNotHandedOnAsTheLast() throws MalformedFrameException {
        List<Entry> all = peer.texts(4);
        push(all.get(0), all.get(1), Author.forged(all.get(2)), all.get(3));
        assertEquals(4, node.history(CONVERSATION).size());
        World.End third = world.scripted(node, Identity.generate(), ROOM);
        third.receive(new WantFrame(1, CONVERSATION, List.of(new WantFrame.Range(peer.key(), 1, 3, false))).encode());
        assertEquals(all.subList(0, 2), EntriesFrame.decode(third.all.getLast().body()).entries());
    }

    @Test
    void l4_aWholeFrameOfRubbishSignaturesDoesNotKeepTheLogFromBeingHandedOn() throws MalformedFrameException {
        List<Entry> all = peer.texts(60);
        var sent = new java.util.ArrayList<Entry>();
        for (int i = 0; i < 60; i++) sent.add(i < 20 || i == 59 ? all.get(i) : Author.forged(all.get(i)));
        push(sent.toArray(Entry[]::new));
        World.End third = world.scripted(node, Identity.generate(), ROOM);
        third.receive(new WantFrame(1, CONVERSATION, List.of(new WantFrame.Range(peer.key(), 1, 50, false))).encode());
        assertEquals(all.subList(0, 20), EntriesFrame.decode(third.all.getLast().body()).entries());
    }

    @Test
    void directEntriesOfAThirdEndTheSession() {
        ConversationId direct = ConversationId.direct(node.id(), peer.fingerprint());
        Entry third = Author.of(direct, 1).text("from outside");
        assertThrows(MalformedFrameException.class,
                () -> session.receive(new EntriesFrame(0, direct, List.of(third)).encode()));
    }

    @Test
    void directEntriesAreNeverHandedOn() throws MalformedFrameException {
        ConversationId direct = ConversationId.direct(node.id(), peer.fingerprint());
        Author author = new Author(peer.identity, direct, 3);
        session.receive(new EntriesFrame(0, direct, List.of(author.text("for you"))).encode());
        assertEquals(1, node.history(direct).size());
        assertEquals(peer.fingerprint(), node.stores.entries().directPeer(direct));
        World.End third = world.scripted(node, Identity.generate(), ROOM);
        third.receive(new WantFrame(1, direct, List.of(new WantFrame.Range(author.key(), 1, 1, false))).encode());
        assertTrue(EntriesFrame.decode(third.all.getLast().body()).entries().isEmpty());
    }

    @Test
    void aDirectEntryOfAMemberOfOpenRoomsIsHeldBackUntilThePersonSaysYes() throws MalformedFrameException {
        RoomId open = RoomId.of(new byte[16]);
        world.openRooms.add(open);
        Author stranger = Author.of(CONVERSATION, 1);
        World.End end = world.scripted(node, stranger.identity, open);
        ConversationId direct = ConversationId.direct(node.id(), stranger.fingerprint());
        Author author = new Author(stranger.identity, direct, 3);
        Entry entry = author.text("psst");
        end.receive(new EntriesFrame(0, direct, List.of(entry)).encode());
        end.receive(new EntriesFrame(0, direct, List.of(entry)).encode());
        assertTrue(node.history(direct).isEmpty());
        assertEquals(List.of(stranger.fingerprint()), node.heard.heldBack);
        world.allowedDirect.add(stranger.fingerprint());
        node.core.reconsider(stranger.fingerprint());
        assertTrue(HaveFrame.decode(end.all.getLast().body()).replyWanted());
        end.receive(new EntriesFrame(0, direct, List.of(entry)).encode());
        assertEquals(List.of(entry), node.history(direct));
    }

    private World.End writesFromAnOpenRoom(Identity stranger) throws MalformedFrameException {
        RoomId open = RoomId.of(new byte[16]);
        world.openRooms.add(open);
        World.End end = world.scripted(node, stranger, open);
        ConversationId direct = ConversationId.direct(node.id(), stranger.fingerprint());
        Entry entry = new Author(stranger, direct, 3).text("psst");
        end.receive(new EntriesFrame(0, direct, List.of(entry)).encode());
        return end;
    }

    @Test
    void h38_whoComesAgainAndAgainFromAnOpenRoomToWriteDirectlyIsToldOnceADay() throws MalformedFrameException {
        Identity stranger = Identity.generate();
        for (int i = 0; i < 3; i++) node.core.closed(writesFromAnOpenRoom(stranger));
        assertEquals(List.of(stranger.fingerprint()), node.heard.heldBack);
    }

    @Test
    void h38_ofManyInventedPeopleWhoDoThatAFewAreTold() throws MalformedFrameException {
        for (int i = 0; i <= LimitWarnings.TOLD_A_DAY_MAX; i++) writesFromAnOpenRoom(Identity.generate());
        assertEquals(LimitWarnings.TOLD_A_DAY_MAX, node.heard.heldBack.size());
    }

    @Test
    void h38_moreFramesThanANodeEverSendsEndTheSession() throws MalformedFrameException {
        Frame frame = new ReceiptsFrame(CONVERSATION, List.of()).encode(FrameType.DELIVERED);
        int taken = 0;
        try {
            for (int i = 0; i < 100_000; i++) {
                session.receive(frame);
                taken++;
            }
        } catch (MalformedFrameException e) {
            assertTrue(e.getMessage().contains("a second"));
        }
        assertTrue(taken > 1_000 && taken < 10_000, "taken: " + taken);
        world.uptime = world.uptime.plus(Duration.ofSeconds(1));
        session.receive(frame);
    }

    @Test
    void aFullDiskCostsNobodyTheSessionAndIsMadeGood() throws MalformedFrameException {
        List<Entry> all = peer.texts(2);
        ((InMemoryEntries) node.stores.entries()).full = true;
        assertThrows(EntryStoreException.class, () -> push(all.get(0)));
        ((InMemoryEntries) node.stores.entries()).full = false;
        world.uptime = world.uptime.plus(EntryFetcher.STORE_PAUSE);
        push(all.get(1));
        session.receive(new EntriesFrame(lastWant().request(), CONVERSATION, all).encode());
        assertEquals(all, node.heard.stored);
    }

    @Test
    void h34_aTypeThatIsNoneOfConversationsEndsTheSession() {
        assertThrows(MalformedFrameException.class, () -> session.receive(new Frame(FrameType.CHAT_MAX, new byte[0])));
    }

    @Test
    void requestsOnTopOfWaitingRequestsEndTheSession() {
        session.laneMax = session.sent.size();
        Frame want = new WantFrame(1, CONVERSATION, List.of(new WantFrame.Range(peer.key(), 1, 1, false))).encode();
        assertThrows(MalformedFrameException.class, () -> {
            for (int i = 0; i < 10; i++) session.receive(want);
        });
    }
}
