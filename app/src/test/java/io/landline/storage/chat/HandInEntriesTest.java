package io.landline.storage.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.cost.Standing;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.storage.database.DatabaseTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whose hand-in boxes are listed, where somebody made very many.
class HandInEntriesTest extends DatabaseTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);
    /// More than one would look through, some five minutes of one person at the pace of what is taken.
    private static final int FLOOD = 10_001;

    private final Identity self = Identity.generate();
    private EntryStore entries;
    private HandInEntries boxes;

    @BeforeEach
    void open() {
        entries = SqliteChat.stores(database).entries();
        boxes = new HandInEntries(database);
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

    @Test
    void whereThereIsNoBoxTheListIsEmpty() {
        entries.add(Author.of(ROOM, 2).texts(3), 1, Durability.BATCHED);
        assertTrue(boxes.boxes(self.fingerprint(), _ -> Standing.MEMBER).isEmpty());
    }
}
