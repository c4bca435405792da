package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Admission;
import io.landline.chat.AdmissionStore;
import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.Entry;
import io.landline.chat.EntryHeader;
import io.landline.chat.EntryHeader.Place;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryText;
import io.landline.chat.LogKey;
import io.landline.chat.frame.AdmissionsFrame;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.frame.HaveFrame;
import io.landline.chat.frame.WantFrame;
import io.landline.chat.pace.ClaimBudget;
import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Ed25519;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Members that fill what a room may hold: logs and admissions (finding H2), and our own logs (L8).
class LogBoundsTest {
    private static final RoomId ROOM = RoomId.of(new byte[RoomId.BYTES]);
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);

    private static final int LOGS = 40;
    private static final int MEMBERS = 30;

    private final World world = new World(7);
    private final World.Node node = smallNode();
    private final Identity mallory = Identity.generate();
    private final World.End session = world.scripted(node, mallory, ROOM);

    private World.Node smallNode() {
        world.limits = new ConversationLimits(LOGS, MEMBERS, ClaimBudget.IN_ALL_MAX);
        return world.node();
    }

    private void push(Entry entry) throws MalformedFrameException {
        session.receive(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, List.of(entry)).encode());
    }

    /// Logs of one entry each. Their signatures are not real: that would take long.
    private void fill(Author author, int logs) {
        byte[] body = new EntryText("x").toBody();
        byte[] bodyHash = Sha256.of(body);
        for (int i = 0; i < logs; i++) {
            var header = new EntryHeader(CONVERSATION, author.identity.publicKey(),
                    new Place(1_000 + i, 1, new byte[Sha256.BYTES]), 1, 1, EntryKind.TEXT, body.length, bodyHash);
            var entry = new Entry(header, new byte[Ed25519.SIGNATURE_BYTES], body);
            node.stores.entries().add(List.of(entry), 1, EntryStore.Durability.BATCHED);
        }
    }

    @Test
    void h2_oneAuthorHasAFewLogsAndNoMore() throws MalformedFrameException {
        for (int log = 1; log <= CostRules.LOGS_AN_AUTHOR_MAX + 5; log++) {
            push(new Author(mallory, CONVERSATION, log).text("log " + log));
        }
        assertEquals(CostRules.LOGS_AN_AUTHOR_MAX, node.stores.entries().logCount(CONVERSATION));
        assertEquals(List.of(mallory.fingerprint().brief() + " LOGS"), node.heard.limits);
    }

    @Test
    void h2_aFullRoomStillTakesAMemberWhoProvedHimself() throws MalformedFrameException {
        Author invented = Author.of(CONVERSATION, 1);
        node.standings.put(invented.fingerprint(), Standing.STRANGER);
        fill(invented, LOGS);
        LogKey newest = node.stores.entries().newestLogs(CONVERSATION).getFirst();
        Author dora = new Author(mallory, CONVERSATION, 5);
        push(dora.text("let me in"));
        assertNotNull(node.stores.entries().log(dora.key()));
        assertNull(node.stores.entries().log(newest));
        assertEquals(List.of(newest), node.stores.entries().dropped());
        assertEquals(LOGS, node.stores.entries().logCount(CONVERSATION));
    }

    @Test
    void h2_aDroppedLogIsNotAskedForAgainUntilItsAuthorProvesHimself() throws MalformedFrameException {
        Author invented = Author.of(CONVERSATION, 1);
        node.standings.put(invented.fingerprint(), Standing.STRANGER);
        fill(invented, LOGS);
        push(new Author(mallory, CONVERSATION, 5).text("let me in"));
        LogKey dropped = node.stores.entries().dropped().getFirst();
        var have = new HaveFrame(CONVERSATION, false,
                List.of(new HaveFrame.Row(invented.identity.publicKey(), dropped.log(), 1, 1, new byte[32], 1)))
                .encode();
        session.receive(have);
        assertTrue(wants().isEmpty());
        node.standings.put(invented.fingerprint(), Standing.MEMBER);
        world.scripted(node, invented.identity, ROOM);
        session.receive(have);
        assertEquals(dropped, WantFrame.decode(wants().getLast().body()).ranges().getFirst().log());
        assertEquals(List.of(), node.stores.entries().dropped());
    }

    /// A member may vouch for hundreds of people who fill a room, and whose further logs find no place.
    @Test
    void h2_aLogThatFindsNoPlaceCostsFewQuestions() throws MalformedFrameException {
        var asked = new AtomicInteger();
        ChatStores kept = node.stores;
        var counting = (AdmissionStore) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{AdmissionStore.class}, (_, method, arguments) -> {
                    asked.incrementAndGet();
                    return method.invoke(kept.admissions(), arguments);
                });
        node.stores = new ChatStores(kept.entries(), kept.receipts(), counting, kept.budgets(), kept.cards());
        node.restart();
        World.End end = world.scripted(node, mallory, ROOM);
        Author last = Author.of(CONVERSATION, 5);
        for (int i = 0; i <= LOGS; i++) {
            Author each = i == LOGS ? last : Author.of(CONVERSATION, 1);
            node.standings.put(each.fingerprint(), Standing.STRANGER);
            node.stores.admissions()
                    .put(Admission.signed(mallory, ROOM, each.identity.publicKey(), world.clock).withLinks(2));
            if (i < LOGS) fill(each, 1);
        }
        asked.set(0);
        end.receive(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, List.of(last.text("one more"))).encode());
        assertNull(node.stores.entries().log(last.key()));
        assertTrue(asked.get() < LOGS / 4, asked::toString);
    }

    /// With a log that gives way to a member, and takes more than one step.
    private Author longLogGivesWay() throws MalformedFrameException {
        Author invented = Author.of(CONVERSATION, 1);
        Author many = Author.of(CONVERSATION, 2);
        for (Author each : List.of(invented, many)) node.standings.put(each.fingerprint(), Standing.STRANGER);
        fill(invented, LOGS - 1);
        List<Entry> said = many.texts(EntryStore.DROPPED_AT_ONCE * 3);
        node.stores.entries().add(said, said.getLast().header().lamport(), EntryStore.Durability.BATCHED);
        push(new Author(mallory, CONVERSATION, 5).text("let me in"));
        return many;
    }

    private void pass(int steps) {
        for (int i = 0; i < steps; i++) {
            world.pass(LeavingLogs.STEPS_APART);
            node.tick(world.uptime);
        }
    }

    @Test
    void h2_aLongLogGivesWayInSteps() throws MalformedFrameException {
        Author many = longLogGivesWay();
        EntryStore entries = node.stores.entries();
        assertNotNull(entries.log(new LogKey(CONVERSATION, mallory.fingerprint(), 5)));
        assertEquals(2 * EntryStore.DROPPED_AT_ONCE, entries.log(many.key()).to());
        push(new Author(mallory, CONVERSATION, 6).text("and me"));
        assertNotNull(entries.log(new LogKey(CONVERSATION, mallory.fingerprint(), 6)), "one more gave way");
        assertEquals(2, entries.dropped().size());
        push(many.text("more"));
        pass(3);
        assertNull(entries.log(many.key()));
        assertEquals(LOGS, entries.logCount(CONVERSATION));
    }

    @Test
    void h2_aLongLogThatGaveWayGoesAfterARestartToo() throws MalformedFrameException {
        Author many = longLogGivesWay();
        node.restart();
        pass(3);
        assertNull(node.stores.entries().log(many.key()));
    }

    @Test
    void h2_whatIsLeftOfALongLogStaysWhenItsAuthorProvesHimself() throws MalformedFrameException {
        Author many = longLogGivesWay();
        node.standings.put(many.fingerprint(), Standing.MEMBER);
        world.scripted(node, many.identity, ROOM);
        pass(5);
        assertEquals(2 * EntryStore.DROPPED_AT_ONCE, node.stores.entries().log(many.key()).to());
    }

    private List<Frame> wants() {
        return session.all.stream().filter(frame -> frame.type() == FrameType.WANT).toList();
    }

    @Test
    void h2_ofEquallyUnknownPeopleTheNewestIsNotTaken() throws MalformedFrameException {
        Author invented = Author.of(CONVERSATION, 1);
        fill(invented, LOGS);
        push(new Author(mallory, CONVERSATION, 5).text("one more of the same"));
        assertEquals(LOGS, node.stores.entries().logCount(CONVERSATION));
        assertNull(node.stores.entries().log(new LogKey(CONVERSATION, mallory.fingerprint(), 5)));
        assertEquals(List.of(), node.stores.entries().dropped());
    }

    /// Each look for one who gives way reads all logs of the room.
    @Test
    void h2_logsThatFindNoPlaceAreLookedForOneNowAndThen() throws MalformedFrameException {
        Author invented = Author.of(CONVERSATION, 1);
        fill(invented, LOGS);
        var entries = (InMemoryEntries) node.stores.entries();
        int before = entries.logsListed;
        for (int log = 1; log <= 10; log++) push(new Author(mallory, CONVERSATION, log).text("one more"));
        assertEquals(before + 1, entries.logsListed);
        node.standings.put(mallory.fingerprint(), Standing.TRUSTED);
        push(new Author(mallory, CONVERSATION, 11).text("of a friend"));
        assertNotNull(entries.log(new LogKey(CONVERSATION, mallory.fingerprint(), 11)));
        node.standings.put(mallory.fingerprint(), Standing.MEMBER);
        node.standings.put(invented.fingerprint(), Standing.VOUCHED);
        push(new Author(mallory, CONVERSATION, 12).text("too soon"));
        assertNull(entries.log(new LogKey(CONVERSATION, mallory.fingerprint(), 12)));
        world.pass(FullRooms.LOOK_EVERY);
        push(new Author(mallory, CONVERSATION, 13).text("now one gives way"));
        assertNotNull(entries.log(new LogKey(CONVERSATION, mallory.fingerprint(), 13)));
    }

    @Test
    void h2_admissionsThatFindNoPlaceAreLookedForOneNowAndThen() throws MalformedFrameException {
        var looks = new AtomicInteger();
        ChatStores kept = node.stores;
        var counting = (AdmissionStore) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{AdmissionStore.class}, (_, method, arguments) -> {
                    if (method.getName().equals("dropNewestVouchedFor")) looks.incrementAndGet();
                    return method.invoke(kept.admissions(), arguments);
                });
        node.stores = new ChatStores(kept.entries(), kept.receipts(), counting, kept.budgets(), kept.cards());
        node.restart();
        World.End end = world.scripted(node, mallory, ROOM);
        while (counting.count(ROOM) < MEMBERS) {
            Identity member = Identity.generate();
            counting.put(Admission.signed(node.identity, ROOM, member.publicKey(), world.clock));
        }
        for (int i = 0; i < 10; i++) admit(end, Identity.generate());
        assertEquals(1, looks.get());
        world.pass(FullRooms.LOOK_EVERY);
        admit(end, Identity.generate());
        assertEquals(2, looks.get());
    }

    private void admit(World.End end, Identity member) throws MalformedFrameException {
        Admission admission = Admission.signed(mallory, ROOM, member.publicKey(), world.clock);
        end.receive(new AdmissionsFrame(List.of(admission)).encode());
    }

    @Test
    void h2_blockedPeoplesLogsGiveWayFirst() throws MalformedFrameException {
        Author invented = Author.of(CONVERSATION, 1);
        fill(invented, LOGS);
        node.blocked.add(invented.fingerprint());
        Author dora = new Author(mallory, CONVERSATION, 5);
        push(dora.text("let me in"));
        assertNotNull(node.stores.entries().log(dora.key()));
    }

    @Test
    void h2_oneMemberVouchesForABoundedNumberOfPeople() throws MalformedFrameException {
        world.limits = new ConversationLimits(LOGS, 2 * CostRules.ADMISSIONS_A_SIGNER_MAX, ClaimBudget.IN_ALL_MAX);
        World.Node large = world.node();
        World.End end = world.scripted(large, mallory, ROOM);
        for (int i = 0; i < CostRules.ADMISSIONS_A_SIGNER_MAX + 2; i++) {
            Admission admission = Admission.signed(mallory, ROOM, Identity.generate().publicKey(), world.clock);
            end.receive(new AdmissionsFrame(List.of(admission)).encode());
        }
        assertEquals(CostRules.ADMISSIONS_A_SIGNER_MAX,
                large.stores.admissions().countSignedBy(ROOM, mallory.publicKey()));
        assertEquals(List.of(mallory.fingerprint().brief() + " ADMISSIONS"), large.heard.limits);
    }

    @Test
    void h2_whoProvesTheKeyFindsAPlaceAmongInventedMembers() {
        Identity signer = Identity.generate();
        for (int i = 1; i < MEMBERS; i++) { // and Mallory
            node.stores.admissions()
                    .put(Admission.signed(signer, ROOM, Identity.generate().publicKey(), world.clock).withLinks(2));
        }
        Identity dora = Identity.generate();
        world.scripted(node, dora, ROOM);
        Admission ofDora = node.stores.admissions().find(ROOM, dora.fingerprint());
        assertNotNull(ofDora);
        assertEquals(1, ofDora.links());
        assertEquals(MEMBERS, node.stores.admissions().count(ROOM));
    }

    @Test
    void h2_aForgedAdmissionTakesNobodysPlace() {
        Identity signer = Identity.generate();
        node.stores.admissions().put(Admission.signed(node.identity, ROOM, signer.publicKey(), world.clock));
        while (node.stores.admissions().count(ROOM) < MEMBERS) {
            node.stores.admissions()
                    .put(Admission.signed(signer, ROOM, Identity.generate().publicKey(), world.clock).withLinks(2));
        }
        Set<Fingerprint> before = node.stores.admissions().members(ROOM);
        Admission real = Admission.signed(mallory, ROOM, Identity.generate().publicKey(), world.clock);
        var forged = new Admission(ROOM, real.memberKey(), real.millis(), signer.publicKey(), real.signature(), 1);
        var frame = new AdmissionsFrame(List.of(forged)).encode();
        assertThrows(MalformedFrameException.class, () -> session.receive(frame));
        assertEquals(before, node.stores.admissions().members(ROOM));
    }

    @Test
    void l8_aMereClaimOfMoreOfOurLogStartsNoNewOne() throws MalformedFrameException {
        node.say(CONVERSATION, "mine");
        Long before = node.stores.entries().ownLog(CONVERSATION);
        var lie = new HaveFrame.Row(node.identity.publicKey(), before, 1, 99, new byte[32], 1);
        session.receive(new HaveFrame(CONVERSATION, false, List.of(lie)).encode());
        assertEquals(before, node.stores.entries().ownLog(CONVERSATION));
    }

    @Test
    void l8_moreOfOurLogWithOurSignatureStartsANewOne() throws MalformedFrameException {
        Author self = new Author(node.identity, CONVERSATION, 77);
        List<Entry> all = self.texts(3);
        node.stores.entries().setOwnLog(CONVERSATION, 77);
        node.stores.entries().add(all.subList(0, 1), 1, EntryStore.Durability.FULL);
        var row = new HaveFrame.Row(node.identity.publicKey(), 77, 1, 3, all.get(2).hash(), 1);
        session.receive(new HaveFrame(CONVERSATION, false, List.of(row)).encode());
        int request = WantFrame.decode(wants().getLast().body()).request();
        session.receive(new EntriesFrame(request, CONVERSATION, all.subList(1, 3)).encode());
        assertEquals(all, node.history(CONVERSATION));
        assertTrue(node.say(CONVERSATION, "after the restore").header().log() != 77);
    }
}
