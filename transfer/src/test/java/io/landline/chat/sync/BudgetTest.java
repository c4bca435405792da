package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Admission;
import io.landline.chat.Author;
import io.landline.chat.BudgetStore;
import io.landline.chat.ChatStores;
import io.landline.chat.ConversationListener.Limit;
import io.landline.chat.ConversationListener.Pause;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStoreException;
import io.landline.chat.LogState;
import io.landline.chat.frame.AdmissionsFrame;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.frame.HaveFrame;
import io.landline.chat.frame.WantFrame;
import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What others may have us store in a day (finding M2, row H84), and blocked people.
class BudgetTest {
    private static final RoomId ROOM = RoomId.of(new byte[RoomId.BYTES]);
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final EntryKind UNKNOWN = new EntryKind(40_000);

    private final World world = new World(5);
    private final World.Node node = world.node();
    private final Author peer = Author.of(CONVERSATION, 1);
    private final World.End session = world.scripted(node, peer.identity, ROOM);

    private void push(Entry entry) throws MalformedFrameException {
        session.receive(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, List.of(entry)).encode());
    }

    /// Pushes large entries of one kind until one is not taken; how many were.
    private int flood(Author author, World.End by, EntryKind kind) throws MalformedFrameException {
        return flood(author, by, kind, 1);
    }

    private int flood(Author author, World.End by, EntryKind kind, long from) throws MalformedFrameException {
        int taken = 0;
        byte[] body = new byte[Entry.BODY_BYTES_MAX];
        for (long time = from;; time++) {
            Entry entry = author.write(time, kind, body);
            by.receive(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, List.of(entry)).encode());
            LogState held = node.stores.entries().log(author.key());
            if (held == null || held.to() < entry.header().number()) return taken;
            taken++;
        }
    }

    private List<Integer> sentTypes(World.End end, int from) {
        return end.all.stream().skip(from).map(frame -> frame.type()).toList();
    }

    @Test
    void m2_unknownKindsOfOnePersonStopAtTheirBudgetAndTheUserIsToldOnce() throws MalformedFrameException {
        int taken = flood(peer, session, UNKNOWN);
        assertEquals(CostRules.UNKNOWN_KINDS_BYTES_A_DAY / Entry.SENT_BYTES_MAX, taken);
        assertEquals(List.of(peer.fingerprint().brief() + " UNKNOWN_KINDS"), node.heard.limits);
        int before = session.all.size();
        push(peer.text("after the pause"));
        assertEquals(taken, node.history(CONVERSATION).size());
        assertEquals(List.of(), sentTypes(session, before), "a paused log is not asked for");
    }

    /// While a disk is full everybody who is connected tries again and again.
    @Test
    void whatTheDiskDidNotTakeCostsItsAuthorNothing() throws MalformedFrameException {
        Entry first = peer.write(1, UNKNOWN, new byte[Entry.BODY_BYTES_MAX]);
        long fitting = CostRules.UNKNOWN_KINDS_BYTES_A_DAY / Entry.SENT_BYTES_MAX;
        ((InMemoryEntries) node.stores.entries()).full = true;
        for (int i = 0; i <= fitting; i++) assertThrows(EntryStoreException.class, () -> push(first));
        ((InMemoryEntries) node.stores.entries()).full = false;
        push(first);
        assertEquals(fitting - 1, flood(peer, session, UNKNOWN, 2));
        assertEquals(List.of(peer.fingerprint().brief() + " UNKNOWN_KINDS"), node.heard.limits);
    }

    @Test
    void aKindThatNoVersionHasIsAnUnknownOne() {
        assertFalse(new EntryKind(0).isKnown());
        assertTrue(EntryKind.TEXT.isKnown());
        assertTrue(new EntryKind(EntryKind.KNOWN_MAX).isKnown());
        assertFalse(new EntryKind(EntryKind.KNOWN_MAX + 1).isKnown());
    }

    @Test
    void m2_peopleOfOpenRoomsHaveAFewMegabytesADay() throws MalformedFrameException {
        world.openRooms.add(ROOM);
        node.standings.put(peer.fingerprint(), Standing.OPEN_ROOM);
        int taken = flood(peer, session, EntryKind.OFFER);
        assertEquals(CostRules.OPEN_ROOM_BYTES_A_DAY / Entry.SENT_BYTES_MAX, taken);
        assertEquals(List.of(peer.fingerprint().brief() + " DAY"), node.heard.limits);
    }

    @Test
    void m2_inventedPeopleOfOpenRoomsShareOneBudget() throws MalformedFrameException {
        world.openRooms.add(ROOM);
        long taken = 0;
        for (int i = 0; i < 2 * CostRules.OPEN_ROOM_PEOPLE; i++) {
            Author invented = Author.of(CONVERSATION, 1);
            node.standings.put(invented.fingerprint(), Standing.STRANGER);
            taken += flood(invented, session, EntryKind.OFFER);
        }
        long most = CostRules.OPEN_ROOM_BYTES_A_DAY * CostRules.OPEN_ROOM_PEOPLE;
        assertTrue(taken * Entry.SENT_BYTES_MAX <= most, taken + " entries");
        assertTrue(taken > most / Entry.SENT_BYTES_MAX / 2);
    }

    /// Else a word for one of them lets all invented people have as much again.
    @Test
    void m2_moreOfOnePersonIsNotMoreOfAllPeopleOfOpenRooms() {
        world.openRooms.add(ROOM);
        ChatContext context = node.context();
        var budgets = new Budgets(context, new LimitWarnings(context));
        for (int i = 0; i <= CostRules.OPEN_ROOM_PEOPLE; i++) charge(budgets, ofOpenRoom(), 5_000);
        Author met = ofOpenRoom();
        Author other = ofOpenRoom();
        assertEquals(0, charge(budgets, met, 1) + charge(budgets, other, 1), "all of them have had enough");
        budgets.allowMore(peer.fingerprint());
        assertEquals(0, charge(budgets, other, 1), "more of a member");
        budgets.allowMore(met.fingerprint());
        assertEquals(0, charge(budgets, other, 1), "more of somebody else there");
        assertTrue(budgets.isPaused(other.key()));
        assertFalse(budgets.isPaused(met.key()));
        long own = 2 * CostRules.OPEN_ROOM_BYTES_A_DAY / Entry.SENT_BYTES_MAX;
        assertEquals(own, charge(budgets, met, 5_000), "the person that the user means");
    }

    private Author ofOpenRoom() {
        Author author = Author.of(CONVERSATION, 1);
        node.standings.put(author.fingerprint(), Standing.OPEN_ROOM);
        return author;
    }

    @Test
    void m2_theNextDayThePausedLogGoesOn() throws MalformedFrameException {
        int taken = flood(peer, session, UNKNOWN);
        world.clock = world.clock.plus(Duration.ofDays(1));
        List<Entry> rest = List.of(peer.text("tomorrow"));
        push(rest.getFirst());
        assertTrue(sentTypes(session, 0).contains(FrameType.WANT));
        assertEquals(taken, node.history(CONVERSATION).size());
        WantFrame want = WantFrame.decode(session.all.getLast().body());
        assertEquals(taken + 1, want.ranges().getFirst().from());
    }

    @Test
    void h85_aClockThatIsSetBackBeginsNoNewDay() throws MalformedFrameException {
        flood(peer, session, UNKNOWN);
        world.clock = world.clock.minus(Duration.ofDays(3_650));
        int before = session.all.size();
        push(peer.text("yesterday"));
        assertEquals(List.of(), sentTypes(session, before));
    }

    /// Else nothing more of anybody is taken until the program ends.
    @Test
    void h85_aDayThatBeganByAClockThatWasAheadEndsAfterADay() throws MalformedFrameException {
        world.clock = world.clock.plus(Duration.ofDays(3_650));
        flood(peer, session, UNKNOWN);
        node.tick(world.uptime);
        world.clock = world.clock.minus(Duration.ofDays(3_650));
        node.tick(Duration.ofDays(1).minusNanos(1));
        assertEquals(1, node.core.pauses().size());
        node.tick(Duration.ofDays(1).plus(PeerRounds.GOSSIP_INTERVAL));
        assertEquals(List.of(), node.core.pauses());
    }

    @Test
    void m2_theUserMayAllowMore() throws MalformedFrameException {
        int taken = flood(peer, session, UNKNOWN);
        node.core.allowMore(peer.fingerprint());
        push(peer.text("more"));
        WantFrame want = WantFrame.decode(session.all.getLast().body());
        assertEquals(taken + 1, want.ranges().getFirst().from());
    }

    /// What the user is shown now, and what was told of it before.
    private String shown() {
        return node.core.pauses().size() + " of " + node.heard.pauses;
    }

    @Test
    void aPauseIsShownUntilTheUserAllowsMore() throws MalformedFrameException {
        flood(peer, session, UNKNOWN);
        Pause pause = new Pause(peer.fingerprint(), CONVERSATION, Limit.UNKNOWN_KINDS);
        assertEquals(List.of(pause), node.core.pauses());
        node.core.allowMore(Identity.generate().fingerprint());
        assertEquals(List.of(pause), node.core.pauses(), "more of somebody else");
        node.core.allowMore(peer.fingerprint());
        String who = peer.fingerprint().brief();
        assertEquals("0 of [paused " + who + ", ended " + who + "]", shown());
    }

    @Test
    void aPauseIsShownUntilThePersonIsBlocked() throws MalformedFrameException {
        flood(peer, session, UNKNOWN);
        node.blocked.add(peer.fingerprint());
        node.core.blocked(peer.fingerprint());
        String who = peer.fingerprint().brief();
        assertEquals("0 of [paused " + who + ", ended " + who + "]", shown());
    }

    @Test
    void aPauseIsShownUntilTheNextDayThoughNobodySendsAnything() throws MalformedFrameException {
        flood(peer, session, UNKNOWN);
        world.clock = world.clock.plus(Duration.ofDays(1));
        node.tick(Duration.ofMinutes(1));
        assertEquals(List.of(), node.core.pauses());
    }

    @Test
    void aPauseIsShownAgainAfterARestartAsSoonAsTheLogIsAskedFor() throws MalformedFrameException {
        flood(peer, session, UNKNOWN);
        node.core.close();
        node.restart();
        World.End again = world.scripted(node, peer.identity, ROOM);
        flood(new Author(peer.identity, CONVERSATION, 2), again, UNKNOWN);
        assertEquals(1, node.core.pauses().size());
    }

    @Test
    void ofManyInventedPeopleAFewAreShown() {
        ChatContext context = node.context();
        var pauses = new Pauses(context);
        var authors = Stream.generate(() -> Author.of(CONVERSATION, 1))
                .limit(LimitWarnings.TOLD_A_DAY_MAX + 1)
                .toList();
        for (Author author : authors) {
            pauses.add(author.key(), new Pause(author.fingerprint(), CONVERSATION, Limit.DAY),
                    new BudgetStore.Account(author.fingerprint(), BudgetStore.Purpose.OWN), Standing.MEMBER);
        }
        assertEquals(LimitWarnings.TOLD_A_DAY_MAX, pauses.shown().size());
        pauses.removeIf(each -> each.log().author().equals(authors.getFirst().fingerprint()));
        assertEquals(authors.getLast().fingerprint(), pauses.shown().getLast().person());
    }

    @Test
    void h84_aRestartDoesNotBeginTheDayAnew() throws MalformedFrameException {
        int taken = flood(peer, session, UNKNOWN);
        node.core.close();
        node.restart();
        World.End again = world.scripted(node, peer.identity, ROOM);
        Author second = new Author(peer.identity, CONVERSATION, 2);
        assertEquals(0, flood(second, again, UNKNOWN));
        assertEquals(taken, node.history(CONVERSATION).size());
    }

    /// The day had begun then, with nothing spent.
    @Test
    void h84_norDoesADiskThatIsNotReadAtFirst() throws MalformedFrameException {
        int taken = flood(peer, session, UNKNOWN);
        node.core.close();
        ChatStores kept = node.stores;
        var fails = new AtomicBoolean(true);
        node.stores = new ChatStores(kept.entries(), kept.receipts(), kept.admissions(), new BudgetStore() {
            @Override
            public Map<Account, Spent> spent(long day) {
                if (fails.get()) throw new EntryStoreException("held", new IOException("by another program"));
                return kept.budgets().spent(day);
            }

            @Override
            public void save(long day, Map<Account, Spent> changed) {
                kept.budgets().save(day, changed);
            }
        }, kept.cards());
        node.restart();
        Author second = new Author(peer.identity, CONVERSATION, 2);
        World.End again = world.scripted(node, peer.identity);
        again.rooms.add(ROOM);
        assertThrows(EntryStoreException.class, () -> flood(second, again, UNKNOWN));
        fails.set(false);
        assertEquals(0, flood(new Author(peer.identity, CONVERSATION, 3), again, UNKNOWN));
        assertEquals(taken, node.history(CONVERSATION).size());
    }

    @Test
    void m2_oneMemberPaysForThePeopleHeVouchesFor() throws MalformedFrameException {
        Author one = Author.of(CONVERSATION, 1);
        Author two = Author.of(CONVERSATION, 1);
        for (Author author : List.of(one, two)) {
            node.standings.put(author.fingerprint(), Standing.STRANGER);
            Admission admission = Admission.signed(peer.identity, ROOM, author.identity.publicKey(), world.clock);
            session.receive(new AdmissionsFrame(List.of(admission)).encode());
        }
        ChatContext context = node.context();
        var budgets = new Budgets(context, new LimitWarnings(context));
        List<Entry> flood = Collections.nCopies(5_000, one.write(1, EntryKind.OFFER, new byte[Entry.BODY_BYTES_MAX]));
        int both = charge(budgets, one, flood) + charge(budgets, two, flood);
        assertEquals(CostRules.MEMBER_BYTES_A_DAY / Entry.SENT_BYTES_MAX, both);
        context.events().tell();
        assertEquals(List.of(peer.fingerprint().brief() + " DAY"), node.heard.limits, "the one who vouches is named");
    }

    private static int charge(Budgets budgets, Author author, int entries) {
        Entry large = author.write(1, EntryKind.OFFER, new byte[Entry.BODY_BYTES_MAX]);
        return charge(budgets, author, Collections.nCopies(entries, large));
    }

    private static int charge(Budgets budgets, Author author, List<Entry> run) {
        return budgets.store(author.key(), run, true, _ -> {}).size();
    }

    /// Who has the key may prove it under any number of identities.
    @Test
    void m2_anyNumberOfMembersHaveStoredWhatSixtyFourMayAndEachALittle() {
        ChatContext context = node.context();
        var budgets = new Budgets(context, new LimitWarnings(context));
        int people = CostRules.MEMBER_PEOPLE + 6;
        long bytes = 0;
        for (int n = 0; n < people; n++) {
            bytes += (long) charge(budgets, Author.of(CONVERSATION, 1), 5_000) * Entry.SENT_BYTES_MAX;
        }
        long shared = CostRules.MEMBER_PEOPLE * CostRules.MEMBER_BYTES_A_DAY;
        assertTrue(bytes <= shared + people * CostRules.MEMBER_OWN_BYTES_A_DAY, bytes + " bytes");
        assertTrue(bytes >= shared, bytes + " bytes");
        Author honest = Author.of(CONVERSATION, 1);
        assertEquals(1, charge(budgets, honest, List.of(honest.text("what people write"))));
        assertTrue(charge(budgets, honest, 5_000) * (long) Entry.SENT_BYTES_MAX < CostRules.MEMBER_OWN_BYTES_A_DAY);
        budgets.allowMore(honest.fingerprint());
        assertEquals(5, charge(budgets, honest, 5), "the user allows more");
        Author known = Author.of(CONVERSATION, 1);
        node.standings.put(known.fingerprint(), Standing.TRUSTED);
        assertEquals(5_000, charge(budgets, known, 5_000));
    }

    @Test
    void h84_whatAllMembersHaveStoredTodayIsKnownAfterARestart() {
        ChatContext context = node.context();
        var before = new Budgets(context, new LimitWarnings(context));
        for (int n = 0; n < CostRules.MEMBER_PEOPLE; n++) charge(before, Author.of(CONVERSATION, 1), 5_000);
        before.save();
        var after = new Budgets(context, new LimitWarnings(context));
        long bytes = 0;
        for (int n = 0; n < 2; n++) {
            bytes += (long) charge(after, Author.of(CONVERSATION, 1), 5_000) * Entry.SENT_BYTES_MAX;
        }
        // of what is counted beyond each one's own, so much is left
        long left = (CostRules.MEMBER_PEOPLE + 2) * CostRules.MEMBER_OWN_BYTES_A_DAY;
        assertTrue(bytes <= left + CostRules.MEMBER_PEOPLE * (long) Entry.SENT_BYTES_MAX, bytes + " bytes");
    }

    @Test
    void nothingOfABlockedPersonIsStoredAskedForOrHandedOn() throws MalformedFrameException {
        Entry before = peer.text("before");
        push(before);
        node.blocked.add(peer.fingerprint());
        push(peer.text("after"));
        assertEquals(List.of(before), node.history(CONVERSATION));
        World.End third = world.scripted(node, Identity.generate(), ROOM);
        var row = new HaveFrame.Row(peer.identity.publicKey(), 1, 1, 9, new byte[32], 1);
        third.receive(new HaveFrame(CONVERSATION, true, List.of(row)).encode());
        assertTrue(sentTypes(third, 0).stream().noneMatch(type -> type == FrameType.WANT));
        for (var frame : third.all) {
            if (frame.type() == FrameType.HAVE) assertEquals(List.of(), HaveFrame.decode(frame.body()).rows());
        }
        third.receive(new WantFrame(1, CONVERSATION, List.of(new WantFrame.Range(peer.key(), 1, 1, false))).encode());
        assertEquals(List.of(), EntriesFrame.decode(third.all.getLast().body()).entries());
    }

    @Test
    void whoIsUnblockedIsAskedForTheRest() throws MalformedFrameException {
        node.blocked.add(peer.fingerprint());
        List<Entry> all = peer.texts(3);
        push(all.get(0));
        assertTrue(node.history(CONVERSATION).isEmpty());
        node.blocked.clear();
        World.Node other = world.node();
        other.stores.admissions().put(Admission.signed(other.identity, ROOM, peer.identity.publicKey(), world.clock));
        other.stores.entries().add(all, 3, EntryStore.Durability.BATCHED);
        world.connect(node, other, ROOM);
        node.core.reconsider(peer.fingerprint());
        world.settle(Duration.ofSeconds(5));
        assertEquals(all, node.history(CONVERSATION));
    }
}
