package io.landline.storage.entries;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.database.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Words of what left a conversation are gone from the search, and from all files of the profile.
class RemovedWordsTest extends DatabaseTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);

    private EntryStore entries;

    @BeforeEach
    void open() {
        entries = SqliteChat.stores(database).entries();
    }

    private int indexed(String word) {
        return database.read(connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT count(*) FROM entry_text WHERE entry_text MATCH ?")) {
                sql.setString(1, word);
                return Rows.first(sql, row -> row.getInt(1));
            }
        });
    }

    @Test
    void ofALogThatGoesNoWordOfAnEditedTextStaysInTheSearch() {
        Author max = Author.of(ROOM, 1);
        Entry text = max.text("heron");
        Entry edit = max.write(2, EntryKind.EDIT, new Edit(text.reference(), "stork", Set.of()).toBody());
        entries.add(List.of(text, edit), 2, Durability.BATCHED);
        assertEquals(1, indexed("stork"));
        entries.drop(max.key());
        assertEquals(0, indexed("stork"));
        assertEquals(0, indexed("heron"));
    }

    @Test
    void whatACutTookIsFoundNowhereInTheProfile() throws IOException {
        Author max = Author.of(ROOM, 1);
        Entry text = max.text("unmistakable heron");
        Entry edit = max.write(2, EntryKind.EDIT, new Edit(text.reference(), "singular stork", Set.of()).toBody());
        Entry gone = max.text("vanished egret");
        Entry delete = max.write(4, EntryKind.DELETE, new Delete(gone.reference(), List.of()).toBody());
        Entry kept = max.text("remaining gull");
        Author ada = Author.of(ROOM, 2);
        Entry answer = ada.write(9, EntryKind.EDIT, new Edit(text.reference(), "no", Set.of()).toBody());
        entries.add(List.of(text, edit, gone, delete, kept), 5, Durability.BATCHED);
        entries.add(List.of(answer), 9, Durability.BATCHED);
        entries.cutBeginning(max.key(), 5, EntryStore.Words.AT_ONCE);
        database.close(); // whose last work is what cleans up
        for (String word : List.of("heron", "stork", "egret", "unmistakable", "singular")) {
            assertFalse(isInProfile(word), word);
        }
        assertTrue(isInProfile("remaining"));
        openDatabase();
        open();
        assertEquals(List.of(kept), entries.search(ROOM, "gull", 5));
        assertEquals(0, database.<Integer>read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement("SELECT count(*) FROM deletion")) {
                return Rows.first(sql, row -> row.getInt(1));
            }
        }));
    }

    @Test
    void whatLeftTogetherIsFoundNowhereInTheProfile() throws IOException {
        Author max = Author.of(ROOM, 1);
        var all = new ArrayList<Entry>();
        for (int i = 0; i < 400; i++) all.add(max.text("unmistakable heron" + i));
        Entry kept = max.text("remaining gull");
        all.add(kept);
        for (int i = 0; i < all.size(); i += 40) {
            entries.add(all.subList(i, Math.min(all.size(), i + 40)), i + 1, Durability.BATCHED);
        }
        for (int floor = 51; floor <= 401; floor += 50) {
            entries.cutBeginning(max.key(), floor, EntryStore.Words.TOGETHER);
        }
        assertEquals(0, indexed("unmistakable"));
        openDatabaseAgain(); // killed before the end, and started again
        open();
        assertTrue(entries.clearWords());
        while (entries.clearWords());
        database.close();
        assertFalse(isInProfile("unmistakable"));
        assertFalse(isInProfile("heron"));
        openDatabaseAgain();
        open();
        assertEquals(List.of(kept), entries.search(ROOM, "gull", 5));
        assertFalse(entries.clearWords(), "done");
    }

    private boolean isInProfile(String word) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), ISO_8859_1).contains(word)) return true;
            }
        }
        return false;
    }
}
