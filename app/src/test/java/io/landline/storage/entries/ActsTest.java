package io.landline.storage.entries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.EntryText;
import io.landline.chat.RewrittenMessage;
import io.landline.chat.act.Act;
import io.landline.chat.act.Close;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.Pin;
import io.landline.chat.act.Poll;
import io.landline.chat.act.React;
import io.landline.chat.act.Reference;
import io.landline.chat.act.Vote;
import io.landline.chat.view.EntryView;
import io.landline.chat.view.Timeline;
import io.landline.filetransfer.OfferBody;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.storage.ProfileText;
import io.landline.storage.chat.TimelineViews.Located;
import io.landline.storage.chat.Timelines;
import io.landline.storage.database.Database;
import io.landline.storage.database.DatabaseFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the database answers equals what [Timeline] says of all entries (docs/protocol/acts.md), and what was deleted
/// is gone.
class ActsTest extends StoredActsTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);
    private static final int ALL = 1_000;

    private long lamport;

    private List<EntryView> shown() {
        Timelines timelines = new Timelines(database, Identity.generate().fingerprint());
        return views.shown(ROOM, timelines.newest(ROOM, null, ALL));
    }

    private static Entry act(Author author, long lamport, EntryKind kind, Act act) {
        return author.write(lamport, kind, act.toBody());
    }

    private static Edit edit(Entry target, String text) {
        return new Edit(target.reference(), text, Set.of());
    }

    private int found(String word) {
        return entries.search(ROOM, word, ALL).size();
    }

    @Test
    void theSearchFindsThePresentTextAlone() {
        Author ada = Author.of(ROOM, 1);
        Entry text = ada.text("apple");
        Entry first = act(ada, 2, EntryKind.EDIT, edit(text, "banana"));
        Entry second = act(ada, 3, EntryKind.EDIT, edit(text, "cherry"));
        store(text);
        assertEquals(1, found("apple"));
        store(first);
        assertEquals(List.of(0, 1), List.of(found("apple"), found("banana")));
        store(second);
        assertEquals(List.of(0, 1), List.of(found("banana"), found("cherry")));
    }

    @Test
    void anEditBehindThoseThatCountChangesNothingAndOneBeforeThemDoes() {
        Author ada = Author.of(ROOM, 1);
        Entry text = ada.text("apple");
        store(text);
        for (int i = 1; i <= Edit.COUNTED_MAX + 1; i++) {
            store(act(ada, 10 + i, EntryKind.EDIT, edit(text, "word" + i)));
        }
        assertEquals(List.of(1, 0), List.of(found("word" + Edit.COUNTED_MAX), found("word" + (Edit.COUNTED_MAX + 1))));
        store(act(new Author(ada.identity, ROOM, 2), 5, EntryKind.EDIT, edit(text, "early")));
        assertEquals(List.of(1, 0), List.of(found("word" + (Edit.COUNTED_MAX - 1)), found("word" + Edit.COUNTED_MAX)));
    }

    @Test
    void anEditThatCameBeforeItsMessageCounts() {
        Author ada = Author.of(ROOM, 1);
        Entry text = ada.text("apple");
        Entry edit = act(ada, 2, EntryKind.EDIT, edit(text, "banana"));
        store(edit);
        store(text);
        assertEquals(List.of(0, 1), List.of(found("apple"), found("banana")));
        assertEquals("banana", ((EntryView.Message) shown().getFirst().content()).text());
    }

    @Test
    void anEntryIsFoundByItsIdAndByTheFirstDigits() {
        Entry text = Author.of(ROOM, 1).text("apple");
        store(text);
        String id = text.id().hex();
        for (int digits : List.of(8, 9, 16, 17, 31, 32)) {
            assertEquals(text, views.withId(id.substring(0, digits), 4).getFirst().entry());
        }
        assertTrue(views.withId(id.substring(0, 16) + (id.charAt(16) == '0' ? '1' : '0'), 4).isEmpty());
        assertNull(views.withId(Author.of(ROOM, 1).text("never stored").id()));
    }

    /// Texts, polls and all kinds of acts of four authors in five logs, in parts, older ones after newer ones.
    @Test
    void theDatabaseAnswersAsTheTimelineOfAllEntries() {
        long seed = Long.getLong("landline.seed", System.nanoTime());
        for (int round = 0; round < Integer.getInteger("landline.rounds", 8); round++) {
            database.write(Database.Durability.BATCHED, connection -> {
                for (String change : List.of("DELETE FROM act", "DELETE FROM entry", "DELETE FROM log",
                        "DELETE FROM deletion", "INSERT INTO entry_text (entry_text) VALUES ('delete-all')")) {
                    try (var sql = connection.createStatement()) {
                        sql.executeUpdate(change);
                    }
                }
                return true;
            });
            equalsTheTimeline(new Random(seed + round), "seed " + (seed + round));
        }
    }

    private void equalsTheTimeline(Random random, String seed) {
        lamport = 0;
        Identity twice = Identity.generate();
        List<Author> authors = List.of(Author.of(ROOM, 1), Author.of(ROOM, 1), Author.of(ROOM, 1),
                new Author(twice, ROOM, 1), new Author(twice, ROOM, 2));
        var logs = new ArrayList<List<Entry>>();
        authors.forEach(_ -> logs.add(new ArrayList<>()));
        var all = new ArrayList<Entry>();
        for (int i = 0; i < 90; i++) {
            int who = random.nextInt(authors.size());
            Entry entry = something(authors.get(who), all, random, i);
            logs.get(who).add(entry);
            all.add(entry);
        }
        storeInParts(logs, random);
        Timeline expected = Timeline.of(all);
        assertEquals(expected.shown(), shown(), seed);
        assertEquals(expected.pinned(), views.pinned(ROOM), seed);
        for (String word : List.of("text", "edit")) {
            assertEquals(expected.shown().stream().filter(each -> says(each, word)).map(EntryView::entry).toList(),
                    entries.search(ROOM, word, ALL), seed + ", searched for " + word);
        }
    }

    private static boolean says(EntryView shown, String word) {
        return shown.content() instanceof EntryView.Message message && message.text().startsWith(word);
    }

    private Entry something(Author author, List<Entry> all, Random random, int i) {
        lamport++;
        if (all.isEmpty() || random.nextInt(4) == 0) {
            return author.write(lamport, EntryKind.TEXT, new EntryText("text " + i).toBody());
        }
        if (random.nextInt(8) == 0) {
            return author.write(lamport, EntryKind.POLL,
                    new Poll("poll " + i, List.of("a", "b"), random.nextBoolean(), false).toBody());
        }
        if (random.nextInt(8) == 0) {
            byte[] offer = new OfferBody(1, i, List.of("file " + i), OfferBody.CHUNK_BYTES_MAX, 0, null).toJson();
            return author.write(lamport, EntryKind.OFFER, offer);
        }
        Entry lost = all.get(random.nextInt(all.size()));
        if (random.nextInt(6) == 0 && RewrittenMessage.isCarriedBy(lost.kind())
                && lost.author().equals(author.fingerprint())) {
            return author.write(lamport, lost.kind(), ProfileText.again(lost));
        }
        Reference target = all.get(random.nextInt(all.size())).reference();
        return switch (random.nextInt(6)) {
            case 0 -> act(author, lamport, EntryKind.EDIT, new Edit(target, "edit " + i, Set.of()));
            case 1 -> act(author, lamport, EntryKind.DELETE, new Delete(target, all.stream()
                    .filter(each -> each.kind().equals(EntryKind.EDIT) ? random.nextBoolean() : random.nextInt(9) == 0)
                    .map(Entry::reference)
                    .limit(5)
                    .toList()));
            case 2 -> act(author, lamport, EntryKind.REACT,
                    new React(target, "" + (char) ('a' + random.nextInt(3)), random.nextBoolean()));
            case 3 -> act(author, lamport, EntryKind.VOTE, new Vote(target, List.of(random.nextInt(2))));
            case 4 -> act(author, lamport, EntryKind.CLOSE, new Close(target, List.of(3, 4)));
            default -> act(author, lamport, EntryKind.PIN, new Pin(target, random.nextBoolean()));
        };
    }

    /// Of each log a part from its middle first, then what is newer or older, the logs in turn.
    private void storeInParts(List<List<Entry>> logs, Random random) {
        int[] from = new int[logs.size()];
        int[] to = new int[logs.size()];
        Arrays.fill(from, -1);
        while (true) {
            var open = Stream.iterate(0, i -> i + 1)
                    .limit(logs.size())
                    .filter(i -> !logs.get(i).isEmpty() && (from[i] != 0 || to[i] < logs.get(i).size()))
                    .toList();
            if (open.isEmpty()) return;
            int log = open.get(random.nextInt(open.size()));
            List<Entry> run = logs.get(log);
            if (from[log] < 0) {
                from[log] = random.nextInt(run.size());
                to[log] = from[log];
            }
            boolean newer = from[log] == 0 || to[log] < run.size() && random.nextBoolean();
            int count = 1 + random.nextInt(4);
            int begin = newer ? to[log] : Math.max(0, from[log] - count);
            int end = newer ? Math.min(run.size(), to[log] + count) : from[log];
            entries.add(run.subList(begin, end), 1, Durability.BATCHED);
            from[log] = Math.min(from[log], begin);
            to[log] = Math.max(to[log], end);
        }
    }

    @Test
    void whatWasWrittenAgainIsOneMessageByEitherName() {
        Identity restored = Identity.generate();
        Author first = new Author(restored, ROOM, 1);
        Author second = new Author(restored, ROOM, 2);
        Author other = Author.of(ROOM, 1);
        Entry lost = first.write(1, EntryKind.TEXT, new EntryText("apple").toBody());
        Entry again = second.write(5, EntryKind.TEXT, ProfileText.again(lost));
        Entry edit = act(first, 2, EntryKind.EDIT, edit(lost, "banana"));
        Entry onIt = act(other, 6, EntryKind.REACT, new React(again.reference(), "x", true));
        Entry onLost = act(other, 7, EntryKind.REACT, new React(lost.reference(), "y", true));
        store(again);
        assertEquals(List.of(again), views.writtenAgain(lost.id().hex()).stream().map(Located::entry).toList());
        assertEquals(List.of(), views.writtenAgain(again.id().hex()));
        store(lost, edit);
        store(onIt, onLost);
        EntryView shown = shown().getFirst();
        assertEquals(1, shown().size());
        assertEquals(again, shown.entry());
        assertEquals("banana", ((EntryView.Message) shown.content()).text());
        assertEquals(2, shown.reactions().size());
        assertEquals(shown, views.named(ROOM, List.of(lost.reference())).get(lost.reference()));
        assertEquals(List.of(0, 1), List.of(found("apple"), found("banana")));
        store(act(second, 8, EntryKind.DELETE,
                new Delete(again.reference(), List.of(edit.reference(), lost.reference()))));
        assertEquals(1, shown().size(), "one placeholder");
        assertEquals(0, found("banana"));
    }

    @Test
    void otherWordsAreNoTwin() {
        Identity restored = Identity.generate();
        Entry first = new Author(restored, ROOM, 1).write(1, EntryKind.TEXT, new EntryText("I owe you 5").toBody());
        JsonObject body = JsonParser.parseString(new String(ProfileText.again(first), UTF_8)).getAsJsonObject();
        body.addProperty("text", "I owe you nothing");
        Entry changed = new Author(restored, ROOM, 2).write(2, EntryKind.TEXT, body.toString().getBytes(UTF_8));
        Entry by = Author.of(ROOM, 3).write(3, EntryKind.TEXT, ProfileText.again(first));
        store(first);
        store(changed);
        store(by);
        assertEquals(List.of(first, changed, by), shown().stream().map(EntryView::entry).toList());
    }

    /// Words, their edits and the index of the search, in the file and in what stands beside it.
    @Test
    void deletedTextIsFoundNowhereInTheProfile() throws IOException {
        Author ada = Author.of(ROOM, 1);
        String words = "xylophone quagmire ".repeat(40);
        Entry text = ada.text(words);
        Entry edit = act(ada, 2, EntryKind.EDIT, edit(text, words + "zeppelin"));
        Entry other = ada.write(3, EntryKind.TEXT, new EntryText("marmalade stays").toBody());
        store(text, edit, other);
        for (int i = 0; i < 200; i++) store(ada.write(4 + i, EntryKind.TEXT, new EntryText("filler " + i).toBody()));
        assertTrue(ProfileText.of(folder).contains("xylophone"));
        assertTrue(ProfileText.of(folder).contains("zeppelin"));
        Files.writeString(new DatabaseFiles(folder.resolve("history.db")).backup(9), words);
        Files.writeString(folder.resolve("history.damaged-2026-11-21.db"), words);
        Path thumbnail = Files.writeString(folder.resolve("thumbnail"), words);
        database.whenErasing(() -> thumbnail.toFile().delete());
        store(act(ada, 400, EntryKind.DELETE, new Delete(text.reference(), List.of(edit.reference()))));
        database.scrub();
        database.write(Database.Durability.FULL, connection -> true); // behind it in the queue
        String after = ProfileText.of(folder);
        for (String word : List.of("xylophone", "quagmire", "zeppelin")) {
            assertFalse(after.contains(word), word + " is still there");
        }
        assertTrue(after.contains("marmalade"));
        assertEquals(1, found("marmalade"));
        assertEquals(0, found("xylophone"));
    }

    /// So a kill right after it leaves none.
    @Test
    void copiesOfDeletedTextAreGoneBeforeTheDeletionIsConfirmed() throws Exception {
        Author ada = Author.of(ROOM, 1);
        Entry text = ada.text("xylophone");
        store(text);
        Path backup = Files.writeString(new DatabaseFiles(folder.resolve("history.db")).backup(9), "xylophone");
        Path thumbnail = Files.writeString(folder.resolve("thumbnail"), "xylophone");
        database.whenErasing(() -> thumbnail.toFile().delete());
        try (Connection reader = reading()) { // keeps the log from being emptied for a moment
            store(act(ada, 2, EntryKind.DELETE, new Delete(text.reference(), List.of())));
            assertFalse(Files.exists(backup));
            assertFalse(Files.exists(thumbnail));
        }
    }

    /// A kill right after a deletion leaves a log that holds the text. A reader stands for the kill here: it keeps the
    /// log from being emptied.
    @Test
    void deletedTextIsGoneAtTheNextStartAfterAKill() throws Exception {
        Author ada = Author.of(ROOM, 1);
        Entry text = ada.text("xylophone");
        store(text);
        Path killed = Files.createDirectory(folder.resolve("killed"));
        try (Connection reader = reading()) {
            delete(ada, text);
            for (String name : List.of("history.db", "history.db-wal")) {
                Files.copy(folder.resolve(name), killed.resolve(name));
            }
        }
        assertTrue(ProfileText.of(killed).contains("xylophone"));
        try (Database started = Database.open(killed.resolve("history.db"))) {
            assertFalse(ProfileText.of(killed).contains("xylophone"));
            assertTrue(started.<Boolean>read(connection -> connection.isValid(0)));
        }
    }

    @Test
    void deletedTextIsGoneWithTheNextWriteWhereAReaderHeldItBack() throws Exception {
        Author ada = Author.of(ROOM, 1);
        Entry text = ada.text("xylophone");
        store(text);
        try (Connection reader = reading()) {
            assertTimeout(Duration.ofSeconds(5), () -> delete(ada, text), "nobody waits long for a reader");
            assertTrue(ProfileText.of(folder).contains("xylophone"));
        }
        database.write(Database.Durability.BATCHED, connection -> true);
        database.write(Database.Durability.BATCHED, connection -> true); // behind what follows the first
        assertFalse(ProfileText.of(folder).contains("xylophone"));
    }

    /// A look at the database as it is now, for as long as the connection is open.
    private Connection reading() throws SQLException {
        Connection reader = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"));
        reader.setAutoCommit(false);
        try (Statement sql = reader.createStatement()) {
            sql.executeQuery("SELECT count(*) FROM entry").close();
        }
        return reader;
    }

    private void delete(Author ada, Entry text) {
        store(act(ada, 2, EntryKind.DELETE, new Delete(text.reference(), List.of())));
        database.write(Database.Durability.FULL, connection -> true); // behind it in the queue
    }
}
