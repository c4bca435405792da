package io.landline.storage.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.EntryText;
import io.landline.chat.act.Edit;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.storage.database.CountedSteps;
import io.landline.storage.database.DatabaseTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a look for mentions costs where much is unread, in steps of the database's machine, and what it finds there.
class UnreadMentionsTest extends DatabaseTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);
    private static final int LIMIT = 1_000;
    private static final int BATCH = 500;
    /// As much as the texts of one author that are looked at take, and a bit more.
    private static final int STEPS_MAX = 100_000;

    private final Identity self = Identity.generate();
    private final Author ada = Author.of(ROOM, 1);
    private final Author eve = Author.of(ROOM, 2);
    private ChatStores stores;
    private UnreadEntries unread;
    private long time;

    @BeforeEach
    void open() {
        stores = SqliteChat.stores(database);
        unread = new UnreadEntries(database, self.fingerprint());
    }

    private Entry write(Author author, EntryText text) {
        Entry entry = author.write(++time, EntryKind.TEXT, text.toBody());
        stores.entries().add(List.of(entry), 1, Durability.BATCHED);
        return entry;
    }

    private Entry mention(Author author) {
        return write(author, new EntryText("look", null, Set.of(self.fingerprint())));
    }

    private void flood(Author author, int count) {
        byte[] body = new EntryText("a plain text").toBody();
        flood(author, EntryKind.TEXT, body, count);
    }

    private void flood(Author author, EntryKind kind, byte[] body, int count) {
        for (int from = 0; from < count; from += BATCH) {
            var run = new ArrayList<Entry>();
            for (int i = from; i < Math.min(count, from + BATCH); i++) run.add(author.write(++time, kind, body));
            stores.entries().add(run, 1, Durability.BATCHED);
        }
    }

    /// Looks on a connection of its own, and counts the steps.
    private List<Entry> cheapLook() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"));
                var steps = new CountedSteps(connection, 100)) {
            List<Entry> found = unread.mentioning(connection, ROOM, self.fingerprint().hex(), LIMIT);
            assertEquals(found, look());
            assertTrue(steps.count() <= STEPS_MAX, steps.count() + " steps");
            return found;
        }
    }

    private List<Entry> look() {
        return unread.mentioning(ROOM, self.fingerprint().hex(), LIMIT);
    }

    @Test
    void aFloodOfUnreadTextsCostsNoMoreThanWhatIsLookedAtAndHidesNothingOfOthers() throws SQLException {
        Entry call = mention(ada);
        flood(eve, 10_000);
        assertEquals(List.of(call), cheapLook());
    }

    @Test
    void aFloodOfEditsCostsNoMoreThanWhatIsLookedAtAndHidesNothingOfOthers() throws SQLException {
        Entry call = mention(ada);
        for (int i = 0; i < 20; i++) {
            Entry text = write(eve, new EntryText("a plain text"));
            flood(eve, EntryKind.EDIT, new Edit(text.reference(), "another", Set.of()).toBody(), 500);
        }
        assertEquals(List.of(call), cheapLook());
    }

    @Test
    void theOldestThatIsLookedAtIsFoundAndTheOneBeforeIsNot() {
        mention(eve);
        Entry oldest = mention(eve);
        flood(eve, UnreadEntries.LOOKED_AT_MAX - 1);
        assertEquals(List.of(oldest), look());
    }

    @Test
    void allLogsOfOneAuthorTogetherAreLookedAtNoMoreThanOne() throws SQLException {
        Entry call = mention(ada);
        var newest = new HashSet<Entry>();
        for (int log = 0; log < 16; log++) {
            var author = new Author(eve.identity, ROOM, 100 + log);
            flood(author, 1_500);
            newest.add(mention(author));
        }
        List<Entry> found = cheapLook();
        assertTrue(found.contains(call));
        assertEquals(2, found.size(), "the mention of the log that was written last");
        assertTrue(newest.containsAll(found.stream().filter(each -> !each.equals(call)).toList()));
    }

    @Test
    void aMentionInTheLastEditThatCountsIsFound() {
        Entry text = write(ada, new EntryText("a plain text"));
        flood(ada, EntryKind.EDIT, new Edit(text.reference(), "another", Set.of()).toBody(), Edit.COUNTED_MAX - 1);
        assertEquals(List.of(), look());
        flood(ada, EntryKind.EDIT, new Edit(text.reference(), "look", Set.of(self.fingerprint())).toBody(), 1);
        assertEquals(List.of(text), look());
    }
}
