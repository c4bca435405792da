package io.landline.node.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.EntryText;
import io.landline.chat.NewWords;
import io.landline.chat.ReceiptStore.Receipt;
import io.landline.chat.TimelinePosition;
import io.landline.chat.act.Continuation;
import io.landline.chat.words.WordsBook;
import io.landline.chat.words.WordsChange;
import io.landline.identity.Identity;
import io.landline.node.port.Unread;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.Timelines;
import io.landline.storage.chat.Timelines.Overview;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.search.SearchFilter;
import io.landline.storage.search.TimelineSearch;
import io.landline.storage.search.TimelineSearch.Part;
import io.landline.storage.trust.SqliteTrust;
import io.landline.storage.trust.SqliteWords;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A room whose words Ada changed at Lamport time 20, for Ben and this user. Mallory was not chosen, and still writes
/// in the old room.
class JoinedTimelineTest extends DatabaseTest {
    private static final RoomId FIRST = room(1);
    private static final RoomId NEXT = room(2);
    private static final long CLOCK = 20;
    private static final int MANY = 1_000;

    private final Fingerprint self = Identity.generate().fingerprint();
    private final Identity ada = Identity.generate();
    private final Author ben = Author.of(ConversationId.of(FIRST), 1);
    private final Author mallory = Author.of(ConversationId.of(FIRST), 1);
    private final Author benNow = new Author(ben.identity, ConversationId.of(NEXT), 2);
    private final ConversationId old = ConversationId.of(FIRST);
    private final ConversationId now = ConversationId.of(NEXT);
    private ChatStores stores;
    private Timelines timelines;
    private JoinedTimeline joined;
    private Entry change;

    private static RoomId room(int number) {
        var id = new byte[RoomId.BYTES];
        id[0] = (byte) number;
        return RoomId.of(id);
    }

    @BeforeEach
    void open() {
        stores = SqliteChat.stores(database);
        timelines = new Timelines(database, self);
        var words = new SqliteWords(database, new SqliteTrust(database, null));
        var book = new WordsBook(self, words);
        var salt = new byte[Continuation.SALT_BYTES];
        byte[] body = Continuation.of(salt, FIRST, NEXT, CLOCK, Set.of(ben.fingerprint(), self)).toBody();
        change = new Author(ada, now, 1).write(CLOCK + 1, EntryKind.CONTINUES, body);
        WordsChange taken = WordsBook.taken(book.offer(FIRST, new NewWords(salt, RoomKey.of("amber fox"), change),
                Instant.parse("2026-11-22T01:00:00Z")));
        words.put(taken);
        book.note(taken);
        joined = new JoinedTimeline(timelines, book);
    }

    private List<Entry> write(Author author, long from, long to) {
        List<Entry> run = author.textsAt(from, to);
        stores.entries().add(run, 1, Durability.BATCHED);
        return run;
    }

    private void read(Author author, long number) {
        stores.receipts().advance(author.key(), self, Receipt.READ, number);
    }

    private static List<Long> times(List<Entry> entries) {
        return entries.stream().map(each -> each.header().lamport()).toList();
    }

    private static long time(@Nullable TimelinePosition position) {
        return position == null ? 0 : position.lamport();
    }

    /// As the list of chats asks.
    private @Nullable Overview overview() {
        Map<ConversationId, Overview> all = new HashMap<>();
        for (Overview each : timelines.overviews(MANY)) all.put(each.conversation(), each);
        return joined.overview(now, all);
    }

    private int unreadInList() {
        Overview overview = overview();
        return overview == null ? 0 : overview.unread();
    }

    @Test
    void whatWasSaidBeforeStandsAboveAndOfTheOldRoomWhatMayBeShown() {
        write(mallory, 18, 22);
        write(ben, 19, 20);
        write(ben, 30, 30);
        write(benNow, 23, 24);
        assertEquals(List.of(18L, 19L, 19L, 20L, 20L, 21L, 23L, 24L, 30L), times(joined.newest(now, null, 20)));
        assertEquals(List.of(23L, 24L, 30L), times(joined.newest(now, null, 3)));
        TimelinePosition at = joined.newest(now, null, 3).getFirst().position();
        assertEquals(List.of(20L, 20L, 21L), times(joined.newest(now, at, 3)));
        assertEquals(List.of(24L, 30L), times(joined.after(now, at, 20)));
        assertEquals(List.of(18L, 19L), times(joined.after(now, null, 2)));
        assertEquals(change.position(), joined.newest(now, at, 1).getFirst().position());
        assertEquals(List.of(20L, 20L), times(joined.newest(now, change.position(), 2)), "what stands before it");
        assertEquals(Set.of(ben.fingerprint(), mallory.fingerprint()), joined.authors(now));
        assertEquals(List.of(old), joined.past(now));
        assertEquals(now, joined.current(old));
    }

    /// A member who was left out could have the whole past vanish by a thousand messages that nobody sees.
    @Test
    void whoWasNotChosenHidesNothingThatWasSaidBeforeTheChange() {
        write(ben, 1, 15);
        write(mallory, CLOCK + 10, CLOCK + 10 + JoinedTimeline.PAGES_MAX * 10L - 8);
        List<Long> newest = List.of(7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 21L);
        assertEquals(newest, times(joined.newest(now, null, 10)), "a page that begins among what is hidden");
        write(mallory, CLOCK + 2_000, CLOCK + 2_020);
        assertEquals(newest, times(joined.newest(now, null, 10)));
        TimelinePosition at = joined.newest(now, null, 10).getFirst().position();
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), times(joined.newest(now, at, 10)));
        assertEquals(List.of(14L, 15L), times(joined.newestOf(now, null, 2, timelines::newest)));
        assertEquals(List.of(1L, 2L, 3L), times(joined.after(now, null, 3)));
    }

    /// Where few have what is sought they all come at once.
    @Test
    void whatASearchFindsInItsLastStepIsNotLost() {
        List<Entry> before = write(ben, 19, 20);
        before.addAll(write(mallory, CLOCK + 10, CLOCK + 10));
        List<Entry> after = write(benNow, 23, 24);
        Part part = joined.after(now, room -> new Part(room.equals(old) ? before : after, null));
        assertEquals(List.of(19L, 20L, 23L, 24L), times(part.found()));
        assertNull(part.last());
    }

    /// A search with dates goes by the clocks of the authors, and its pages by the timeline: what came later there with
    /// an older clock was passed over.
    @Test
    void whoWasNotChosenHidesNothingFromASearchWithDates() {
        write(mallory, CLOCK + 1, CLOCK + 40);
        Entry late = write(ben, CLOCK + 50, CLOCK + 50).getFirst();
        assertTrue(late.written().isBefore(Instant.ofEpochMilli(1_700_000_000_010L)), "an older clock");
        var search = new TimelineSearch(database);
        var dates = new SearchFilter("", null, Instant.EPOCH, null);
        assertEquals(List.of(CLOCK + 50), times(joined.searched(now, null, 3,
                (each, shown, before, limit) -> search.newest(each, dates, shown, before, limit))));
    }

    @Test
    void beforeAnythingWasReadTheOldestOfBothRoomsIsTheFirst() {
        assertEquals(Unread.NOTHING, joined.unread(now, null));
        write(benNow, 23, 24);
        assertEquals(23, time(joined.unread(now, null).first()));
        write(ben, 5, 9);
        Unread unread = joined.unread(now, null);
        assertEquals(5, time(unread.first()));
        assertEquals(List.of(), unread.late());
        assertEquals(7, unreadInList());
    }

    @Test
    void ofTheOldRoomThatWasReadNothingStaysButWhatComesLate() {
        write(ben, 5, 9);
        read(ben, 5);
        write(benNow, 23, 24);
        assertEquals(23, time(joined.unread(now, null).first()));
        read(benNow, 2);
        assertEquals(Unread.NOTHING, joined.unread(now, null));
        List<Entry> late = write(mallory, 11, 13);
        assertEquals(new Unread(null, List.of(late.getFirst().position())), joined.unread(now, null));
        assertEquals(3, unreadInList());
        read(mallory, 1);
        assertEquals(new Unread(null, List.of(late.get(1).position())), joined.unread(now, null));
        assertEquals(2, unreadInList());
        read(mallory, 3);
        assertEquals(Unread.NOTHING, joined.unread(now, null));
        assertEquals(0, unreadInList());
    }

    /// Nobody ever sees it, so it is never read; and what stands below it counted as unread for ever.
    @Test
    void whatIsHiddenMakesNothingUnread() {
        write(ben, 5, 9);
        write(ben, 30, 31);
        read(ben, 7);
        write(mallory, 25, 27);
        assertEquals(Unread.NOTHING, joined.unread(now, null));
        assertEquals(0, unreadInList());
        write(ben, 32, 33);
        assertEquals(32, time(joined.unread(now, null).first()));
        assertEquals(2, unreadInList());
    }

    /// What was read below the first that was not seen counted as well.
    @Test
    void whatWasReadBelowOneThatCameLateIsNotCountedAgain() {
        write(ben, 5, 9);
        read(ben, 5);
        write(mallory, 2, 3);
        assertEquals(2, unreadInList());
        assertEquals(2, time(joined.unread(now, null).late().getFirst()));
    }

    @Test
    void ofWhatMentionsOneInTheOldRoomThatIsCountedWhichIsShown() {
        for (Author each : List.of(ben, mallory, benNow)) {
            byte[] body = new EntryText("look", null, Set.of(self)).toBody();
            stores.entries().add(List.of(each.write(CLOCK + 5, EntryKind.TEXT, body)), 1, Durability.BATCHED);
        }
        assertEquals(2, joined.calls(now, new UnreadCalls(timelines, new TimelineViews(database), self)));
    }

    @Test
    void theListShowsTheNewestOfBoth() {
        assertNull(overview());
        write(mallory, 25, 26);
        assertNull(overview(), "all of it is hidden, and nobody has said anything");
        write(ben, 5, 9);
        Overview before = overview();
        assertNotNull(before);
        assertEquals(9, before.newest().header().lamport());
        write(benNow, 23, 23);
        Overview after = overview();
        assertNotNull(after);
        assertEquals(23, after.newest().header().lamport());
    }

    @Test
    void whatIsHiddenIsHiddenInTheOldRoomAlone() {
        Entry early = write(mallory, 20, 20).getFirst();
        Entry hidden = write(mallory, 21, 21).getFirst();
        Entry chosen = write(ben, 40, 40).getFirst();
        Entry here = write(benNow, 41, 41).getFirst();
        assertTrue(joined.hides(hidden));
        for (Entry each : List.of(early, chosen, here)) assertFalse(joined.hides(each));
    }
}
