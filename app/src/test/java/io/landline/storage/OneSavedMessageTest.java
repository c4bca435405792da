package io.landline.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.EntryStore.Durability;
import io.landline.room.ConversationId;
import io.landline.storage.ProfileDatabase.Opened;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.DamageDetector.DamagedRowException;
import io.landline.storage.database.Database;
import io.landline.storage.database.DatabaseFiles.Found;
import io.landline.storage.database.DatabaseLocation;
import io.landline.storage.database.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A damaged history with a single message that can be read.
class OneSavedMessageTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);

    @TempDir
    Path folder;

    @Test
    void oneMessageThatCouldBeReadIsNotCalledMessages() throws IOException {
        Path file = folder.resolve("history.db");
        try (Database database = Database.open(file)) {
            SqliteChat.stores(database).entries().add(Author.of(ROOM, 1).texts(1), 1, Durability.BATCHED);
            assertThrows(StorageException.class, () -> database.read(_ -> {
                throw new DamagedRowException("a row of a test", new IOException("a test"));
            }));
        }
        Opened opened = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true);
        try (Database _ = opened.database()) {
            assertEquals(Found.DAMAGED, opened.found());
            String problem = String.valueOf(opened.problem());
            assertTrue(problem.contains(" was damaged: one message could be read and is kept, "), problem);
        }
    }
}
