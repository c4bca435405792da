package io.landline.node.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.NewWords;
import io.landline.chat.act.Continuation;
import io.landline.chat.words.WordsBook;
import io.landline.chat.words.WordsChange;
import io.landline.identity.Identity;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore.Origin;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.Timelines;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.search.SearchFilter;
import io.landline.storage.search.TimelineSearch;
import io.landline.storage.trust.SqliteTrust;
import io.landline.storage.trust.SqliteWords;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A room whose words were changed at Lamport time 20. Mallory was not chosen, and still writes in the old one.
class SearchEverywhereTest extends DatabaseTest {
    private static final Room ROOM = Room.open(new RoomName("class"));
    private static final RoomId OLD = RoomId.of(new byte[RoomId.BYTES]);
    private static final long CLOCK = 20;

    private final Fingerprint self = Identity.generate().fingerprint();
    private final Author ben = Author.of(ConversationId.of(OLD), 1);
    private final Author mallory = Author.of(ConversationId.of(OLD), 1);
    private ChatStores stores;
    private SearchEverywhere search;

    @BeforeEach
    void open() {
        stores = SqliteChat.stores(database);
        var trust = new SqliteTrust(database, null);
        var words = new SqliteWords(database, trust);
        var book = new WordsBook(self, words);
        byte[] salt = new byte[Continuation.SALT_BYTES];
        byte[] body = Continuation.of(salt, OLD, ROOM.id(), CLOCK, Set.of(ben.fingerprint(), self)).toBody();
        Entry change = Author.of(ConversationId.of(ROOM.id()), 1).write(CLOCK + 1, EntryKind.CONTINUES, body);
        WordsChange taken = WordsBook.taken(
                book.offer(OLD, new NewWords(salt, RoomKey.of("amber fox"), change), Instant.EPOCH));
        words.put(taken);
        book.note(taken);
        var rooms = new OwnRooms(trust, InstantSource.system());
        rooms.add(ROOM, Origin.JOINED_BY_WORDS, false);
        search = new SearchEverywhere(new TimelineSearch(database), rooms,
                new JoinedTimeline(new Timelines(database, self), book));
    }

    private void store(List<Entry> run) {
        stores.entries().add(run, 1, Durability.BATCHED);
    }

    private List<Long> found(SearchEverywhere.Hits hits) {
        return hits.found().stream().map(each -> each.entry().header().lamport()).toList();
    }

    /// They took the places of what is shown: who writes common words often enough could have all else vanish.
    @Test
    void whatIsHiddenTakesNoPlaceAmongWhatIsFound() {
        store(ben.textsAt(10, 12));
        var common = SearchFilter.words("1");
        SearchEverywhere.Hits alone = search.find(common, 3);
        assertEquals(List.of(12L, 11L, 10L), found(alone));
        store(mallory.textsAt(100, 110));
        SearchEverywhere.Hits hits = search.find(common, 3);
        assertEquals(List.of(12L, 11L, 10L), found(hits));
        assertFalse(hits.hasMore());
        assertTrue(search.find(common, 2).hasMore());
    }
}
