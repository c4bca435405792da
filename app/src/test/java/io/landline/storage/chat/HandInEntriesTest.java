package io.landline.storage.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.act.HandInReceipt;
import io.landline.chat.act.Reference;
import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.storage.chat.HandInEntries.Written;
import io.landline.storage.database.DatabaseTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whose hand-in boxes are listed, where somebody made very many.
class HandInEntriesTest extends DatabaseTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);
    /// More than one would look through, some five minutes of one person at the pace of what is taken.
    private static final int FLOOD = 10_001;
    private static final int RECEIPTS = 40;

    private final Identity self = Identity.generate();
    private EntryStore entries;
    private HandInEntries boxes;

    @BeforeEach
    void open() {
        entries = SqliteChat.stores(database).entries();
        boxes = new HandInEntries(database, RECEIPTS);
    }

    private List<Entry> make(Author author, int count) {
        var made = new ArrayList<Entry>();
        for (int n = 1; n <= count; n++) made.add(author.write(n, EntryKind.COLLECT, new byte[1]));
        for (int from = 0; from < count; from += 500) {
            entries.add(made.subList(from, Math.min(from + 500, count)), 1, Durability.BATCHED);
        }
        return made;
    }

    @Test
    void whoMakesVeryManyHidesNobodysBox() {
        List<Entry> own = make(new Author(self, ROOM, 1), 1);
        List<Entry> friends = make(Author.of(ROOM, 2), 2);
        List<Entry> flood = make(Author.of(ROOM, 3), FLOOD);
        List<Entry> another = make(Author.of(ROOM, 4), 1);
        var expected = new ArrayList<>(own);
        expected.addAll(friends);
        expected.addAll(flood.subList(FLOOD - HandInEntries.BOXES_A_PERSON_MAX, FLOOD));
        expected.addAll(another);
        assertEquals(expected, boxes.boxes(self.fingerprint(), _ -> Standing.MEMBER));
    }

    @Test
    void ofManyPeopleTheNewestAreListed() {
        int people = HandInEntries.BOXES_MAX / 50 + 5;
        var all = new ArrayList<Entry>();
        for (int n = 0; n < people; n++) all.addAll(make(Author.of(ROOM, n), 50));
        List<Entry> listed = boxes.boxes(self.fingerprint(), _ -> Standing.MEMBER);
        assertEquals(all.subList(all.size() - HandInEntries.BOXES_MAX, all.size()), listed);
    }

    @Test
    void manyInventedPeopleHideNoBoxOfSomebodyKnownBetter() {
        Author friend = Author.of(ROOM, 1);
        Author member = Author.of(ROOM, 2);
        var known = new ArrayList<>(make(friend, 1));
        known.addAll(make(member, 1));
        var invented = new ArrayList<Entry>();
        for (int n = 0; n < HandInEntries.BOXES_MAX; n++) {
            invented.add(Author.of(ROOM, 3).write(1, EntryKind.COLLECT, new byte[1]));
            entries.add(List.of(invented.getLast()), 1, Durability.BATCHED);
        }
        List<Entry> listed = boxes.boxes(self.fingerprint(), each -> each.equals(friend.fingerprint())
                ? Standing.TRUSTED
                : each.equals(member.fingerprint()) ? Standing.MEMBER : Standing.STRANGER);
        assertEquals(known, listed.subList(0, 2));
        assertEquals(invented.subList(2, invented.size()), listed.subList(2, listed.size()));
    }

    private Author collector(Fingerprint member) {
        ConversationId direct = ConversationId.direct(self.fingerprint(), member);
        entries.rememberDirect(direct, member);
        return new Author(self, direct, 1);
    }

    /// Receipts of this user for what somebody handed in.
    private void confirm(Fingerprint member, Reference box, int count) {
        Author collector = collector(member);
        var receipts = new ArrayList<Entry>();
        for (int n = 1; n <= count; n++) {
            var offer = EntryId.of(new byte[EntryId.BYTES]);
            byte[] body = new HandInReceipt(offer, box, null, Instant.EPOCH, false, n).toBody();
            receipts.add(collector.write(n, EntryKind.HAND_IN_RECEIPT, body));
        }
        entries.add(receipts, 1, Durability.BATCHED);
    }

    private static Reference box(long number) {
        return new Reference(Author.of(ROOM, 1).fingerprint(), 1, number, 0x00abcdef00000000L + number);
    }

    private List<Fingerprint> listed(Reference box, Standings standings) {
        return boxes.receipts(self.fingerprint(), Set.of(box), standings).stream().map(Written::peer).toList();
    }

    @Test
    void h38_whoHandsInWithoutEndHidesNobodysReceipt() {
        Fingerprint friend = Identity.generate().fingerprint();
        Fingerprint member = Identity.generate().fingerprint();
        confirm(friend, box(1), 2);
        confirm(member, box(1), RECEIPTS);
        List<Fingerprint> listed = listed(box(1), _ -> Standing.MEMBER);
        assertEquals(RECEIPTS, listed.size());
        assertEquals(List.of(friend, friend), listed.stream().filter(friend::equals).toList());
    }

    @Test
    void whatWasHandedInIntoAnotherBoxTakesNoPlace() {
        Fingerprint friend = Identity.generate().fingerprint();
        Fingerprint member = Identity.generate().fingerprint();
        confirm(friend, box(1), 1);
        confirm(member, box(2), 3);
        assertEquals(List.of(friend), listed(box(1), _ -> Standing.MEMBER));
        ConversationId direct = ConversationId.direct(self.fingerprint(), member);
        assertEquals(3, boxes.receipts(self.fingerprint(), Set.of(box(1), box(2)), direct).size());
        assertEquals(0, boxes.receipts(self.fingerprint(), Set.of(box(1)), direct).size());
    }

    @Test
    void aReceiptThatNobodyCanReadIsStoredAndNamesNoBox() {
        Fingerprint friend = Identity.generate().fingerprint();
        confirm(friend, box(1), 1);
        Author stranger = collector(Identity.generate().fingerprint());
        String id = HexFormat.of().toHexDigits(box(1).idStart());
        List<String> bodies = List.of("", "\0", "{", "\"", "{\"for\":{\"id\":\"" + id, "{\"for\":{\"id\":null}}",
                "{\"for\":{\"id\":7}}", "{\"for\":{\"id\":{\"id\":\"" + id + "\"}}}", "{\"for\":[\"" + id + "\"]}",
                "{\"for\":{\"id\":\"" + id + "f\"}}", "{\"for\":{\"id\":\"" + id + "\0\"}}",
                "[".repeat(5_000) + "]".repeat(5_000), "{\"for\":{\"id\":\"" + "x".repeat(10_000) + "\"}}");
        var receipts = new ArrayList<Entry>();
        for (String body : bodies) {
            receipts.add(stranger.write(receipts.size() + 1, EntryKind.HAND_IN_RECEIPT, body.getBytes(UTF_8)));
        }
        receipts.add(stranger.write(99, EntryKind.HAND_IN_RECEIPT, new byte[]{(byte) 0xff, (byte) 0xc0, 0}));
        entries.add(receipts, 1, Durability.BATCHED);
        assertEquals(receipts, entries.range(stranger.key(), 1, receipts.size(), false, Integer.MAX_VALUE));
        assertEquals(List.of(friend), listed(box(1), _ -> Standing.MEMBER));
    }

    @Test
    void manyInventedPeopleWhoHandInHideNobodyKnownBetter() {
        Fingerprint friend = Identity.generate().fingerprint();
        confirm(friend, box(1), 1);
        for (int n = 0; n < RECEIPTS; n++) {
            byte[] invented = new byte[Fingerprint.BYTES];
            invented[0] = (byte) n;
            confirm(Fingerprint.of(invented), box(1), 1);
        }
        List<Fingerprint> listed = listed(box(1),
                each -> each.equals(friend) ? Standing.TRUSTED : Standing.MEMBER);
        assertEquals(RECEIPTS, listed.size());
        assertEquals(friend, listed.getFirst());
    }

    @Test
    void whereThereIsNoBoxTheListIsEmpty() {
        entries.add(Author.of(ROOM, 2).texts(3), 1, Durability.BATCHED);
        assertTrue(boxes.boxes(self.fingerprint(), _ -> Standing.MEMBER).isEmpty());
    }
}
