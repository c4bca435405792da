package io.landline.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryStore;
import io.landline.room.ConversationId;
import io.landline.storage.ProfileDatabase.Opened;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.Database;
import io.landline.storage.database.DatabaseFiles.Found;
import io.landline.storage.database.DatabaseLocation;
import io.landline.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A byte within an entry that the disk changed. The database's own check calls such a file sound (H79).
class ChangedBytesTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);
    private static final int COUNT = 700;
    private static final int CHANGED = 500;

    @TempDir
    Path folder;
    private Path file;
    private final Author author = Author.of(ROOM, 1);
    private final List<Entry> written = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("history.db");
        for (int i = 0; i < COUNT; i++) written.add(author.text("this is text number " + i));
        try (Database database = Database.open(file)) {
            SqliteChat.stores(database)
                    .entries()
                    .add(written, written.getLast().header().lamport(), EntryStore.Durability.BATCHED);
        }
    }

    /// Where the only such bytes of the file stand.
    private void change(byte[] found, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i + found.length <= bytes.length; i++) {
            if (bytes[i] != found[0] || !Arrays.equals(bytes, i, i + found.length, found, 0, found.length)) {
                continue;
            }
            bytes[i + at] ^= 1;
            Files.write(file, bytes);
            return;
        }
        throw new AssertionError("not in the file");
    }

    private void isFoundAndSetRightAtTheNextStart() throws Exception {
        var met = new CountDownLatch(1);
        try (Database database = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true).database()) {
            database.whenDamaged(met::countDown);
            assertTrue(met.await(Patience.SECONDS, TimeUnit.SECONDS), "nobody notices it");
        }
        Opened opened = ProfileDatabase.open(file, DatabaseLocation.LOCAL, true);
        try (Database database = opened.database()) {
            assertEquals(Found.DAMAGED, opened.found());
            List<Entry> kept = SqliteChat.stores(database).entries().newest(ROOM, null, Integer.MAX_VALUE);
            var expected = new ArrayList<>(written);
            expected.remove(CHANGED);
            assertEquals(expected, kept);
        }
    }

    @Test
    void m4_aChangedByteOfAMessageIsFoundBehindWhatIsDone() throws Exception {
        change("this is text number 500".getBytes(UTF_8), 3);
        isFoundAndSetRightAtTheNextStart();
    }

    @Test
    void m4_aChangedByteOfAHeaderIsFoundBehindWhatIsDone() throws Exception {
        change(written.get(CHANGED).headerBytes(), 100);
        isFoundAndSetRightAtTheNextStart();
    }

    @Test
    void m4_aChangedMessageIsNotHandedOn() throws Exception {
        change("this is text number 500".getBytes(UTF_8), 3);
        var met = new CountDownLatch(1);
        try (Database database = Database.open(file)) { // it is not looked through here
            database.whenDamaged(met::countDown);
            EntryStore store = SqliteChat.stores(database).entries();
            List<Entry> forwards = store.range(written.getFirst().log(), 1, COUNT, false, Integer.MAX_VALUE);
            assertEquals(written.subList(0, CHANGED), forwards);
            assertTrue(met.await(Patience.SECONDS, TimeUnit.SECONDS), "nobody notices it");
            assertEquals(written.subList(CHANGED + 1, COUNT),
                    store.range(written.getFirst().log(), 1, COUNT, true, Integer.MAX_VALUE));
        }
    }
}
