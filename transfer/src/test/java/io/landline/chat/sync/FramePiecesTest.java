package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Admission;
import io.landline.chat.Author;
import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.LogState;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.frame.AdmissionsFrame;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.frame.HaveFrame;
import io.landline.chat.frame.ReceiptsFrame;
import io.landline.chat.frame.WantFrame;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Frames that bring much to do are worked off in pieces, so that others have their turns in between (finding C1).
class FramePiecesTest {
    private static final RoomId ROOM = RoomId.of(new byte[RoomId.BYTES]);
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);

    private final World world = new World(11);
    private final World.Node node = world.node();
    private final Identity mallory = Identity.generate();
    private final World.End session = world.scripted(node, mallory, ROOM);

    private FrameWork begin(Frame frame) throws MalformedFrameException {
        return node.core.received(session, List.of(frame), Duration.ZERO);
    }

    private static int pieces(FrameWork work) throws MalformedFrameException {
        int pieces = 1;
        while (work.next()) pieces++;
        return pieces;
    }

    @Test
    void h38_aFrameOfManyLogsIsTakenOneRunAtATime() throws MalformedFrameException {
        var entries = new ArrayList<Entry>();
        for (int log = 1; log <= 10; log++) entries.add(new Author(mallory, CONVERSATION, log).text("log " + log));
        FrameWork work = begin(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, entries).encode());
        assertTrue(work.next());
        assertEquals(1, node.stores.entries().logCount(CONVERSATION));
        Entry ours = node.say(CONVERSATION, "in between");
        assertNotNull(node.stores.entries().log(ours.log()));
        assertEquals(9, pieces(work));
        assertEquals(11, node.stores.entries().logCount(CONVERSATION));
    }

    /// An act may take a millisecond: a run of hundreds would keep everybody waiting.
    @Test
    void h38_aLongRunIsTakenInParts() throws MalformedFrameException {
        List<Entry> run = new Author(mallory, CONVERSATION, 1).texts(3 * EntryReceiver.PART_MAX + 1);
        FrameWork work = begin(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, run).encode());
        assertTrue(work.next());
        assertEquals(EntryReceiver.PART_MAX, node.history(CONVERSATION).size());
        Entry ours = node.say(CONVERSATION, "in between");
        assertNotNull(node.stores.entries().log(ours.log()));
        assertEquals(3, pieces(work));
        assertEquals(run.size() + 1, node.history(CONVERSATION).size());
    }

    @Test
    void h38_actsAreTakenFewAtATime() throws MalformedFrameException {
        var author = new Author(mallory, CONVERSATION, 1);
        Entry text = author.text("hello");
        var run = new ArrayList<>(List.of(text));
        for (int i = 0; i < 3 * EntryReceiver.PART_ACTS_MAX; i++) {
            run.add(author.write(2 + i, EntryKind.EDIT, new Edit(text.reference(), "edit " + i, Set.of()).toBody()));
        }
        FrameWork work = begin(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, run).encode());
        assertTrue(work.next());
        assertEquals(1 + EntryReceiver.PART_ACTS_MAX, node.stores.entries().log(text.log()).to());
        assertEquals(2, pieces(work));
        assertEquals(run.size(), node.stores.entries().log(text.log()).to());
    }

    /// A delete for earlier rooms takes one signature for each of them.
    @Test
    void h38_deletesForManyEarlierRoomsAreTakenOneAtATime() throws MalformedFrameException {
        var author = new Author(mallory, CONVERSATION, 1);
        Entry text = author.text("hello");
        var earlier = new ArrayList<String>();
        for (int room = 1; room <= Delete.EARLIER_MAX; room++) {
            var there = new Author(mallory, new ConversationId(room, room), room);
            byte[] delete = new Delete(text.reference(), List.of()).toBody();
            earlier.add(Deletion.orNull(there.write(1, EntryKind.DELETE, delete)).text());
        }
        var run = new ArrayList<>(List.of(text));
        for (int i = 0; i < 5; i++) {
            byte[] delete = new Delete(text.reference(), List.of(), earlier).toBody();
            run.add(author.write(2 + i, EntryKind.DELETE, delete));
        }
        FrameWork work = begin(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, run).encode());
        assertTrue(work.next());
        assertEquals(1, node.stores.entries().log(text.log()).to());
        assertEquals(5, pieces(work));
        assertEquals(run.size(), node.stores.entries().log(text.log()).to());
    }

    /// Each brings the delete that took its body, and that one's signature is checked.
    @Test
    void h38_deletedMessagesAreTakenFewAtATime() throws MalformedFrameException {
        var author = new Author(mallory, CONVERSATION, 1);
        var deletes = new Author(mallory, CONVERSATION, 2);
        var run = new ArrayList<Entry>();
        for (int i = 0; i < 3 * EntryReceiver.PART_ACTS_MAX; i++) {
            Entry text = author.text("text " + i);
            byte[] delete = new Delete(text.reference(), List.of()).toBody();
            run.add(text.deletedBy(Deletion.orNull(deletes.write(100 + i, EntryKind.DELETE, delete))));
        }
        FrameWork work = begin(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, run).encode());
        assertTrue(work.next());
        assertEquals(EntryReceiver.PART_ACTS_MAX, node.stores.entries().log(run.getFirst().log()).to());
        assertEquals(2, pieces(work));
        assertEquals(run.size(), node.stores.entries().log(run.getFirst().log()).to());
    }

    @Test
    void h38_aFrameOfManyAdmissionsIsTakenOneAtATime() throws MalformedFrameException {
        var admissions = new ArrayList<Admission>();
        for (int i = 0; i < 10; i++) {
            admissions.add(Admission.signed(mallory, ROOM, Identity.generate().publicKey(), Instant.EPOCH));
        }
        FrameWork work = begin(new AdmissionsFrame(admissions).encode());
        int before = node.stores.admissions().count(ROOM);
        assertTrue(work.next());
        assertEquals(before + 1, node.stores.admissions().count(ROOM));
        assertEquals(9, pieces(work));
        assertEquals(before + 10, node.stores.admissions().count(ROOM));
    }

    @Test
    void h38_aFrameOfManyRowsIsComparedSomeRowsAtATime() throws MalformedFrameException {
        var rows = new ArrayList<HaveFrame.Row>();
        for (int i = 0; i < HaveFrame.ROWS_MAX; i++) {
            rows.add(new HaveFrame.Row(mallory.publicKey(), 1_000 + i, 1, 1, new byte[Sha256.BYTES], 1));
        }
        FrameWork work = begin(new HaveFrame(CONVERSATION, false, rows).encode());
        assertTrue(pieces(work) >= 8);
    }

    @Test
    void h38_aRequestForManyLogsIsAnsweredSomeLogsAtATimeInOneFrame() throws MalformedFrameException {
        var ranges = new ArrayList<WantFrame.Range>();
        var entries = new ArrayList<Entry>();
        for (int log = 1; log <= 16; log++) {
            Entry entry = new Author(mallory, CONVERSATION, log).text("log " + log);
            entries.add(entry);
            ranges.add(new WantFrame.Range(entry.log(), 1, 1, false));
        }
        pieces(begin(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, entries).encode()));
        World.End other = world.scripted(node, Identity.generate(), ROOM);
        other.sent.clear();
        FrameWork work = node.core.received(other,
                List.of(new WantFrame(7, CONVERSATION, ranges).encode()), Duration.ZERO);
        assertTrue(work.next());
        assertEquals(0, answers(other).size());
        pieces(work);
        assertEquals(1, answers(other).size());
        assertEquals(16, EntriesFrame.decode(answers(other).getFirst().body()).entries().size());
    }

    @Test
    void h38_aRequestNamesFewLogsAsWhatThePeerSaysNextWaitsForItsAnswer() throws MalformedFrameException {
        var rows = new ArrayList<HaveFrame.Row>();
        for (int log = 1; log <= 3 * PeerInventory.LOGS_A_REQUEST; log++) {
            rows.add(new HaveFrame.Row(mallory.publicKey(), log, 1, 1, new byte[Sha256.BYTES], 1));
        }
        session.sent.clear();
        pieces(begin(new HaveFrame(CONVERSATION, false, rows).encode()));
        List<Frame> wants = session.sent.stream().filter(frame -> frame.type() == FrameType.WANT).toList();
        assertEquals(1, wants.size());
        assertEquals(PeerInventory.LOGS_A_REQUEST, WantFrame.decode(wants.getFirst().body()).ranges().size());
    }

    @Test
    void h38_aRequestNamesFewEntriesAsWhatThePeerSaysNextWaitsForThem() throws MalformedFrameException {
        var row = new HaveFrame.Row(mallory.publicKey(), 1, 1, 5_000, new byte[Sha256.BYTES], 4_001);
        session.sent.clear();
        pieces(begin(new HaveFrame(CONVERSATION, false, List.of(row)).encode()));
        List<Frame> wants = session.sent.stream().filter(frame -> frame.type() == FrameType.WANT).toList();
        WantFrame.Range range = WantFrame.decode(wants.getFirst().body()).ranges().getFirst();
        assertEquals(4_001, range.from());
        assertEquals(4_000 + PeerInventory.ENTRIES_A_REQUEST, range.to());
    }

    @Test
    void h38_aLogWithFewSignaturesThatHoldIsHandedOnUpToOneThatDoes() throws MalformedFrameException {
        var author = new Author(mallory, CONVERSATION, 7);
        World.Node ben = world.node();
        List<Entry> all = new ArrayList<>();
        for (Entry each : author.texts(2 * PeerInventory.ENTRIES_A_REQUEST)) all.add(Author.forged(each));
        all.add(author.text("signed"));
        session.receive(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, all).encode());
        world.connect(node, ben, ROOM);
        world.settle(Duration.ofSeconds(1));
        assertEquals(all.size(), ben.history(CONVERSATION).size());
    }

    /// What is older than the newest joins what is held from its end.
    @Test
    void longTextsThatWereAskedForAllComeAlsoTheOlderOnes() throws MalformedFrameException {
        var author = new Author(mallory, CONVERSATION, 7);
        World.Node ben = world.node();
        for (int i = 0; i < 110; i++) {
            var ten = new ArrayList<Entry>();
            for (int j = 0; j < 10; j++) ten.add(author.text("x".repeat(2_000)));
            session.receive(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, ten).encode());
        }
        assertEquals(1_100, node.history(CONVERSATION).size());
        world.connect(node, ben, ROOM);
        while (ben.history(CONVERSATION).size() < 1_100) assertTrue(world.step());
        assertFalse(ben.heard.older.isEmpty());
    }

    private static List<Frame> answers(World.End end) {
        return end.sent.stream().filter(frame -> frame.type() == FrameType.ENTRIES).toList();
    }

    /// To look for an end with a signature costs 0.1 ms an entry.
    @Test
    void h38_aLongRunWithoutSignaturesThatHoldIsTakenInParts() throws MalformedFrameException {
        List<Entry> run = forgedUpToTheLast(3 * EntryReceiver.PART_MAX);
        FrameWork work = begin(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, run).encode());
        assertTrue(work.next());
        assertEquals(EntryReceiver.PART_MAX, node.history(CONVERSATION).size());
        assertEquals(2, pieces(work));
        assertEquals(run.size(), node.history(CONVERSATION).size());
    }

    @Test
    void h38_aRunIsForgedWhereItsLastSignatureDoesNotHold() throws MalformedFrameException {
        var run = new ArrayList<>(new Author(mallory, CONVERSATION, 1).texts(2 * EntryReceiver.PART_MAX));
        run.set(run.size() - 1, Author.forged(run.getLast()));
        FrameWork work = begin(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, run).encode());
        assertThrows(MalformedFrameException.class, () -> pieces(work));
        assertEquals(List.of(), node.history(CONVERSATION));
    }

    @Test
    void h38_anAnswerWithMoreThanWasAskedForIsTakenInParts() throws MalformedFrameException {
        List<Entry> run = new Author(mallory, CONVERSATION, 1).texts(4 * PeerInventory.ENTRIES_A_REQUEST);
        var row = new HaveFrame.Row(mallory.publicKey(), 1, 1, run.size(), run.getLast().hash(), 1);
        session.sent.clear();
        pieces(begin(new HaveFrame(CONVERSATION, false, List.of(row)).encode()));
        int request = WantFrame.decode(wants().getFirst().body()).request();
        FrameWork work = begin(new EntriesFrame(request, CONVERSATION, run).encode());
        assertTrue(work.next());
        assertEquals(PeerInventory.ENTRIES_A_REQUEST, node.history(CONVERSATION).size());
        assertEquals(3, pieces(work));
        assertEquals(run.size(), node.history(CONVERSATION).size());
    }

    private List<Frame> wants() {
        return session.sent.stream().filter(frame -> frame.type() == FrameType.WANT).toList();
    }

    @Test
    void h38_aSignatureThatHoldsIsLookedForInPieces() throws MalformedFrameException {
        List<Entry> run = hold(forgedUpToTheLast(500));
        var range = new WantFrame.Range(run.getLast().log(), 1, 499, false);
        assertTrue(pieces(begin(new WantFrame(7, CONVERSATION, List.of(range)).encode())) >= 10);
        assertEquals(500, EntriesFrame.decode(answers(session).getLast().body()).entries().size());
    }

    @Test
    void h38_aRequestThatNamesOneLogAgainAndAgainHasNoSignatureLookedForWithoutEnd() throws MalformedFrameException {
        List<Entry> run = hold(forgedUpToTheLast(2_000));
        var range = new WantFrame.Range(run.getLast().log(), 1, 500, false);
        var want = new WantFrame(7, CONVERSATION, Collections.nCopies(WantFrame.RANGES_MAX, range));
        assertTrue(pieces(begin(want.encode())) <= WantFrame.RANGES_MAX);
        assertEquals(0, EntriesFrame.decode(answers(session).getLast().body()).entries().size());
    }

    /// What a tick does, everybody waits for.
    @Test
    void h38_aRequestThatCameTooSoonIsAnsweredInATurnOfItsSession() throws MalformedFrameException {
        List<Entry> run = hold(forgedUpToTheLast(500));
        var range = new WantFrame.Range(run.getLast().log(), 1, 499, false);
        session.laneMax = session.sent.size();
        pieces(begin(new WantFrame(7, CONVERSATION, List.of(range)).encode()));
        session.laneMax = Integer.MAX_VALUE;
        int before = answers(session).size();
        node.core.tick(Duration.ofSeconds(1));
        assertEquals(before, answers(session).size());
        assertEquals(List.of(session), node.core.takeAskDue());
        assertTrue(pieces(node.core.ask(session, Duration.ofSeconds(1))) >= 10);
        assertEquals(before + 1, answers(session).size());
    }

    /// Only the last one is signed, so all of it was taken.
    private List<Entry> forgedUpToTheLast(int count) {
        var author = new Author(mallory, CONVERSATION, 1);
        var run = new ArrayList<Entry>();
        for (int i = 1; i < count; i++) run.add(Author.forged(author.text("text " + i)));
        run.add(author.text("signed"));
        return run;
    }

    private List<Entry> hold(List<Entry> run) {
        node.stores.entries().add(run, run.getLast().header().lamport(), EntryStore.Durability.BATCHED);
        return run;
    }

    /// Each receipt that is news is a transaction.
    @Test
    void h38_ofReceiptsForOneLogTheHighestCounts() throws MalformedFrameException {
        for (int i = 0; i < 5; i++) node.say(CONVERSATION, "text " + i);
        LogState own = node.stores.entries().logs(CONVERSATION).getFirst();
        var rows = new ArrayList<ReceiptsFrame.Row>();
        for (int upTo = 1; upTo <= 6; upTo++) rows.add(new ReceiptsFrame.Row(own.key().log(), upTo));
        pieces(begin(new ReceiptsFrame(CONVERSATION, rows).encode(FrameType.READ)));
        assertEquals(List.of(5L), List.copyOf(node.heard.delivered.values()));
        assertEquals(1, node.heard.receipts);
        assertEquals(List.of(5L), List.copyOf(node.heard.read.values()));
    }

    @Test
    void aSessionThatLeavesTheRoomInBetweenHasNoMoreTaken() throws MalformedFrameException {
        var entries = new ArrayList<Entry>();
        for (int log = 1; log <= 3; log++) entries.add(new Author(mallory, CONVERSATION, log).text("log " + log));
        FrameWork work = begin(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, entries).encode());
        assertTrue(work.next());
        session.rooms.clear();
        assertFalse(work.next());
        assertEquals(1, node.stores.entries().logCount(CONVERSATION));
        assertEquals(List.of(), node.heard.limits);
    }
}
