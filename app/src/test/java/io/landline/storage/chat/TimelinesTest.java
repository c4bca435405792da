package io.landline.storage.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.EntryText;
import io.landline.chat.ReceiptStore.Receipt;
import io.landline.chat.TimelinePosition;
import io.landline.filetransfer.OfferBody;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.shelf.ShelfRules;
import io.landline.shelf.TakeField;
import io.landline.shelf.TakeId;
import io.landline.storage.choices.SqliteShelves;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.database.Rows;
import io.landline.storage.search.SearchFilter;
import io.landline.storage.search.TimelineSearch;
import io.landline.storage.search.TimelineSearch.Hits;
import io.landline.storage.search.TimelineWalk;
import io.landline.storage.trust.SqliteTrust;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelinesTest extends DatabaseTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);
    private static final ConversationId DIRECT = ConversationId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
            14, 15, 16});
    private static final byte[] OFFER = new OfferBody(1, 5, List.of("a.txt"), OfferBody.CHUNK_BYTES_MIN, 0, null)
            .toJson();
    private static final Predicate<TimelinePosition> ALL_OF_IT = _ -> true;

    private final Identity self = Identity.generate();
    private final Fingerprint me = self.fingerprint();
    private ChatStores stores;
    private Timelines timelines;

    @BeforeEach
    void open() {
        stores = SqliteChat.stores(database);
        timelines = new Timelines(database, me);
    }

    private void store(Entry... run) {
        stores.entries().add(List.of(run), 1, Durability.BATCHED);
    }

    private List<Entry> newest(int limit) {
        return timelines.newest(ROOM, null, limit);
    }

    private int unread() {
        return timelines.overviews(1_000).getFirst().unread();
    }

    @Test
    void onlyTextsAndOffersThatCanBeReadAreSeen() {
        Author max = Author.of(ROOM, 1);
        Entry text = max.text("seen");
        Entry identity = max.write(2, EntryKind.FILE_IDENTITY, "{}".getBytes(UTF_8));
        Entry offer = max.write(3, EntryKind.OFFER, OFFER);
        Entry noText = max.write(4, EntryKind.TEXT, "{}".getBytes(UTF_8));
        Entry noOffer = max.write(5, EntryKind.OFFER, "{}".getBytes(UTF_8));
        Entry later = max.write(6, new EntryKind(99), "?".getBytes(UTF_8));
        store(text, identity, offer, noText, noOffer, later);
        assertEquals(List.of(text, offer), newest(10));
        assertEquals(2, unread());
        assertEquals(offer, timelines.overviews(10).getFirst().newest());
    }

    @Test
    void entriesOfLaterVersionsAreFoundByTheirPlaceAndAreNoMessages() {
        Author max = Author.of(ROOM, 1);
        Entry text = max.text("seen");
        Entry first = max.write(2, new EntryKind(EntryKind.KNOWN_MAX + 1), "?".getBytes(UTF_8));
        Entry second = max.write(3, new EntryKind(99), "?".getBytes(UTF_8));
        Entry known = max.write(4, EntryKind.CLOSE, "?".getBytes(UTF_8));
        Entry last = max.write(5, EntryKind.TEXT, new EntryText("seen too").toBody());
        store(text, first, second, known, last);
        assertEquals(List.of(text, last), newest(10));
        assertEquals(2, unread());
        assertEquals(List.of(first, second), timelines.later(ROOM, null, null, 10));
        assertEquals(List.of(second), timelines.later(ROOM, null, null, 1));
        assertEquals(List.of(second), timelines.later(ROOM, first.position(), null, 10));
        assertEquals(List.of(first), timelines.later(ROOM, text.position(), second.position(), 10));
        assertEquals(List.of(), timelines.later(ROOM, null, first.position(), 10));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        Author one = Author.of(ROOM, 1);
        Author other = Author.of(ROOM, 2);
        store(one.texts(5).toArray(Entry[]::new)); // of the same Lamport times
        store(other.texts(5).toArray(Entry[]::new));
        List<Entry> all = newest(100);
        List<Entry> last = newest(4);
        List<Entry> middle = timelines.newest(ROOM, last.getFirst().position(), 4);
        List<Entry> first = timelines.newest(ROOM, middle.getFirst().position(), 4);
        assertEquals(10, all.size());
        assertEquals(all.subList(6, 10), last);
        assertEquals(all.subList(2, 6), middle);
        assertEquals(all.subList(0, 2), first);
    }

    @Test
    void whatABlockedPersonWroteBeforeStaysToBeSeen() {
        Author max = Author.of(ROOM, 1);
        Entry his = max.text("blue boat");
        store(his);
        var trust = new SqliteTrust(database, null);
        trust.pin(max.identity.publicKey(), Instant.EPOCH);
        trust.setBlocked(max.fingerprint(), true);
        assertEquals(List.of(his), newest(10));
        assertEquals(1, unread());
        assertEquals(List.of(his), stores.entries().search(ROOM, "boat", 10));
    }

    @Test
    void aSearchOfAllConversationsPassesOverRoomsThatWereLeftAndWhatNobodySees() {
        Author max = Author.of(ROOM, 1);
        store(max.text("blue boat"), max.write(2, EntryKind.TEXT, "{}".getBytes(UTF_8)));
        byte[] bytes = new byte[ConversationId.BYTES];
        bytes[0] = 1;
        ConversationId left = ConversationId.of(bytes);
        store(Author.of(left, 2).text("red boat"));
        var search = new TimelineSearch(database);
        Hits hits = search.everywhere(SearchFilter.words("boat"), Map.of(ROOM, ALL_OF_IT), 10);
        assertEquals(List.of(ROOM), hits.found().stream().map(TimelineSearch.Hit::conversation).toList());
        assertFalse(hits.hasMore());
        assertEquals(2,
                search.everywhere(SearchFilter.words("boat"), Map.of(ROOM, ALL_OF_IT, left, ALL_OF_IT), 10)
                        .found()
                        .size());
        assertTrue(
                search.everywhere(SearchFilter.words("boat"), Map.of(ROOM, ALL_OF_IT, left, ALL_OF_IT), 1).hasMore());
        assertEquals(List.of(), search.everywhere(SearchFilter.words(""), Map.of(ROOM, ALL_OF_IT), 10).found());
    }

    @Test
    void onlyWhomThisUserWroteToInADirectConversationIsSaidToBeWrittenTo() {
        Author answered = Author.of(ROOM, 1);
        Author unanswered = Author.of(ROOM, 1);
        for (Author other : List.of(answered, unanswered)) {
            ConversationId direct = ConversationId.direct(me, other.fingerprint());
            stores.entries().rememberDirect(direct, other.fingerprint());
            store(new Author(other.identity, direct, 1).text("to you"));
        }
        store(new Author(self, ConversationId.direct(me, answered.fingerprint()), 2).text("from me"));
        store(new Author(self, ROOM, 2).text("to all"));
        assertEquals(Set.of(answered.fingerprint()), timelines.writtenTo());
    }

    @Test
    void anUnknownConversationIsEmpty() {
        assertEquals(List.of(), newest(10));
        assertEquals(List.of(), timelines.overviews(10));
    }

    @Test
    void unreadAreOthersEntriesAboveWhatWasReadHere() {
        Author max = Author.of(ROOM, 1);
        var own = new Author(self, ROOM, 2);
        store(max.texts(5).toArray(Entry[]::new));
        store(own.texts(3).toArray(Entry[]::new));
        assertEquals(5, unread());
        stores.receipts().advance(max.key(), me, Receipt.READ, 3);
        assertEquals(2, unread());
        stores.receipts().advance(max.key(), me, Receipt.READ, 5);
        assertEquals(0, unread());
    }

    private static byte[] answer(TakeId take) {
        return TakeField.with(OFFER, take);
    }

    private void ask(TakeId take, Fingerprint owner) {
        var wish = new SqliteShelves.Wish(owner,
                new ShelfRules.Asked(List.of(new ShelfRules.Asked.Item("a.txt", false, 5))),
                List.of());
        new SqliteShelves(database).ask(take, wish, Instant.EPOCH);
    }

    @Test
    void whatThisUserTookFromAShelfIsSeenAndNeverUnread() {
        var owner = new Author(Identity.generate(), DIRECT, 1);
        var take = TakeId.random();
        ask(take, owner.fingerprint());
        stores.entries().rememberDirect(DIRECT, owner.fingerprint());
        Entry taken = owner.write(1, EntryKind.OFFER, answer(take));
        store(taken);
        assertEquals(List.of(taken), timelines.newest(DIRECT, null, 10));
        assertEquals(0, unread());
        assertNull(timelines.unread().first(DIRECT));
        store(owner.text("more"));
        assertEquals(1, unread());
    }

    @Test
    void anOfferThatOnlyPretendsToAnswerATakeIsUnread() {
        var other = new Author(Identity.generate(), DIRECT, 1);
        var take = TakeId.random();
        ask(take, Identity.generate().fingerprint());
        stores.entries().rememberDirect(DIRECT, other.fingerprint());
        store(other.write(1, EntryKind.OFFER, answer(take)),
                other.write(2, EntryKind.OFFER, answer(TakeId.random())));
        assertEquals(2, unread());
    }

    @Test
    void whatAMemberTookFromAShelfOfThisUserIsNoMessage() {
        var own = new Author(self, DIRECT, 1);
        stores.entries().rememberDirect(DIRECT, Identity.generate().fingerprint());
        store(own.write(1, EntryKind.OFFER, answer(TakeId.random())));
        assertEquals(List.of(), timelines.overviews(10));
    }

    @Test
    void whatOthersHaveReadIsNoConcernOfOurs() {
        Author max = Author.of(ROOM, 1);
        store(max.texts(2).toArray(Entry[]::new));
        stores.receipts().advance(max.key(), Identity.generate().fingerprint(), Receipt.READ, 2);
        assertEquals(2, unread());
    }

    @Test
    void noMoreUnreadAreCountedThanWereAskedFor() {
        store(Author.of(ROOM, 1).texts(5).toArray(Entry[]::new));
        assertEquals(5, timelines.overviews(5).getFirst().unread());
        assertEquals(4, timelines.overviews(4).getFirst().unread());
    }

    @Test
    void theConversationInWhichSomethingCameLastIsTheFirst() {
        ConversationId other = ConversationId.direct(me, Identity.generate().fingerprint());
        Author late = Author.of(ROOM, 1);
        late.write(1_000, EntryKind.TEXT, "{}".getBytes(UTF_8)); // far ahead in its own time
        store(Author.of(ROOM, 2).text("first"));
        store(Author.of(other, 3).text("second"));
        assertEquals(List.of(other, ROOM),
                timelines.overviews(10).stream().map(Timelines.Overview::conversation).toList());
        // of one time, the author decides
        store(Author.of(ROOM, 4).write(2, EntryKind.TEXT, new EntryText("third").toBody()));
        assertEquals(List.of(ROOM, other),
                timelines.overviews(10).stream().map(Timelines.Overview::conversation).toList());
    }

    @Test
    void receiptsAreOfOwnLogsAlone() {
        var own = new Author(self, ROOM, 2);
        Author max = Author.of(ROOM, 1);
        stores.receipts().advance(own.key(), max.fingerprint(), Receipt.DELIVERED, 4);
        stores.receipts().advance(own.key(), max.fingerprint(), Receipt.READ, 2);
        stores.receipts().advance(max.key(), me, Receipt.READ, 9);
        assertEquals(List.of(new Timelines.Receipt(4, 2)), timelines.receipts(ROOM).get(own.key()));
        assertEquals(1, timelines.receipts(ROOM).size());
    }

    @Test
    void noQuestionReadsTheWholeHistory() {
        var queries = new ArrayList<>(Timelines.QUERIES);
        queries.addAll(UnreadEntries.QUERIES);
        queries.addAll(TimelineWalk.QUERIES);
        queries.addAll(List.of(SqliteRetention.FIRST, SqliteRetention.LAST_OLDER, SqliteRetention.NEXT));
        for (String query : queries) {
            List<String> plan = database.read(connection -> {
                try (PreparedStatement sql = connection.prepareStatement("EXPLAIN QUERY PLAN " + query)) {
                    return Rows.all(sql, row -> row.getString("detail"));
                }
            });
            // "SCAN (" is of what was found already
            assertTrue(plan.stream().noneMatch(step -> step.matches("SCAN \\w.*") || step.contains("TEMP B-TREE")),
                    () -> query + ": " + plan);
        }
    }
}
