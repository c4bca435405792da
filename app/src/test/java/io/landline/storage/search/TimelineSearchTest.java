package io.landline.storage.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.EntryText;
import io.landline.chat.TimelinePosition;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.Database;
import io.landline.storage.search.TimelineSearch.Part;
import io.landline.testing.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a search finds, beside what one sees who looks at every entry.
class TimelineSearchTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);
    private static final int ENTRIES = 3_000;
    /// Of every fourth entry: more than are looked up one by one.
    private static final String COMMON = "boat";
    private static final String RARE = "heron";

    @TempDir
    static Path folder;
    private static Database database;
    private static TimelineSearch search;
    private static final List<Author> AUTHORS = List.of(Author.of(ROOM, 1), Author.of(ROOM, 2), Author.of(ROOM, 3));
    private static final List<Entry> ALL = new ArrayList<>();

    @BeforeAll
    static void store() throws IOException {
        database = Database.open(folder.resolve("history.db"));
        search = new TimelineSearch(database);
        var runs = new ArrayList<List<Entry>>();
        for (Author _ : AUTHORS) runs.add(new ArrayList<>());
        for (int i = 0; i < ENTRIES; i++) {
            int author = i % 7 % AUTHORS.size();
            String word = i % 500 == 3 ? RARE : i % 4 == 0 ? COMMON : "stone";
            Entry entry = AUTHORS.get(author)
                    .write(i + 1, EntryKind.TEXT, new EntryText(word + " number " + i).toBody());
            runs.get(author).add(entry);
            ALL.add(entry);
        }
        // the last author's came first, so the order in which they came is not the one of the timeline
        for (List<Entry> run : runs.reversed()) {
            SqliteChat.stores(database).entries().add(run, ENTRIES, Durability.BATCHED);
        }
        ALL.sort(Comparator.comparing(Entry::position));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static List<Entry> expected(SearchFilter filter, @Nullable TimelinePosition before, int limit) {
        List<Entry> fitting = ALL.stream()
                .filter(filter::admits)
                .filter(each -> before == null || each.position().compareTo(before) < 0)
                .filter(each -> text(each).contains(filter.words()))
                .toList();
        return fitting.subList(Math.max(0, fitting.size() - limit), fitting.size());
    }

    private static String text(Entry entry) {
        byte[] body = entry.body();
        return body == null ? "" : new String(body, UTF_8);
    }

    private static void check(SearchFilter filter, @Nullable TimelinePosition before, int limit) {
        assertEquals(expected(filter, before, limit).stream().map(Entry::id).toList(),
                search.newest(ROOM, filter, before, limit).stream().map(Entry::id).toList(), filter::toString);
    }

    @Test
    void theNewestWithAWordAreFoundHoweverManyThereAre() {
        for (String word : List.of(COMMON, RARE, "number", "nothing")) {
            check(SearchFilter.words(word), null, 10);
            check(SearchFilter.words(word), ALL.get(700).position(), 10);
            check(SearchFilter.words(word), null, ENTRIES);
        }
    }

    @Test
    void aPersonsAreFoundWithAndWithoutWords() {
        var max = AUTHORS.get(1).fingerprint();
        for (String words : List.of("", COMMON, RARE)) {
            check(new SearchFilter(words, max, null, null), null, 20);
            check(new SearchFilter(words, max, null, null), ALL.get(900).position(), 20);
        }
    }

    @Test
    void datesHoldFromTheFirstToJustBeforeTheLast() {
        Instant since = ALL.get(1_000).written();
        Instant until = ALL.get(1_500).written();
        for (String words : List.of("", COMMON, RARE)) {
            check(new SearchFilter(words, null, since, null), null, ENTRIES);
            check(new SearchFilter(words, null, null, until), null, ENTRIES);
            check(new SearchFilter(words, null, since, until), null, ENTRIES);
            check(new SearchFilter(words, AUTHORS.getFirst().fingerprint(), since, until), null, ENTRIES);
        }
        check(new SearchFilter("", null, until, since), null, 5);
        check(new SearchFilter("", null, Instant.MIN, Instant.MAX), null, ENTRIES);
    }

    @Test
    void anyMixtureFindsWhatLookingAtAllWouldFind() {
        Random random = Seed.random("TimelineSearchTest");
        for (int i = 0; i < 60; i++) {
            Instant at = ALL.get(random.nextInt(ENTRIES)).written();
            String words = List.of("", COMMON, RARE, "stone").get(random.nextInt(4));
            var filter = new SearchFilter(words,
                    random.nextBoolean() ? AUTHORS.get(random.nextInt(3)).fingerprint() : null,
                    random.nextBoolean() ? at : null,
                    random.nextBoolean() ? at.plus(Duration.ofMillis(random.nextInt(ENTRIES))) : null);
            TimelinePosition before = random.nextBoolean() ? ALL.get(random.nextInt(ENTRIES)).position() : null;
            if (words.isEmpty() && !filter.narrows()) continue;
            check(filter, before, ENTRIES);
        }
    }

    @Test
    void nothingAskedForIsNothingFound() {
        assertTrue(search.newest(ROOM, SearchFilter.words("  "), null, 5).isEmpty());
        assertTrue(search.newest(ROOM, SearchFilter.words("?!"), null, 5).isEmpty());
    }

    @Test
    void fromTheOldestOnEachIsFoundOnceWhateverTheParts() {
        for (String word : List.of(COMMON, RARE, "number", "nothing")) {
            for (int most : List.of(3, 40, ENTRIES)) {
                var found = new ArrayList<Entry>();
                TimelinePosition at = null;
                do {
                    Part part = search.after(ROOM, word, at, 100, most);
                    found.addAll(part.found());
                    at = part.last();
                } while (at != null);
                assertEquals(expected(SearchFilter.words(word), null, ENTRIES).stream().map(Entry::id).toList(),
                        found.stream().map(Entry::id).toList(), word + " " + most);
            }
        }
    }

    /// Each part has the index gather all that begins with the word, so many parts take work with the square of a
    /// history's length.
    @Test
    void whatFewHaveIsFoundWithoutAWalkOverAll() {
        Part first = search.after(ROOM, RARE, ALL.get(10).position(), 100, ENTRIES);
        assertEquals(5, first.found().size());
        assertNull(first.last());
        assertNull(search.after(ROOM, "nothing", null, 100, ENTRIES).last());
    }
}
