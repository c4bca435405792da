package io.landline.storage.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.Entry;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.ReceiptStore.Receipt;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.storage.choices.SqliteArchived;
import io.landline.storage.database.DatabaseTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What brings an archived conversation back: something that came after it was archived.
class ArrivalTest extends DatabaseTest {
    private static final ConversationId IN_ROOM = new ConversationId(1, 1);
    private static final ConversationId ELSEWHERE = new ConversationId(2, 2);

    private final Identity self = Identity.generate();
    private final Author own = new Author(self, IN_ROOM, 1);
    private final Author ben = Author.of(IN_ROOM, 1);
    private final Author carl = Author.of(ELSEWHERE, 1);
    private ChatStores stores;

    @BeforeEach
    void open() {
        stores = SqliteChat.stores(database);
    }

    private void store(List<Entry> run) {
        stores.entries().add(run, 1, Durability.BATCHED);
    }

    private void archive() {
        new SqliteArchived(database).archive(IN_ROOM, null);
    }

    private boolean comesBack() {
        long cameAs = new Timelines(database, self.fingerprint()).overviews(100)
                .stream()
                .filter(each -> each.conversation().equals(IN_ROOM))
                .findFirst()
                .orElseThrow()
                .cameAs();
        return cameAs > new SqliteArchived(database).all().get(IN_ROOM);
    }

    @Test
    void aMessageThatStandsBeforeOnesOwnLastWordsBringsItBack() {
        store(own.textsAt(10, 12));
        archive();
        assertFalse(comesBack());
        store(ben.textsAt(5, 5));
        assertTrue(comesBack());
        stores.receipts().advance(ben.key(), self.fingerprint(), Receipt.READ, 1);
        assertFalse(comesBack(), "somebody has seen it");
    }

    @Test
    void historyThatArrivesInTheBackgroundDoesNot() {
        List<Entry> log = ben.textsAt(1, 9);
        store(own.textsAt(20, 20));
        store(log.subList(5, 9));
        archive();
        store(log.subList(0, 5));
        assertFalse(comesBack());
    }

    private void assertComesBackAfter(Runnable removesTheNewestOfAll) {
        List<Entry> log = ben.textsAt(1, 2);
        store(log.subList(0, 1));
        store(carl.textsAt(1, 3));
        archive();
        removesTheNewestOfAll.run();
        assertFalse(comesBack());
        store(log.subList(1, 2));
        assertTrue(comesBack());
    }

    /// The database gives the number of a removed entry again where it was the highest.
    @Test
    void whatComesAfterTheNewestOfAllWasRemovedBringsItBackToo() {
        assertComesBackAfter(() -> stores.entries().drop(carl.key()));
    }

    @Test
    void theSameHoldsAfterTheBeginningsOfLogsWereRemoved() {
        assertComesBackAfter(() -> stores.entries().cutBeginning(carl.key(), 4));
        assertEquals(List.of(), stores.entries().range(carl.key(), 1, 3, false, Integer.MAX_VALUE));
    }
}
