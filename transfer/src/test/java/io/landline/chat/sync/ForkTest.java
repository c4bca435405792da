package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.Entry;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.EntryStoreException;
import io.landline.chat.Fork;
import io.landline.chat.frame.EntriesFrame;
import io.landline.cost.Standing;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Logs whose author signed two entries of one number: where they part is known to all, and what stands before is the
/// same everywhere (docs/protocol/conversations.md, "FORK (0xae)").
class ForkTest {
    private static final RoomId ROOM = RoomId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    /// Long before the next round of all.
    private static final Duration SOON = PeerRounds.GOSSIP_INTERVAL.dividedBy(10);

    private final World world = new World(1);
    private final World.Node ben = world.node();
    private final World.Node carl = world.node();
    private final Author liar = Author.of(CONVERSATION, 7);
    private List<Entry> one;
    private List<Entry> other;

    /// Two branches of a log, which part after the fifth entry.
    @BeforeEach
    void branches() {
        one = liar.texts(12);
        other = new ArrayList<>(one.subList(0, 5));
        for (int i = 5; i < 12; i++) other.add(liar.otherBranch(other.getLast(), "other " + i));
        for (World.Node node : List.of(ben, carl)) world.scripted(node, liar.identity, ROOM);
    }

    private static void hold(World.Node node, List<Entry> run) {
        node.stores.entries().add(run, run.getLast().header().lamport(), Durability.BATCHED);
    }

    private List<Entry> ofTheLog(World.Node node) {
        return node.stores.entries().range(liar.key(), 1, 1_000, false, Integer.MAX_VALUE);
    }

    private static long fork(World.Node node) {
        return node.stores.entries().forks().getFirst().number();
    }

    private World.Node newcomer() {
        World.Node node = world.node();
        world.scripted(node, liar.identity, ROOM);
        return node;
    }

    private Fork proof(int number) {
        return new Fork(one.get(number - 1), other.get(number - 1));
    }

    @Test
    void whoMeetWithTwoBranchesFindTheFirstNumberThatDiffers() {
        hold(ben, one);
        hold(carl, other);
        world.connect(ben, carl, ROOM);
        world.settle(Duration.ofSeconds(2));
        assertEquals(6, fork(ben));
        assertEquals(6, fork(carl));
        assertEquals(List.of(liar.key()), ben.heard.forked);
        assertEquals(one, ofTheLog(ben), "what is held stays");
        assertEquals(other, ofTheLog(carl));
    }

    @Test
    void aForkThatTheDiskDidNotTakeIsTakenWhenItIsToldAgain() throws MalformedFrameException {
        hold(ben, one);
        World.End peer = world.scripted(ben, Identity.generate(), ROOM);
        Frame told = proof(6).encode();
        var disk = (InMemoryEntries) ben.stores.entries();
        disk.full = true;
        assertThrows(EntryStoreException.class, () -> peer.receive(told));
        disk.full = false;
        peer.receive(told);
        assertEquals(6, fork(ben));
        assertEquals(List.of(liar.key()), ben.heard.forked);
    }

    /// Else what is written there reaches nobody until the program is started again.
    @Test
    void anOwnLogThatTheDiskKeptFromBeingMendedIsMendedWhenItsForkIsToldAgain() throws MalformedFrameException {
        World.Node anna = world.node();
        Entry first = anna.say(CONVERSATION, "first");
        Entry lost = anna.say(CONVERSATION, "second");
        Entry known = Author.behind(anna.identity, first).text("what others have");
        World.End peer = world.scripted(anna, Identity.generate(), ROOM);
        Frame told = new Fork(lost, known).encode();
        var disk = (InMemoryEntries) anna.stores.entries();
        disk.full = true;
        assertThrows(EntryStoreException.class, () -> peer.receive(told));
        disk.full = false;
        peer.receive(told);
        assertEquals(List.of("first", "second"), anna.history(CONVERSATION).stream().map(World::text).toList());
        assertNotEquals(first.log(), anna.history(CONVERSATION).getLast().log());
        assertNotEquals(first.log(), anna.say(CONVERSATION, "third").log());
    }

    @Test
    void aForkIsToldToAllAndANewcomerGetsWhatStandsBelowIt() {
        hold(ben, one);
        hold(carl, other);
        World.Node dora = newcomer();
        hold(dora, one.subList(0, 9));
        world.connect(ben, dora, ROOM);
        world.connect(ben, carl, ROOM);
        world.settle(Duration.ofSeconds(2));
        assertEquals(6, fork(dora));
        World.Node emil = newcomer();
        world.connect(emil, dora, ROOM);
        world.settle(Duration.ofSeconds(2));
        assertEquals(one.subList(0, 5), ofTheLog(emil));
    }

    @Test
    void whoHoldsTheEndOfABranchAloneGetsWhatStandsBelowTheFork() {
        hold(ben, one);
        hold(carl, other.subList(8, 12));
        World.End end = world.connect(ben, carl, ROOM);
        world.disconnect(end, "before a word");
        ben.stores.entries().markForked(proof(6));
        ben.restart();
        world.scripted(ben, liar.identity, ROOM);
        world.connect(ben, carl, ROOM);
        world.settle(Duration.ofMinutes(3));
        assertEquals(6, fork(carl));
        assertEquals(one.subList(0, 5), ofTheLog(carl));
    }

    private void pass(World.Node node) {
        world.pass(LeavingLogs.STEPS_APART);
        node.tick(world.uptime);
    }

    /// A liar may have made it very long before he shows that there is another.
    @Test
    void h38_theLongEndOfABranchGoesInStepsBeforeWhatStandsBelowTheForkIsTaken() throws MalformedFrameException {
        List<Entry> end = new ArrayList<>(other.subList(8, 12));
        while (end.size() < 3 * EntryStore.DROPPED_AT_ONCE) end.add(liar.otherBranch(end.getLast(), "more"));
        hold(carl, end);
        World.End peer = world.scripted(carl, liar.identity, ROOM);
        peer.receive(proof(6).encode());
        var beginning = new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, one.subList(0, 5)).encode();
        peer.receive(beginning);
        assertEquals(end.size(), ofTheLog(carl).size(), "nothing is taken yet");
        pass(carl);
        assertEquals(end.size() - EntryStore.DROPPED_AT_ONCE, ofTheLog(carl).size());
        peer.receive(beginning);
        for (int i = 0; i < 2; i++) pass(carl);
        assertEquals(List.of(), ofTheLog(carl));
        hold(ben, one);
        world.connect(ben, carl, ROOM);
        world.settle(Duration.ofMinutes(3));
        assertEquals(one.subList(0, 5), ofTheLog(carl));
    }

    /// A liar may sign a lower fork again and again: each would be a write to the disk and a warning to the user.
    @Test
    void h38_lowerForksOfALogAreWrittenTogetherAndTheUserIsToldOnce() throws MalformedFrameException {
        hold(ben, one);
        var entries = (InMemoryEntries) ben.stores.entries();
        World.End peer = world.scripted(ben, Identity.generate(), ROOM);
        for (int number = 12; number >= 6; number--) peer.receive(proof(number).encode());
        assertEquals(1, entries.forksWritten);
        assertEquals(12, fork(ben));
        assertEquals(1, ben.heard.forked.size());
        world.connect(ben, carl, ROOM);
        world.settle(Forks.SAVE_INTERVAL.plusSeconds(1));
        assertEquals(2, entries.forksWritten);
        assertEquals(6, fork(ben));
    }

    private void forkALog(Author by) throws MalformedFrameException {
        List<Entry> run = by.texts(2);
        hold(ben, run);
        World.End end = world.scripted(ben, by.identity, ROOM);
        end.receive(new Fork(run.getLast(), by.otherBranch(run.getFirst(), "other")).encode());
    }

    /// An attacker invents people, and each of them may have sixteen logs.
    @Test
    void h38_ofManyPeopleWithTwoBranchesTheUserIsToldOfAFewAndOfEachWhomTheUserKnowsWell()
            throws MalformedFrameException {
        for (int i = 0; i <= LimitWarnings.TOLD_A_DAY_MAX; i++) forkALog(Author.of(CONVERSATION, 8));
        assertEquals(LimitWarnings.TOLD_A_DAY_MAX, ben.heard.forked.size());
        Author friend = Author.of(CONVERSATION, 8);
        ben.standings.put(friend.fingerprint(), Standing.TRUSTED);
        forkALog(friend);
        assertEquals(friend.key(), ben.heard.forked.getLast());
        assertEquals(LimitWarnings.TOLD_A_DAY_MAX + 2, ben.stores.entries().forks().size());
    }

    @Test
    void h38_ofOnePersonsLogsWithTwoBranchesTheUserIsToldOnceADay() throws MalformedFrameException {
        forkALog(new Author(liar.identity, CONVERSATION, 8));
        forkALog(new Author(liar.identity, CONVERSATION, 9));
        assertEquals(1, ben.heard.forked.size());
    }

    /// Who says one of them again would have all of it written and told again; what stands beyond would be handed on.
    @Test
    void noForkIsForgottenWhereTheDiskCannotBeReadWhileThoseOfDroppedLogsAreLeftOut() throws MalformedFrameException {
        World.End peer = world.scripted(ben, liar.identity, ROOM);
        var entries = (InMemoryEntries) ben.stores.entries();
        var told = new ArrayList<Frame>();
        for (int i = 0; i <= Forks.FORKS_TO_SWEEP; i++) {
            var by = new Author(liar.identity, CONVERSATION, 100 + i);
            List<Entry> run = by.texts(2);
            hold(ben, run);
            told.add(new Fork(run.getLast(), by.otherBranch(run.getFirst(), "other")).encode());
        }
        for (Frame each : told.subList(0, Forks.FORKS_TO_SWEEP)) peer.receive(each);
        entries.unreadable = true;
        assertThrows(EntryStoreException.class, () -> peer.receive(told.getLast()));
        entries.unreadable = false;
        int written = entries.forksWritten;
        peer.receive(told.getFirst());
        assertEquals(written, entries.forksWritten, "it is known");
        peer.receive(told.getLast());
        assertEquals(written + 1, entries.forksWritten);
    }

    @Test
    void aLowerForkThatIsNotWrittenYetIsWrittenAtTheEnd() throws MalformedFrameException {
        hold(ben, one);
        World.End peer = world.scripted(ben, Identity.generate(), ROOM);
        peer.receive(proof(9).encode());
        peer.receive(proof(6).encode());
        ben.core.close();
        assertEquals(6, fork(ben));
    }

    @Test
    void theLowestForkCounts() throws MalformedFrameException {
        hold(ben, one);
        World.End peer = world.scripted(ben, Identity.generate(), ROOM);
        peer.receive(proof(9).encode());
        assertEquals(9, fork(ben));
        peer.receive(proof(6).encode());
        peer.receive(proof(8).encode());
        ben.core.close();
        assertEquals(6, fork(ben));
        assertEquals(1, ben.heard.forked.size());
    }

    /// A liar may sign a lower fork again and again, and each would be told by everybody to everybody.
    @Test
    void h38_lowerForksOfALogAreToldAtTheNextHaveAlone() throws MalformedFrameException {
        hold(ben, one);
        hold(carl, one);
        World.End toCarl = world.connect(ben, carl, ROOM);
        World.End peer = world.scripted(ben, Identity.generate(), ROOM);
        for (int number = 12; number >= 6; number--) peer.receive(proof(number).encode());
        assertEquals(1, toCarl.all.stream().filter(frame -> frame.type() == FrameType.FORK).count());
        world.settle(PeerRounds.GOSSIP_INTERVAL.multipliedBy(3));
        assertEquals(6, fork(ben));
        assertEquals(6, fork(carl));
    }

    @Test
    void aForkThatIsForgedOrNoneEndsTheSession() {
        hold(ben, one);
        World.End peer = world.scripted(ben, Identity.generate(), ROOM);
        var forged = new Fork(one.get(5), Author.forged(other.get(5)));
        assertThrows(MalformedFrameException.class, () -> peer.receive(forged.encode()));
        byte[] same = proof(6).bytes();
        System.arraycopy(same, 0, same, Fork.BYTES / 2, Fork.BYTES / 2);
        assertThrows(MalformedFrameException.class, () -> peer.receive(new Frame(FrameType.FORK, same)));
        byte[] long1 = Arrays.copyOf(proof(6).bytes(), Fork.BYTES + 1);
        for (int length : List.of(0, 1, Fork.BYTES / 2, Fork.BYTES - 1, Fork.BYTES + 1)) {
            assertThrows(MalformedFrameException.class,
                    () -> peer.receive(new Frame(FrameType.FORK, Arrays.copyOf(long1, length))));
        }
        assertEquals(List.of(), ben.stores.entries().forks());
    }

    @Test
    void aForkOfALogThatIsNotHeldIsNotKept() throws MalformedFrameException {
        World.End peer = world.scripted(ben, Identity.generate(), ROOM);
        peer.receive(proof(6).encode());
        assertEquals(List.of(), ben.stores.entries().forks());
    }

    @Test
    void twoCopiesOfOneProfileLoseNothingAndComeToRest() {
        World.Node anna = world.node();
        anna.say(CONVERSATION, "before");
        World.Node copy = world.new Node(anna.identity, InMemoryStores.copy(anna.stores));
        anna.say(CONVERSATION, "of the first");
        copy.say(CONVERSATION, "of the second");
        for (int round = 0; round < 4; round++) {
            meet(anna, ben);
            meet(copy, carl);
            meet(ben, carl);
            meet(anna, carl);
            meet(copy, ben);
        }
        int entries = ben.history(CONVERSATION).size();
        for (World.Node node : List.of(anna, copy, ben, carl)) {
            var texts = new HashSet<>(node.history(CONVERSATION).stream().map(World::text).toList());
            assertTrue(texts.containsAll(List.of("before", "of the first", "of the second")), texts.toString());
        }
        for (World.Node node : List.of(ben, carl)) {
            meet(anna, node);
            meet(copy, node);
        }
        assertEquals(entries, ben.history(CONVERSATION).size(), "nothing is written again any more");
    }

    @Test
    void aRestoredProfileGetsWhatItLostAsSoonAsItIsMended() {
        World.Node anna = world.node();
        anna.say(CONVERSATION, "before");
        meet(anna, ben);
        ChatStores backup = InMemoryStores.copy(anna.stores);
        anna.say(CONVERSATION, "lost");
        anna.say(CONVERSATION, "lost too");
        meet(anna, ben);
        restore(anna, backup);
        anna.say(CONVERSATION, "afterwards");
        for (World.Node node : List.of(anna, ben)) node.tick(world.uptime); // their rounds come in a minute
        world.connect(anna, ben, ROOM);
        world.settle(SOON);
        for (World.Node node : List.of(anna, ben)) {
            var texts = new HashSet<>(node.history(CONVERSATION).stream().map(World::text).toList());
            assertTrue(texts.containsAll(List.of("before", "lost", "lost too", "afterwards")), texts.toString());
        }
    }

    /// Three branches of one log, each held by somebody else: mending one after the other must end.
    @Test
    void aProfileThatWasRestoredTwiceComesToRest() {
        World.Node anna = world.node();
        anna.say(CONVERSATION, "before");
        meet(anna, ben);
        meet(anna, carl);
        ChatStores backup = InMemoryStores.copy(anna.stores);
        anna.say(CONVERSATION, "first");
        meet(anna, ben);
        restore(anna, backup);
        anna.say(CONVERSATION, "second");
        meet(anna, carl);
        restore(anna, backup);
        anna.say(CONVERSATION, "third");
        world.connect(anna, ben, ROOM);
        world.connect(anna, carl, ROOM);
        world.settle(Duration.ofMinutes(3));
        int entries = anna.history(CONVERSATION).size();
        world.connect(ben, carl, ROOM);
        world.settle(Duration.ofMinutes(3));
        for (World.Node node : List.of(anna, ben, carl)) {
            List<String> texts = node.history(CONVERSATION).stream().map(World::text).toList();
            assertTrue(texts.containsAll(List.of("before", "third")), texts.toString());
        }
        assertEquals(entries, anna.history(CONVERSATION).size(), "nothing is written again any more");
    }

    private static void restore(World.Node node, ChatStores backup) {
        node.stores = InMemoryStores.copy(backup);
        node.heard.delivered.clear();
        node.restart();
    }

    private void meet(World.Node node, World.Node peer) {
        World.End end = world.connect(node, peer, ROOM);
        world.settle(Duration.ofMinutes(2));
        world.disconnect(end, "parted");
    }
}
