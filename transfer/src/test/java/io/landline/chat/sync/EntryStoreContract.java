package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Admission;
import io.landline.chat.AdmissionStore;
import io.landline.chat.Author;
import io.landline.chat.BudgetStore;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.EntryText;
import io.landline.chat.Fork;
import io.landline.chat.LogKey;
import io.landline.chat.LogState;
import io.landline.chat.ReceiptStore;
import io.landline.chat.ReceiptStore.Receipt;
import io.landline.chat.TimelinePosition;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every store of conversations does, the real one and the one that tests use.
public abstract class EntryStoreContract extends FloorContract {
    private static final ConversationId OTHER_ROOM = ConversationId.of(new byte[16]);

    @Test
    void whatWasAddedComesBackByteForByte() {
        Author author = Author.of(ROOM, -7);
        List<Entry> run = List.of(author.text("one"), author.write(9, new EntryKind(40_000), new byte[]{0, 1, -1}));
        add(run);
        List<Entry> back = entries.range(author.key(), 1, 2, false, Integer.MAX_VALUE);
        assertEquals(run, back);
        assertArrayEquals(run.get(1).headerBytes(), back.get(1).headerBytes());
        assertEquals(40_000, back.get(1).kind().number());
        assertTrue(back.get(1).signatureHolds());
    }

    @Test
    void theStateOfALogSaysWhatRangeIsHeld() {
        Author author = Author.of(ROOM, 5);
        List<Entry> all = author.texts(10);
        assertNull(entries.log(author.key()));
        add(all.subList(4, 6));
        add(all.subList(6, 10));
        add(all.subList(1, 4));
        LogState state = entries.log(author.key());
        assertEquals(2, state.from());
        assertEquals(10, state.to());
        assertArrayEquals(all.getLast().hash(), state.hash());
        assertArrayEquals(all.getFirst().hash(), state.previous());
        assertEquals(2, state.lamportFrom());
        assertEquals(10, state.lamportTo());
        assertArrayEquals(author.identity.publicKey(), state.authorKey());
        assertEquals(1, entries.logs(ROOM).size());
        assertTrue(entries.logs(OTHER_ROOM).isEmpty());
    }

    @Test
    void aRunThatDoesNotJoinIsRefusedAndChangesNothing() {
        Author author = Author.of(ROOM, 5);
        List<Entry> all = author.texts(6);
        add(all.subList(0, 2));
        assertThrows(IllegalArgumentException.class, () -> add(all.subList(3, 5)));
        assertThrows(IllegalArgumentException.class, () -> add(all.subList(1, 2)));
        assertThrows(IllegalArgumentException.class, () -> add(List.of(author.otherBranch(all.get(0), "lie"))));
        assertEquals(2, entries.log(author.key()).to());
        assertEquals(2, entries.newest(ROOM, null, 10).size());
    }

    @Test
    void theTimelineIsOrderedByLamportTimeThenAuthorThenNumberAndPages() {
        Author one = Author.of(ROOM, 1);
        Author two = Author.of(ROOM, 2);
        Author twoAgain = new Author(two.identity, ROOM, -2);
        add(one.texts(5));
        add(two.texts(5));
        add(twoAgain.texts(5));
        List<Entry> all = entries.newest(ROOM, null, 100);
        assertEquals(15, all.size());
        assertEquals(all.stream().sorted(java.util.Comparator.comparing(Entry::position)).toList(), all);
        var paged = new ArrayList<Entry>();
        TimelinePosition before = null;
        for (List<Entry> page; !(page = entries.newest(ROOM, before, 4)).isEmpty();) {
            paged.addAll(0, page);
            before = page.getFirst().position();
        }
        assertEquals(all, paged);
    }

    @Test
    void aRangeEndsBeforeItsSizePassesTheBound() {
        Author author = Author.of(ROOM, 1);
        List<Entry> all = author.texts(5);
        add(all);
        int two = all.get(0).sentBytes() + all.get(1).sentBytes();
        assertEquals(all.subList(0, 2), entries.range(author.key(), 1, 5, false, two));
        assertEquals(all.subList(0, 1), entries.range(author.key(), 1, 5, false, two - 1));
        assertEquals(all.subList(3, 5), entries.range(author.key(), 1, 5, true, two));
        assertEquals(List.of(), entries.range(author.key(), 1, 5, false, 10));
        assertEquals(all.subList(3, 5), entries.range(author.key(), 4, 100, false, Integer.MAX_VALUE));
        assertEquals(List.of(), entries.range(author.key(), 6, 100, false, Integer.MAX_VALUE));
    }

    @Test
    void theHashOfAnEntryIsFoundByItsNumber() {
        Author author = Author.of(ROOM, 1);
        List<Entry> all = author.texts(3);
        add(all);
        assertArrayEquals(all.get(1).hash(), entries.hashAt(author.key(), 2));
        assertNull(entries.hashAt(author.key(), 4));
        assertNull(entries.hashAt(Author.of(ROOM, 1).key(), 1));
    }

    @Test
    void recentSaysWhereTheNewestEntriesOfEachLogBegin() {
        Author early = Author.of(ROOM, 1);
        Author late = Author.of(ROOM, 2);
        add(early.texts(10));
        late.write(5, EntryKind.TEXT, new EntryText("x").toBody());
        var lateOnes = new ArrayList<Entry>();
        for (int i = 11; i < 16; i++) lateOnes.add(late.write(i, EntryKind.TEXT, new EntryText("x").toBody()));
        add(lateOnes);
        assertEquals(Map.of(early.key(), 9L, late.key(), 2L), entries.recent(ROOM, 7));
        assertEquals(Map.of(late.key(), 4L), entries.recent(ROOM, 3));
        assertEquals(Map.of(), entries.recent(OTHER_ROOM, 3));
    }

    @Test
    void theClockNeverGoesBack() {
        Author author = Author.of(ROOM, 1);
        assertEquals(0, entries.clock(ROOM));
        entries.add(List.of(author.text("a")), 17, Durability.FULL);
        entries.add(List.of(author.text("b")), 3, Durability.BATCHED);
        assertEquals(17, entries.clock(ROOM));
    }

    @Test
    void whatIsHeldOfALogComesWithTheClockOfItsConversation() {
        Author author = Author.of(ROOM, 1);
        assertEquals(new EntryStore.Held(null, 0), entries.held(author.key()));
        entries.add(List.of(author.text("a")), 17, Durability.FULL);
        EntryStore.Held held = entries.held(author.key());
        assertEquals(17, held.clock());
        assertEquals(1, held.log().to());
        assertArrayEquals(entries.log(author.key()).hash(), held.log().hash());
        assertEquals(new EntryStore.Held(null, 17), entries.held(Author.of(ROOM, 2).key()));
    }

    @Test
    void theKeyOfWhoeverWroteSomethingIsKnown() {
        Author author = Author.of(ROOM, 1);
        assertNull(entries.authorKey(author.fingerprint()));
        add(author.texts(2));
        assertArrayEquals(author.identity.publicKey(), entries.authorKey(author.fingerprint()));
    }

    @Test
    void theLowestForkOfALogIsRememberedAsLongAsTheLog() {
        Author author = Author.of(ROOM, 1);
        Entry first = author.text("one");
        Entry second = author.text("two");
        Entry third = author.text("three");
        add(List.of(first, second, third));
        var above = new Fork(third, author.otherBranch(second, "other"));
        entries.markForked(above);
        assertEquals(List.of(above), entries.forks());
        var lower = new Fork(second, author.otherBranch(first, "another"));
        entries.markForked(lower);
        entries.markForked(above);
        assertEquals(List.of(lower), entries.forks(), "the lowest counts");
        assertEquals(3, entries.log(author.key()).to(), "what is held stays");
        assertEquals(1, entries.beforeForks(ROOM).get(author.key()).number());
        assertArrayEquals(first.hash(), entries.beforeForks(ROOM).get(author.key()).hash());
        entries.drop(author.key());
        assertEquals(List.of(), entries.forks());
        assertEquals(Map.of(), entries.beforeForks(ROOM));
    }

    @Test
    void aLostBranchIsWrittenAgainInOneStep() {
        Author lost = Author.of(ROOM, 1);
        Author again = new Author(lost.identity, ROOM, 2);
        List<Entry> all = lost.texts(5);
        add(all);
        List<Entry> copies = again.texts(3);
        entries.rewrite(lost.key(), 3, copies, 40, null);
        assertEquals(2, entries.log(lost.key()).to());
        assertArrayEquals(all.get(1).hash(), entries.log(lost.key()).hash());
        assertEquals(3, entries.log(again.key()).to());
        assertEquals(40, entries.clock(ROOM));
        add(List.of(lost.otherBranch(all.get(1), "theirs")));
        assertEquals(6, entries.newest(ROOM, null, 10).size());
        entries.rewrite(again.key(), 1, List.of(), 0, null);
        assertNull(entries.log(again.key()));
    }

    @Test
    void searchFindsWordsThatBeginLikeTheseWhateverCaseAndAccents() {
        Author author = Author.of(ROOM, 1);
        Entry coffee = author.text("Wir trinken Kaffee im Café");
        Entry tea = author.text("Tee im CAFE");
        add(List.of(coffee, tea));
        add(List.of(Author.of(OTHER_ROOM, 1).text("café elsewhere")));
        assertEquals(List.of(coffee, tea), entries.search(ROOM, "cafe", 10));
        assertEquals(List.of(tea), entries.search(ROOM, "cafe", 1));
        assertEquals(List.of(coffee), entries.search(ROOM, "kaff CAF", 10));
        assertEquals(List.of(), entries.search(ROOM, "kaffee tee", 10));
    }

    @Test
    void h51_nothingInASearchIsSyntax() {
        Author author = Author.of(ROOM, 1);
        Entry entry = author.text("it's 100% \"quoted\" a_b NEAR text");
        add(List.of(entry));
        for (String hit : List.of("\"quoted", "100%", "NEAR", "it's", "quoted\"\"", "text AND", "a_b")) {
            boolean found = entries.search(ROOM, hit, 10).contains(entry);
            assertEquals(!hit.endsWith("AND"), found, hit);
        }
        for (String nothing : List.of("", "   ", "\"", "*", "%", "' OR 1=1 --", "(((", "text:quoted NOT x", "\u0000",
                "{a b}:", "x".repeat(10_000), "text^2 + - ~")) {
            entries.search(ROOM, nothing, 10);
        }
    }

    @Test
    void theNewestOfAKindAreThoseThatCameLast() {
        Author author = Author.of(ROOM, 1);
        var offers = new ArrayList<Entry>();
        for (int i = 0; i < 3; i++) {
            add(List.of(author.text("between")));
            long lamport = entries.clock(ROOM) + 1;
            offers.add(author.write(lamport, EntryKind.OFFER, Author.bytes("{}")));
            add(List.of(offers.getLast()));
        }
        assertEquals(offers.subList(1, 3), entries.newestOf(EntryKind.OFFER, 2));
        assertEquals(List.of(), entries.newestOf(EntryKind.WITHDRAWN, 2));
    }

    @Test
    void receiptsOnlyAdvance() {
        LogKey log = Author.of(ROOM, -1).key();
        var peer = Author.of(ROOM, 1).fingerprint();
        ReceiptStore receipts = stores.receipts();
        assertEquals(0, receipts.upTo(log, peer, Receipt.DELIVERED));
        assertTrue(receipts.advance(log, peer, Receipt.DELIVERED, 5));
        assertFalse(receipts.advance(log, peer, Receipt.DELIVERED, 5));
        assertFalse(receipts.advance(log, peer, Receipt.DELIVERED, 4));
        assertTrue(receipts.advance(log, peer, Receipt.READ, 4));
        assertEquals(5, receipts.upTo(log, peer, Receipt.DELIVERED));
        assertEquals(4, receipts.upTo(log, peer, Receipt.READ));
        assertEquals(List.of(log), receipts.logs(ROOM, log.author(), peer));
        assertEquals(List.of(), receipts.logs(ROOM, peer, peer));
    }

    @Test
    void receiptsOfManyLogsAreNotedTogether() {
        Author author = Author.of(ROOM, 1);
        LogKey one = author.key();
        LogKey other = new Author(author.identity, ROOM, 2).key();
        LogKey elsewhere = new Author(author.identity, OTHER_ROOM, 3).key();
        var me = Author.of(ROOM, 4).fingerprint();
        ReceiptStore receipts = stores.receipts();
        receipts.advance(one, me, Receipt.READ, 5);
        receipts.advance(elsewhere, me, Receipt.READ, 5);
        receipts.advance(other, author.fingerprint(), Receipt.READ, 9);
        assertEquals(java.util.Set.of(other), receipts.advance(Map.of(one, 4L, other, 7L), me, Receipt.READ));
        assertEquals(Map.of(one, 5L, other, 7L), receipts.upTo(ROOM, me, Receipt.READ));
    }

    @Test
    void theNewAdmissionOfAMemberReplacesTheOld() {
        var room = RoomId.of(ROOM.bytes());
        Identity signer = Identity.generate();
        Identity member = Identity.generate();
        Admission far = Admission.signed(signer, room, member.publicKey(), Instant.EPOCH).withLinks(3);
        Admission near = Admission.signed(signer, room, member.publicKey(), Instant.ofEpochMilli(5)).withLinks(2);
        assertNull(stores.admissions().find(room, member.fingerprint()));
        stores.admissions().put(far);
        stores.admissions().put(near);
        Admission found = stores.admissions().find(room, member.fingerprint());
        assertEquals(2, found.links());
        assertEquals(5, found.millis());
        assertTrue(found.signatureHolds());
        assertEquals(1, stores.admissions().count(room));
        assertEquals(0, stores.admissions().count(RoomId.of(new byte[16])));
    }

    @Test
    void h1_anEntryWithoutItsBodyIsRefused() {
        Entry entry = Author.of(ROOM, 1).text("gone");
        var bare = new Entry(entry.header(), entry.signature(), null);
        assertThrows(IllegalArgumentException.class, () -> add(List.of(bare)));
        assertEquals(0, entries.logCount(ROOM));
    }

    @Test
    void logsAreCountedInAllAndByAuthor() {
        Author ada = Author.of(ROOM, 1);
        add(List.of(ada.text("one")));
        add(List.of(new Author(ada.identity, ROOM, 2).text("two")));
        add(List.of(Author.of(ROOM, 3).text("three")));
        add(List.of(Author.of(OTHER_ROOM, 4).text("elsewhere")));
        assertEquals(3, entries.logCount(ROOM));
        assertEquals(2, entries.logCount(ROOM, ada.fingerprint()));
        assertEquals(0, entries.logCount(OTHER_ROOM, ada.fingerprint()));
    }

    @Test
    void askedForSomeLogsOnlyThoseThatAreHeldComeBack() {
        Author ada = Author.of(ROOM, 1);
        Author other = Author.of(ROOM, 2);
        add(ada.texts(3));
        add(other.texts(2));
        LogKey unknown = Author.of(ROOM, 3).key();
        Map<LogKey, LogState> held = entries.logs(ROOM, List.of(ada.key(), unknown));
        assertEquals(java.util.Set.of(ada.key()), held.keySet());
        assertEquals(3, held.get(ada.key()).to());
    }

    @Test
    void theLogsThatBeganLastComeFirst() {
        Author first = Author.of(ROOM, 1);
        Author second = Author.of(ROOM, 2);
        add(List.of(first.text("one")));
        add(List.of(second.text("two")));
        add(List.of(first.text("more")));
        assertEquals(List.of(second.key(), first.key()), entries.newestLogs(ROOM));
    }

    @Test
    void admissionsAreCountedBySigner() {
        RoomId room = ROOM.asRoom();
        Identity signer = Identity.generate();
        AdmissionStore admissions = stores.admissions();
        for (int i = 0; i < 3; i++) {
            admissions.put(Admission.signed(signer, room, Identity.generate().publicKey(), Instant.EPOCH).withLinks(2));
        }
        admissions.put(
                Admission.signed(Identity.generate(), room, Identity.generate().publicKey(), Instant.EPOCH)
                        .withLinks(2));
        assertEquals(3, admissions.countSignedBy(room, signer.publicKey()));
    }

    @Test
    void theNewestOfThoseVouchedForGivesWayUnlessHeWroteOrProvedTheKey() {
        RoomId room = ROOM.asRoom();
        Identity signer = Identity.generate();
        Author wrote = Author.of(ROOM, 1);
        Identity older = Identity.generate();
        Identity newer = Identity.generate();
        Identity proved = Identity.generate();
        AdmissionStore admissions = stores.admissions();
        for (Identity member : List.of(older, newer, wrote.identity)) {
            admissions.put(Admission.signed(signer, room, member.publicKey(), Instant.EPOCH).withLinks(2));
        }
        admissions.put(Admission.signed(signer, room, proved.publicKey(), Instant.EPOCH).withLinks(1));
        add(List.of(wrote.text("here")));
        assertTrue(admissions.dropNewestVouchedFor(room));
        assertEquals(java.util.Set.of(older.fingerprint(), wrote.fingerprint(), proved.fingerprint()),
                admissions.members(room));
        assertTrue(admissions.dropNewestVouchedFor(room));
        assertFalse(admissions.dropNewestVouchedFor(room));
        assertEquals(java.util.Set.of(wrote.fingerprint(), proved.fingerprint()), admissions.members(room));
    }

    @Test
    void whatWasSpentIsKeptForItsDayAlone() {
        BudgetStore budgets = stores.budgets();
        var account = new BudgetStore.Account(Identity.generate().fingerprint(), BudgetStore.Purpose.OWN);
        var other = new BudgetStore.Account(account.person(), BudgetStore.Purpose.VOUCHED_FOR);
        assertEquals(Map.of(), budgets.spent(7));
        budgets.save(7, Map.of(account, new BudgetStore.Spent(1, 2, 3)));
        budgets.save(7, Map.of(other, new BudgetStore.Spent(4, 5, 6)));
        assertEquals(Map.of(account, new BudgetStore.Spent(1, 2, 3), other, new BudgetStore.Spent(4, 5, 6)),
                budgets.spent(7));
        assertEquals(Map.of(), budgets.spent(8));
        budgets.save(8, Map.of(account, new BudgetStore.Spent(9, 9, 9)));
        assertEquals(Map.of(account, new BudgetStore.Spent(9, 9, 9)), budgets.spent(8));
    }
}
