package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Admission;
import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.Entry;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.LogKey;
import io.landline.chat.TimelinePosition;
import io.landline.chat.frame.AdmissionsFrame;
import io.landline.chat.frame.HaveFrame;
import io.landline.chat.frame.ReceiptsFrame;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What happens when honest nodes meet: history, receipts, admissions.
class FirstSyncTest {
    private static final RoomId ROOM = RoomId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final World world = new World(1);
    private final World.Node anna = world.node();
    private final World.Node ben = world.node();

    private String receiptKey(World.Node from, Entry of) {
        return from.id().hex() + of.log().logHex();
    }

    @Test
    void whatIsSaidGoesToEveryConnectedMemberAtOnce() {
        world.connect(anna, ben, ROOM);
        world.settle(SOON);
        Entry entry = anna.say(CONVERSATION, "hello");
        assertTrue(world.step());
        assertEquals(List.of(entry), ben.heard.stored);
    }

    @Test
    void whatADeadConnectionLostIsToldAgainWhenAnotherCarriesTheSession() {
        World.End session = world.connect(anna, ben, ROOM);
        world.settle(SOON);
        Entry lost = anna.say(CONVERSATION, "into the void");
        session.sent.clear();
        world.settle(SOON);
        assertEquals(List.of(), ben.heard.stored);
        anna.core.carriedAnew(session);
        world.settle(SOON);
        assertEquals(List.of(lost), ben.heard.stored);
    }

    @Test
    void aLatecomerGetsTheHistoryFromAMemberAfterTheAuthorLeft() {
        World.End session = world.connect(anna, ben, ROOM);
        anna.say(CONVERSATION, "before you came");
        anna.say(CONVERSATION, "and this");
        world.settle(SOON);
        world.disconnect(session, "left");
        World.Node clara = world.node();
        world.connect(ben, clara, ROOM);
        world.settle(SOON);
        assertEquals(anna.history(CONVERSATION), clara.history(CONVERSATION));
        assertEquals(List.of("before you came", "and this"), clara.heard.texts());
    }

    @Test
    void aChainOfMembersVouchesForAnAuthorUpToEightLinks() {
        World.Node before = anna;
        anna.say(CONVERSATION, "from afar");
        for (int links = 1; links <= Admission.LINKS_MAX + 1; links++) {
            World.Node next = world.node();
            World.End session = world.connect(before, next, ROOM);
            world.settle(SOON);
            world.disconnect(session, "left");
            boolean counts = links <= Admission.LINKS_MAX;
            assertEquals(counts ? 1 : 0, next.history(CONVERSATION).size(), "after " + links + " links");
            before = next;
        }
    }

    @Test
    void anAdmissionFromNobodyKnownDoesNotCount() throws MalformedFrameException {
        Identity peer = Identity.generate();
        Identity accomplice = Identity.generate();
        Identity invented = Identity.generate();
        World.End session = world.scripted(anna, peer, ROOM);
        Admission floating = Admission.signed(accomplice, ROOM, invented.publicKey(), Instant.EPOCH);
        session.receive(new AdmissionsFrame(List.of(floating)).encode());
        assertEquals(null, anna.stores.admissions().find(ROOM, invented.fingerprint()));
        Admission vouched = Admission.signed(peer, ROOM, accomplice.publicKey(), Instant.EPOCH);
        session.receive(new AdmissionsFrame(List.of(vouched, floating)).encode());
        assertEquals(3, anna.stores.admissions().find(ROOM, invented.fingerprint()).links());
    }

    @Test
    void deliveredComesOnceAndOnlyForwards() {
        world.connect(anna, ben, ROOM);
        world.settle(SOON);
        Entry last = null;
        for (int i = 0; i < 20; i++) last = anna.say(CONVERSATION, "text " + i);
        world.settle(SOON);
        assertEquals(20L, anna.heard.delivered.get(receiptKey(ben, last)));
        assertTrue(ben.heard.delivered.isEmpty());
    }

    @Test
    void whatWasWrittenToAnAbsentMemberIsDeliveredWhenItComes() {
        ConversationId direct = ConversationId.direct(anna.id(), ben.id());
        anna.say(direct, "are you there?");
        anna.restart();
        world.connect(anna, ben, ROOM);
        world.settle(SOON);
        assertEquals(List.of("are you there?"), ben.heard.texts());
        assertEquals(1, anna.heard.delivered.size());
        world.ends().forEach(end -> world.disconnect(end, "killed"));
        ben.restart();
        anna.restart();
        world.connect(anna, ben, ROOM);
        world.settle(SOON);
        assertEquals(1, ben.heard.stored.size());
    }

    @Test
    void whatIHaveCountsAsDeliveredWhereTheReceiptWasLost() {
        World.End session = world.connect(anna, ben, ROOM);
        world.settle(SOON);
        Entry entry = anna.say(CONVERSATION, "hello");
        world.step();
        world.disconnect(session, "before the receipt");
        assertTrue(anna.heard.delivered.isEmpty());
        world.connect(anna, ben, ROOM);
        world.settle(SOON);
        assertEquals(1L, anna.heard.delivered.get(receiptKey(ben, entry)));
    }

    @Test
    void readIsToldToTheAuthorAlsoWhenHeWasAway() {
        World.End session = world.connect(anna, ben, ROOM);
        Entry entry = anna.say(CONVERSATION, "hello");
        world.settle(SOON);
        world.disconnect(session, "left");
        ben.core.read(CONVERSATION, world.uptime);
        ben.restart();
        assertTrue(anna.heard.read.isEmpty());
        world.connect(anna, ben, ROOM);
        world.settle(SOON);
        assertEquals(1L, anna.heard.read.get(receiptKey(ben, entry)));
    }

    @Test
    void readIsToldUpToThePlaceThatAPersonReachedAndNeverBack() {
        world.connect(anna, ben, ROOM);
        anna.say(CONVERSATION, "one");
        Entry two = anna.say(CONVERSATION, "two");
        world.settle(SOON);
        Entry answer = ben.say(CONVERSATION, "answer");
        world.settle(SOON);
        anna.say(CONVERSATION, "three");
        world.settle(SOON);
        ben.read(CONVERSATION, answer.position(), List.of(), world.uptime);
        world.settle(SOON);
        assertEquals(2L, anna.heard.read.get(receiptKey(ben, two)));
        ben.read(CONVERSATION, new TimelinePosition(1, anna.id(), 1, two.header().log()), List.of(), world.uptime);
        world.settle(SOON);
        assertEquals(2L, anna.heard.read.get(receiptKey(ben, two)));
        ben.core.read(CONVERSATION, world.uptime);
        world.settle(SOON);
        assertEquals(3L, anna.heard.read.get(receiptKey(ben, two)));
    }

    @Test
    void h39_aReceiptForWhatWasNeverSentOrByWhomItWasNotForIsIgnored() throws MalformedFrameException {
        ConversationId direct = ConversationId.direct(anna.id(), ben.id());
        Entry toBen = anna.say(direct, "for ben alone");
        Entry toRoom = anna.say(CONVERSATION, "for all");
        World.End mallory = world.scripted(anna, Identity.generate(), ROOM);
        mallory.receive(new ReceiptsFrame(direct, List.of(new ReceiptsFrame.Row(toBen.header().log(), 1)))
                .encode(FrameType.READ));
        mallory.receive(new ReceiptsFrame(CONVERSATION, List.of(new ReceiptsFrame.Row(toRoom.header().log(), 2),
                new ReceiptsFrame.Row(4711, 1))).encode(FrameType.READ));
        var lie = new HaveFrame.Row(anna.identity.publicKey(), toRoom.header().log(), 1, 1, new byte[32], 1);
        mallory.receive(new HaveFrame(CONVERSATION, false, List.of(lie)).encode());
        assertTrue(anna.heard.delivered.isEmpty());
        assertTrue(anna.heard.read.isEmpty());
        mallory.receive(new ReceiptsFrame(CONVERSATION, List.of(new ReceiptsFrame.Row(toRoom.header().log(), 1)))
                .encode(FrameType.READ));
        assertEquals(1, anna.heard.read.size());
    }

    @Test
    void aFirstMeetingBringsTheNewestThousandFirstAndTheOlderOnesAfterwards() {
        backlog(1_800);
        World.End atAnna = world.connect(anna, ben, ROOM);
        while (ben.heard.older.isEmpty()) assertTrue(world.step());
        int first = ben.heard.stored.size();
        assertTrue(first >= InventorySync.RECENT_ENTRIES && first < InventorySync.RECENT_ENTRIES + 700,
                "before the first older one: " + first);
        assertEquals("text 1799", World.text(ben.heard.stored.getLast()));
        world.settle(Duration.ofSeconds(10));
        assertEquals(1_800, ben.history(CONVERSATION).size());
        assertEquals(anna.history(CONVERSATION), ben.history(CONVERSATION));
        long wants = atAnna.otherEnd.all.stream().filter(frame -> frame.type() == FrameType.WANT).count();
        assertTrue(wants < 30, "requests: " + wants);
        assertEquals(1_800, ben.heard.stored.size() + ben.heard.older.size());
    }

    private Author backlog(int count) {
        Author author = new Author(anna.identity, CONVERSATION, 77);
        List<Entry> all = author.texts(count);
        anna.stores.entries().add(all, count, Durability.BATCHED);
        anna.stores.entries().setOwnLog(CONVERSATION, 77);
        return author;
    }

    @Test
    void aPeerThatComesBackAfterManyEntriesGetsThemInOrder() {
        World.End session = world.connect(anna, ben, ROOM);
        Entry first = anna.say(CONVERSATION, "first");
        world.settle(SOON);
        world.disconnect(session, "left");
        for (int i = 0; i < 700; i++) anna.say(CONVERSATION, "text " + i);
        world.connect(anna, ben, ROOM);
        world.settle(SOON);
        assertEquals(701, ben.heard.stored.size());
        assertTrue(ben.heard.older.isEmpty());
        assertEquals(first, ben.heard.stored.getFirst());
        assertEquals(anna.history(CONVERSATION), ben.heard.stored);
    }

    @Test
    void manyWrittenAtOnceArePulledInBatchesInsteadOfPushed() {
        World.End atAnna = world.connect(anna, ben, ROOM);
        world.settle(SOON);
        for (int i = 0; i < 1_300; i++) {
            anna.say(CONVERSATION, "text " + i);
            if (i % 4 == 0) while (world.step());
        }
        world.settle(SOON);
        assertEquals(1_300, ben.heard.stored.size());
        assertTrue(atAnna.all.size() < 1_100, "frames: " + atAnna.all.size());
    }

    @Test
    void aPeerThatLeftTheRoomGetsNothingOfItAnyMore() {
        World.End session = world.connect(anna, ben, ROOM);
        world.settle(SOON);
        session.rooms.remove(ROOM);
        session.otherEnd.rooms.remove(ROOM);
        anna.core.left(session, ROOM);
        ben.core.left(session.otherEnd, ROOM);
        anna.say(CONVERSATION, "among us");
        world.settle(Duration.ofMinutes(2));
        assertTrue(ben.history(CONVERSATION).isEmpty());
    }

    @Test
    void whatALostFrameCostIsMadeGoodWithinAMinute() {
        World.End atAnna = world.connect(anna, ben, ROOM);
        world.settle(SOON);
        anna.say(CONVERSATION, "lost on the way");
        atAnna.sent.clear();
        world.settle(PeerRounds.GOSSIP_INTERVAL);
        assertEquals(1, ben.heard.stored.size());
    }

    @Test
    void onceAMinuteOneMemberOfARoomIsToldAndNobodyElse() {
        List<World.End> members = new ArrayList<>();
        for (int i = 0; i < 5; i++) members.add(world.scripted(anna, Identity.generate(), ROOM));
        for (World.End each : members) each.all.clear();
        anna.tick(PeerRounds.GOSSIP_INTERVAL);
        assertEquals(1, members.stream().filter(each -> !each.all.isEmpty()).count());
        World.End told = members.stream().filter(each -> !each.all.isEmpty()).findFirst().orElseThrow();
        assertEquals(List.of(FrameType.HAVE, FrameType.HAVE), told.all.stream().map(Frame::type).toList(),
                "of the room, and of the two");
    }

    @Test
    void inTheEndEachMemberHadItsMinute() {
        List<World.End> members = new ArrayList<>();
        for (int i = 0; i < 3; i++) members.add(world.scripted(anna, Identity.generate(), ROOM));
        for (World.End each : members) each.all.clear();
        for (int minute = 1; minute <= 60; minute++) anna.tick(PeerRounds.GOSSIP_INTERVAL.multipliedBy(minute));
        assertTrue(members.stream().noneMatch(each -> each.all.isEmpty()));
    }

    @Test
    void aPeerThatDoesNotAnswerIsGivenUpAndAnotherOneAsked() throws MalformedFrameException {
        Author author = Author.of(CONVERSATION, 1);
        Entry entry = author.text("held by two");
        World.End silent = world.scripted(anna, Identity.generate(), ROOM);
        World.End good = world.scripted(anna, author.identity, ROOM);
        var row = new HaveFrame.Row(author.identity.publicKey(), 1, 1, 1, entry.hash(), 1);
        silent.receive(new HaveFrame(CONVERSATION, false, List.of(row)).encode());
        good.receive(new HaveFrame(CONVERSATION, false, List.of(row)).encode());
        assertEquals(FrameType.WANT, silent.all.getLast().type());
        assertTrue(good.all.stream().noneMatch(frame -> frame.type() == FrameType.WANT), "one peer is asked at a time");
        world.uptime = world.uptime.plus(EntryFetcher.ANSWER_MAX);
        anna.tick(world.uptime);
        anna.tick(world.uptime);
        assertEquals(FrameType.WANT, good.all.getLast().type());
    }

    @Test
    void whileNothingIsDueTheNextLookIsTheNextGossip() {
        world.connect(anna, ben, ROOM);
        anna.say(CONVERSATION, "hello");
        world.settle(SOON);
        world.uptime = world.uptime.plus(PeerRounds.LOOKS_APART); // one more look after the last step
        assertEquals(PeerRounds.GOSSIP_INTERVAL, anna.tick(world.uptime));
        ben.say(CONVERSATION, "a receipt of this leaves at once");
        ben.say(CONVERSATION, "and of this after the interval");
        while (world.step());
        assertEquals(world.uptime.plus(Receipts.INTERVAL_MIN), anna.tick(world.uptime));
    }

    @Test
    void aRestoredProfileWritesIntoANewLogAndLosesNothing() {
        World.End session = world.connect(anna, ben, ROOM);
        for (int i = 1; i <= 20; i++) anna.say(CONVERSATION, "text " + i);
        world.settle(SOON);
        world.disconnect(session, "left");
        World.Node restored = restoredCopyOf(anna, 12);
        restored.say(CONVERSATION, "written alone");
        restored.say(CONVERSATION, "written alone, too");
        world.connect(restored, ben, ROOM);
        world.settle(Duration.ofMinutes(2));

        List<String> texts = restored.history(CONVERSATION).stream().map(World::text).toList();
        for (int i = 1; i <= 20; i++) assertTrue(texts.contains("text " + i), "lost: text " + i);
        assertEquals(22, texts.size());
        assertTrue(texts.contains("written alone") && texts.contains("written alone, too"));
        for (Entry entry : ben.history(CONVERSATION)) texts = without(texts, World.text(entry));
        assertTrue(texts.isEmpty(), "only here: " + texts);
        Entry next = restored.say(CONVERSATION, "on it goes");
        assertFalse(next.header().log() == anna.stores.entries().ownLog(CONVERSATION));
        world.settle(SOON);
        assertEquals("on it goes", World.text(ben.heard.stored.getLast()));
    }

    private static List<String> without(List<String> texts, String text) {
        return texts.stream().filter(each -> !each.equals(text)).toList();
    }

    private World.Node restoredCopyOf(World.Node node, int entries) {
        ChatStores stores = InMemoryStores.create();
        LogKey log = new LogKey(CONVERSATION, node.id(), node.stores.entries().ownLog(CONVERSATION));
        List<Entry> kept = node.stores.entries().range(log, 1, entries, false, Integer.MAX_VALUE);
        stores.entries().add(kept, kept.getLast().header().lamport(), Durability.FULL);
        stores.entries().setOwnLog(CONVERSATION, log.log());
        return world.new Node(node.identity, stores);
    }

    @Test
    void aRestoredProfileThatWroteNothingTakesItsOwnEntriesBack() {
        World.End session = world.connect(anna, ben, ROOM);
        for (int i = 1; i <= 5; i++) anna.say(CONVERSATION, "text " + i);
        world.settle(SOON);
        world.disconnect(session, "left");
        World.Node restored = restoredCopyOf(anna, 2);
        world.connect(restored, ben, ROOM);
        world.settle(SOON);
        assertEquals(ben.history(CONVERSATION), restored.history(CONVERSATION));
        Entry next = restored.say(CONVERSATION, "new");
        assertEquals(1, next.header().number());
        assertTrue(restored.heard.forked.isEmpty());
    }
}
