package io.landline.storage.entries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.ReceiptStore.Receipt;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Database;
import io.landline.storage.database.DatabaseTest;
import java.sql.PreparedStatement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Logs that gave way, and what this user read of them.
class DroppedLogRowsTest extends DatabaseTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);

    private final Fingerprint self = Identity.generate().fingerprint();
    private final Author ben = Author.of(ROOM, 1);
    private ChatStores stores;

    @BeforeEach
    void open() {
        stores = SqliteChat.stores(database);
    }

    private void readAndDropped(Author author) {
        stores.entries().add(author.texts(1), 1, Durability.BATCHED);
        stores.receipts().advance(author.key(), self, Receipt.READ, 1);
        stores.entries().drop(author.key());
    }

    private long read(Author author) {
        return stores.receipts().upTo(author.key(), self, Receipt.READ);
    }

    /// As many others as are remembered.
    private void dropOthers() {
        Author other = Author.of(ROOM, 1);
        database.write(Database.Durability.BATCHED, connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("INSERT INTO dropped_log (conversation, author, log) VALUES (?, ?, ?)")) {
                for (int i = 1; i < EntryStore.DROPPED_MAX; i++) {
                    sql.setBytes(1, ROOM.bytes());
                    sql.setBytes(2, other.fingerprint().bytes());
                    sql.setBytes(3, ChatDatabase.bytes(1_000 + i));
                    sql.addBatch();
                }
                return sql.executeBatch().length;
            }
        });
    }

    @Test
    void h38_whatWasReadOfADroppedLogIsForgottenWithTheLog() {
        readAndDropped(ben);
        dropOthers();
        assertEquals(1, read(ben), "if it comes again, that was read");
        stores.entries().drop(Author.of(ROOM, 1).key());
        assertEquals(EntryStore.DROPPED_MAX, stores.entries().dropped().size());
        assertEquals(0, read(ben));
    }

    @Test
    void whatWasReadOfALogThatCameAgainStays() {
        Author again = Author.of(ROOM, 1);
        readAndDropped(again);
        stores.entries().add(new Author(again.identity, ROOM, 1).texts(1), 1, Durability.BATCHED);
        dropOthers();
        stores.entries().drop(Author.of(ROOM, 1).key());
        assertEquals(1, read(again));
    }
}
