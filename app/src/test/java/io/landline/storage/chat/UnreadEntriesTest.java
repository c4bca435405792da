package io.landline.storage.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.ReceiptStore.Receipt;
import io.landline.chat.TimelinePosition;
import io.landline.chat.act.Delete;
import io.landline.chat.words.WordsBook;
import io.landline.identity.Identity;
import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.port.Unread;
import io.landline.room.ConversationId;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.trust.SqliteTrust;
import io.landline.storage.trust.SqliteWords;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What nobody has seen, where somebody was away and comes back with entries that stand above what was read.
class UnreadEntriesTest extends DatabaseTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);

    private final Identity self = Identity.generate();
    private final Author here = Author.of(ROOM, 1);
    private final Author away = Author.of(ROOM, 2);
    private ChatStores stores;
    private JoinedTimeline timeline;

    @BeforeEach
    void open() {
        stores = SqliteChat.stores(database);
        timeline = new JoinedTimeline(new Timelines(database, self.fingerprint()),
                new WordsBook(self.fingerprint(), new SqliteWords(database, new SqliteTrust(database, null))));
    }

    private List<TimelinePosition> write(Author author, long from, long to) {
        List<Entry> run = author.textsAt(from, to);
        stores.entries().add(run, 1, Durability.BATCHED);
        return run.stream().map(Entry::position).toList();
    }

    private void read(Author author, long number) {
        stores.receipts().advance(author.key(), self.fingerprint(), Receipt.READ, number);
    }

    private Unread unread() {
        return timeline.unread(ROOM, null);
    }

    @Test
    void whatCameAfterAllThatWasReadIsNotLate() {
        write(here, 1, 20);
        assertEquals(1, unread().first() instanceof TimelinePosition first ? first.lamport() : 0);
        assertEquals(List.of(), unread().late());
        read(here, 12);
        List<TimelinePosition> next = write(away, 15, 18);
        assertEquals(13, unread().first() instanceof TimelinePosition first ? first.lamport() : 0);
        assertEquals(List.of(), unread().late());
        read(here, 14);
        assertEquals(next.getFirst().lamport(), unread().first() instanceof TimelinePosition first
                ? first.lamport()
                : 0);
    }

    @Test
    void whatStandsAboveTheNewestThatWasReadCameLate() {
        write(here, 1, 20);
        read(here, 20);
        assertEquals(Unread.NOTHING, unread());
        List<TimelinePosition> late = write(away, 5, 9);
        assertEquals(new Unread(null, late), unread());
        List<TimelinePosition> next = write(away, 30, 33);
        assertEquals(new Unread(next.getFirst(), late), unread());
        read(away, 2);
        assertEquals(new Unread(next.getFirst(), late.subList(2, 5)), unread());
        read(away, 5);
        assertEquals(new Unread(next.getFirst(), List.of()), unread());
        read(away, 9);
        assertEquals(Unread.NOTHING, unread());
    }

    @Test
    void whereAPersonHasReadFurtherThanTheStoreKnowsThatCounts() {
        List<TimelinePosition> said = write(here, 1, 20);
        List<TimelinePosition> late = write(away, 5, 9);
        Unread unread = timeline.unread(ROOM, said.getLast());
        assertNull(unread.first());
        assertEquals(20 - 1 + late.size(), unread.late().size(), "all but the place itself");
    }

    @Test
    void anOwnEntryIsNeverUnread() {
        write(here, 1, 3);
        read(here, 3);
        write(new Author(self, ROOM, 3), 1, 9);
        assertEquals(Unread.NOTHING, unread());
    }

    @Test
    void whatItsAuthorDeletedIsNotUnread() {
        List<TimelinePosition> said = write(here, 1, 4);
        read(here, 4);
        List<TimelinePosition> late = write(away, 1, 3);
        List<TimelinePosition> next = write(away, 5, 6);
        delete(away, 1, 7);
        assertEquals(new Unread(next.getFirst(), late.subList(1, 3)), unread());
        delete(away, 2, 8);
        delete(away, 4, 9);
        assertEquals(new Unread(next.getLast(), late.subList(2, 3)), unread());
        assertEquals(2, new Timelines(database, self.fingerprint()).overviews(10).getFirst().unread());
        delete(away, 3, 10);
        delete(away, 5, 11);
        assertEquals(Unread.NOTHING, unread());
        assertEquals(said.getLast(), new Timelines(database, self.fingerprint()).unread().lastRead(ROOM));
    }

    private void delete(Author author, int number, long time) {
        Entry gone = stores.entries().range(author.key(), number, number, false, 65_536).getFirst();
        stores.entries()
                .add(List.of(author.write(time, EntryKind.DELETE, new Delete(gone.reference(), List.of()).toBody())),
                        1, Durability.BATCHED);
    }

    @Test
    void ofOneWhoWroteVeryMuchTheFirstAreFoundAndTheWayIsShort() {
        write(here, 1, 2_000);
        read(here, 2_000);
        List<TimelinePosition> late = write(away, 1, 1_500);
        Unread unread = unread();
        assertEquals(late.subList(0, 1_000), unread.late());
        assertNull(unread.first());
    }
}
