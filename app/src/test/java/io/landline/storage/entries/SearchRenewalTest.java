package io.landline.storage.entries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.EntryText;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.storage.ProfileText;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.Database;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.database.Rows;
import io.landline.storage.search.SearchFilter;
import io.landline.storage.search.TimelineSearch;
import io.landline.storage.search.TimelineSearch.Hit;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a profile of version 32 has is found at any moment while its search is renewed, then by the new rules.
class SearchRenewalTest extends DatabaseTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);
    private static final int TEXTS = 3 * SearchRenewal.ENTRIES_A_STEP + 7;

    private final Author max = Author.of(ROOM, 1);

    private EntryStore entries() {
        return SqliteChat.stores(database).entries();
    }

    private boolean step() {
        return new SearchRenewal(database).step();
    }

    /// As version 32 kept it.
    private void makeOld() throws SQLException, IOException {
        closeDatabase();
        SearchBefore.make(folder.resolve("history.db"));
        openDatabase();
    }

    private void check(List<Entry> expected, String words) {
        assertEquals(expected.stream().map(Entry::id).toList(),
                entries().search(ROOM, words, TEXTS * 2).stream().map(Entry::id).toList(), words);
        List<EntryId> everywhere = new TimelineSearch(database)
                .everywhere(SearchFilter.words(words), Map.of(ROOM, _ -> true), TEXTS * 2)
                .found()
                .stream()
                .map(Hit::entry)
                .map(Entry::id)
                .toList();
        assertEquals(expected.stream().map(Entry::id).toList(), everywhere.reversed(), words);
        assertEquals(expected.stream().map(Entry::id).toList(), new TimelineSearch(database)
                .after(ROOM, words, null, TEXTS * 4, TEXTS * 4)
                .found()
                .stream()
                .map(Entry::id)
                .toList(), words);
    }

    @Test
    void aSearchIsWholeAtAnyMomentAndAfterEachKill() throws Exception {
        List<Entry> texts = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) texts.add(max.text("heron unmistakable" + i));
        entries().add(texts, TEXTS, Durability.BATCHED);
        makeOld();
        int clock = TEXTS;
        do {
            check(texts, "HERON");
            // one that may stand in either index goes, one is changed, and one comes
            for (int part = 0; part < 3; part++) {
                int i = part == 0 ? 5 : part == 1 ? texts.size() / 2 : texts.size() - 1;
                Entry gone = texts.remove(i);
                Entry delete = max.write(++clock, EntryKind.DELETE, new Delete(gone.reference(), List.of()).toBody());
                Entry edit = max.write(++clock, EntryKind.EDIT, new Edit(texts.get(i - 1).reference(), "stork " + i,
                        Set.of()).toBody());
                Entry come = max.write(++clock, EntryKind.TEXT, new EntryText("heron comes").toBody());
                entries().add(List.of(delete, edit, come), clock, Durability.BATCHED);
                texts.remove(i - 1);
                texts.add(come);
            }
            openDatabaseAgain();
        } while (step());
        check(texts, "heron");
        assertFalse(new SearchRenewal(database).isDue());
        database.write(Database.Durability.BATCHED, connection -> {
            try (Statement sql = connection.createStatement()) {
                sql.executeUpdate("INSERT INTO entry_text (entry_text) VALUES ('integrity-check')");
            }
            return true;
        });
        assertEquals(0, database.<Integer>read(connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT count(*) FROM sqlite_schema WHERE name LIKE '%before%'")) {
                return Rows.first(sql, row -> row.getInt(1));
            }
        }));
    }

    @Test
    void whatWasDeletedMeanwhileIsInNoFileOfTheProfileAfterwards() throws Exception {
        Entry first = max.text("vanished egret");
        List<Entry> texts = new ArrayList<>(List.of(first));
        for (int i = 0; i < TEXTS; i++) texts.add(max.text("heron " + i));
        Entry last = max.text("singular stork");
        texts.add(last);
        entries().add(texts, TEXTS, Durability.BATCHED);
        makeOld();
        assertTrue(step());
        int clock = 2 * TEXTS;
        for (Entry gone : List.of(first, last)) {
            Entry delete = max.write(++clock, EntryKind.DELETE, new Delete(gone.reference(), List.of()).toBody());
            entries().add(List.of(delete), clock, Durability.BATCHED);
        }
        assertEquals(List.of(), entries().search(ROOM, "egret", 5));
        assertEquals(List.of(), entries().search(ROOM, "stork", 5));
        while (step());
        while (entries().clearWords());
        database.close();
        for (String word : List.of("vanished", "egret", "singular", "stork")) {
            assertFalse(ProfileText.of(folder).contains(word), word);
        }
        assertTrue(ProfileText.of(folder).contains("heron"));
    }

    @Test
    void anOldMessageIsFoundByTheNewRules() throws Exception {
        Entry text = max.text("Καλημέρα Νίκος");
        entries().add(List.of(text), 1, Durability.BATCHED);
        makeOld();
        while (step());
        check(List.of(text), "νικοσ");
    }

    /// Each of its texts would hold up what others write.
    @Test
    void aStepTakesFewLongTexts() throws Exception {
        String words = "w".repeat(SearchRenewal.CHARACTERS_A_STEP / 2);
        List<Entry> texts = new ArrayList<>();
        for (int i = 0; i < 10; i++) texts.add(max.text(words + i));
        entries().add(texts, 10, Durability.BATCHED);
        makeOld();
        assertTrue(step());
        assertEquals(8, database.<Integer>read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement("SELECT reached FROM search_renewal")) {
                return Rows.first(sql, row -> row.getInt(1));
            }
        }));
    }
}
