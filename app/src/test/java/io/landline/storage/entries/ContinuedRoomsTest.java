package io.landline.storage.entries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.EntryText;
import io.landline.chat.NewWords;
import io.landline.chat.RewrittenMessage;
import io.landline.chat.act.Act;
import io.landline.chat.act.Close;
import io.landline.chat.act.Continuation;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.Pin;
import io.landline.chat.act.Poll;
import io.landline.chat.act.React;
import io.landline.chat.act.Reference;
import io.landline.chat.act.Vote;
import io.landline.chat.view.EntryView;
import io.landline.chat.view.Timeline;
import io.landline.chat.words.WordsBook;
import io.landline.chat.words.WordsChange;
import io.landline.identity.Identity;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore.Origin;
import io.landline.storage.ProfileText;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.Timelines;
import io.landline.storage.database.Database;
import io.landline.storage.trust.SqliteTrust;
import io.landline.storage.trust.SqliteWords;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the database answers of rooms that continue each other equals what [Timeline#joined] says of all their entries
/// (docs/protocol/new-words.md, "Acts on what was said before").
class ContinuedRoomsTest {
    private static final int ALL = 1_000;
    private static final Random RANDOM = new Random();
    private static final long FIRST_CLOCK = 40;
    private static final long SECOND_CLOCK = 80;
    private static final List<Room> ROOMS = Stream.of("one", "two", "three")
            .map(words -> Room.keyed(new RoomName("Class"), RoomKey.of(words + " cloud lamp tiger")))
            .toList();

    @TempDir
    Path folder;
    private Database database;
    private EntryStore entries;
    private TimelineViews views;
    private SqliteWords words;
    private final Identity ada = Identity.generate();
    private final Identity ben = Identity.generate();
    /// Is not chosen.
    private final Identity cem = Identity.generate();
    private WordsChange first;
    private WordsChange second;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("history.db"));
        entries = SqliteChat.stores(database).entries();
        views = new TimelineViews(database);
        words = new SqliteWords(database, new SqliteTrust(database, null));
        first = change(0, ada, ben, FIRST_CLOCK);
        second = change(1, ben, ada, SECOND_CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static ConversationId id(int room) {
        return ConversationId.of(ROOMS.get(room).id());
    }

    private static WordsChange change(int old, Identity by, Identity chosen, long clock) {
        byte[] salt = new byte[Continuation.SALT_BYTES];
        Room from = ROOMS.get(old);
        Room to = ROOMS.get(old + 1);
        byte[] body = Continuation.of(salt, from.id(), to.id(), clock, Set.of(chosen.fingerprint())).toBody();
        Entry entry = new Author(by, id(old + 1), 99).write(clock + 1, EntryKind.CONTINUES, body);
        return WordsBook.made(from.id(), new NewWords(salt, to.words(), entry), Instant.EPOCH);
    }

    private void take(WordsChange change) {
        int old = change == first ? 0 : 1;
        for (int room : List.of(old, old + 1)) entries.raiseClock(id(room), 1); // as a node does before it takes words
        words.take(change, ROOMS.get(old), ROOMS.get(old + 1), Origin.JOINED_BY_WORDS);
    }

    private void store(Entry... run) {
        entries.add(List.of(run), 1, Durability.BATCHED);
    }

    private int found(int room, String word) {
        return entries.search(id(room), word, ALL).size();
    }

    private EntryView shown(Entry entry) {
        return views.shown(entry.header().conversation(), List.of(entry)).getFirst();
    }

    private static String text(EntryView shown) {
        return assertInstanceOf(EntryView.Message.class, shown.content()).text();
    }

    private static Entry write(Author author, long lamport, EntryKind kind, Act act) {
        return author.write(lamport, kind, act.toBody());
    }

    @Test
    void anActInTheNewRoomCountsOnWhatWasSaidInTheOldOneOnceTheChangeIsTaken() {
        Entry old = new Author(ada, id(0), 1).text("apple");
        Entry edit = write(new Author(ada, id(1), 2), 50, EntryKind.EDIT,
                new Edit(old.reference(), "banana", Set.of()));
        store(old);
        store(edit);
        assertEquals("apple", text(shown(old)));
        assertEquals(List.of(1, 0), List.of(found(0, "apple"), found(0, "banana")));
        take(first);
        assertEquals("banana", text(shown(old)));
        assertEquals(List.of(0, 1), List.of(found(0, "apple"), found(0, "banana")));
        assertEquals(old, views.named(id(1), List.of(old.reference())).get(old.reference()).entry());
    }

    @Test
    void anActInTheOldRoomMeansNothingInTheNewOne() {
        take(first);
        Entry text = new Author(ada, id(1), 1).text("apple");
        store(text);
        store(write(new Author(ben, id(0), 2), 10, EntryKind.REACT, new React(text.reference(), "x", true)));
        assertEquals(List.of(), shown(text).reactions());
    }

    @Test
    void whatSomebodyWhoWasNotChosenDoesLaterDoesNotCount() {
        var author = new Author(cem, id(0), 1);
        Entry text = author.text("apple");
        Entry pin = write(new Author(ben, id(0), 2), 5, EntryKind.PIN, new Pin(text.reference(), true));
        Entry edit = write(author, FIRST_CLOCK + 1, EntryKind.EDIT, new Edit(text.reference(), "banana", Set.of()));
        Entry unpin = write(author, FIRST_CLOCK + 2, EntryKind.PIN, new Pin(text.reference(), false));
        store(text, edit, unpin);
        store(pin);
        assertEquals(1, found(0, "banana"));
        assertEquals(List.of(), views.pinned(id(0)));
        take(first);
        store(new Author(ada, id(1), 1).text("more"));
        assertEquals("apple", text(shown(text)));
        assertEquals(List.of(1, 0), List.of(found(0, "apple"), found(0, "banana")));
        assertEquals(List.of(text), views.pinned(id(1)).stream().map(EntryView::entry).toList());
    }

    private static Entry delete(Identity by, ConversationId room, Delete act) {
        return write(new Author(by, room, RANDOM.nextLong()), 1_000, EntryKind.DELETE, act);
    }

    private static String sealed(Entry delete) {
        byte[] body = delete.body();
        byte[] bytes = ByteBuffer.allocate(delete.headerBytes().length + delete.signature().length + body.length)
                .put(delete.headerBytes())
                .put(delete.signature())
                .put(body)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Before and after the change is taken; the old room's members get a proof that tells nothing of the new one.
    @Test
    void aDeleteInTheNewRoomTakesAwayWhatWasSaidInTheOldOneAndItsEditsInBoth() throws IOException {
        for (boolean deleteFirst : List.of(false, true)) {
            var author = new Author(ada, id(0), deleteFirst ? 1 : 2);
            Entry text = author.text("xylophone " + deleteFirst);
            Entry edit = write(author, 2, EntryKind.EDIT, new Edit(text.reference(), "quagmire", Set.of()));
            var later = new Author(ada, id(1), deleteFirst ? 3 : 4);
            Entry edited = write(later, 50, EntryKind.EDIT, new Edit(text.reference(), "zeppelin", Set.of()));
            Entry proof = delete(ada, id(0), new Delete(text.reference(), List.of(edit.reference())));
            Entry delete = write(later, 51, EntryKind.DELETE,
                    new Delete(text.reference(), List.of(edited.reference()), List.of(sealed(proof))));
            if (deleteFirst) store(edited, delete);
            store(text, edit);
            if (!deleteFirst) store(edited, delete);
            Entry held = entries.range(text.log(), 1, 1, false, Entry.SENT_BYTES_MAX).getFirst();
            assertNull(held.body());
            assertEquals(Deletion.in(id(0), delete), held.deletion());
            assertEquals(proof, held.deletion().entry());
            assertInstanceOf(EntryView.Deleted.class, shown(held).content());
        }
        database.scrub();
        database.write(Database.Durability.FULL, connection -> true); // behind it in the queue
        for (String word : List.of("xylophone", "quagmire", "zeppelin")) {
            assertFalse(ProfileText.of(folder).contains(word), word + " is still there");
        }
    }

    @Test
    void aProofThatIsForgedOrAnothersDeletesNothing() {
        Entry text = new Author(ada, id(0), 1).text("apple");
        store(text);
        Entry proof = delete(ada, id(0), new Delete(text.reference(), List.of()));
        for (Entry wrong : List.of(Author.forged(proof), delete(ben, id(0), new Delete(text.reference(), List.of())))) {
            store(delete(ada, id(1), new Delete(text.reference(), List.of(), List.of(sealed(wrong), "!"))));
            assertEquals("apple", text(shown(text)));
        }
        store(delete(cem, id(1), new Delete(text.reference(), List.of(), List.of(sealed(proof)))));
        assertEquals("apple", text(shown(text)), "by somebody else's delete");
    }

    /// Three rooms and three authors. One author is not chosen into the next room. Another writes again what a fork
    /// took away. Entries and changes arrive in any order.
    @Test
    void theDatabaseAnswersAsTheTimelineOfAllRooms() {
        long seed = Long.getLong("landline.seed", System.nanoTime());
        for (int round = 0; round < Integer.getInteger("landline.rounds", 8); round++) {
            database.write(Database.Durability.BATCHED, connection -> {
                for (String change : List.of("DELETE FROM act", "DELETE FROM entry", "DELETE FROM log",
                        "DELETE FROM deletion", "DELETE FROM new_words", "DELETE FROM conversation",
                        "INSERT INTO entry_text (entry_text) VALUES ('delete-all')")) {
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
        var logs = new ArrayList<Author>();
        for (int room = 0; room < 3; room++) {
            for (Identity each : List.of(ada, ben, cem)) {
                if (room == 0 || each != cem) logs.add(new Author(each, id(room), 1));
                if (each == ada) logs.add(new Author(each, id(room), 2)); // into which she writes again after a fork
            }
        }
        var runs = new ArrayList<List<Entry>>();
        logs.forEach(_ -> runs.add(new ArrayList<>()));
        var all = new ArrayList<Entry>();
        for (int lamport = 1; lamport <= 120; lamport++) {
            int room = lamport <= FIRST_CLOCK ? 0 : lamport <= SECOND_CLOCK ? random.nextInt(2) : random.nextInt(3);
            List<Author> here = logs.stream().filter(each -> each.conversation.equals(id(room))).toList();
            Author author = here.get(random.nextInt(here.size()));
            Entry entry = something(author, all, random, lamport);
            all.add(entry);
            runs.get(logs.indexOf(author)).add(entry);
        }
        storeAndTake(runs, random);
        Timeline expected = Timeline.joined(List.of(part(all, 0, first), part(all, 1, second), part(all, 2, null)));
        assertEquals(expected.shown(), shownByTheDatabase(), seed);
        assertEquals(expected.pinned(), views.pinned(id(2)), seed);
        for (String word : List.of("text", "edit")) {
            assertEquals(
                    expected.shown().stream().filter(each -> says(each, word)).map(EntryView::entry).toList(),
                    joined(room -> entries.search(room, word, ALL)), seed + ", searched for " + word);
        }
    }

    private static Timeline.Part part(List<Entry> all, int room, WordsChange change) {
        return new Timeline.Part(all.stream().filter(each -> each.header().conversation().equals(id(room))).toList(),
                change == null ? null : change.shown());
    }

    private static boolean says(EntryView shown, String word) {
        return shown.content() instanceof EntryView.Message message && message.text().startsWith(word);
    }

    private interface Found {
        List<Entry> in(ConversationId room);
    }

    private List<Entry> joined(Found found) {
        var all = new ArrayList<>(found.in(id(2)));
        found.in(id(1)).stream().filter(second::shows).forEach(all::add);
        found.in(id(0)).stream().filter(first::shows).forEach(all::add);
        all.sort(Comparator.comparing(Entry::position));
        return all;
    }

    private List<EntryView> shownByTheDatabase() {
        Timelines timelines = new Timelines(database, Identity.generate().fingerprint());
        return joined(room -> timelines.newest(room, null, ALL)).stream().map(this::shown).toList();
    }

    private Entry something(Author author, List<Entry> all, Random random, int lamport) {
        if (all.isEmpty() || random.nextInt(4) == 0) {
            return author.write(lamport, EntryKind.TEXT, new EntryText("text " + lamport).toBody());
        }
        if (random.nextInt(8) == 0) {
            return author.write(lamport, EntryKind.POLL,
                    new Poll("poll", List.of("a", "b"), true, false).toBody());
        }
        Entry named = all.get(random.nextInt(all.size()));
        if (random.nextInt(4) == 0 && RewrittenMessage.isCarriedBy(named.kind())
                && named.author().equals(author.fingerprint())
                && named.header().conversation().equals(author.conversation)) {
            return author.write(lamport, named.kind(), ProfileText.again(named));
        }
        Reference target = named.reference();
        return switch (random.nextInt(6)) {
            case 0 -> write(author, lamport, EntryKind.EDIT, new Edit(target, "edit " + lamport, Set.of()));
            case 1 -> write(author, lamport, EntryKind.DELETE, deletion(author, named, all, random));
            case 2 -> write(author, lamport, EntryKind.REACT,
                    new React(target, "" + (char) ('a' + random.nextInt(3)), random.nextBoolean()));
            case 3 -> write(author, lamport, EntryKind.VOTE, new Vote(target, List.of(random.nextInt(2))));
            case 4 -> write(author, lamport, EntryKind.CLOSE, new Close(target, List.of(3, 4)));
            default -> write(author, lamport, EntryKind.PIN, new Pin(target, random.nextBoolean()));
        };
    }

    private static Delete deletion(Author author, Entry target, List<Entry> all, Random random) {
        List<Entry> edits = all.stream()
                .filter(each -> each.kind().equals(EntryKind.EDIT) && random.nextInt(3) == 0)
                .limit(6)
                .toList();
        var earlier = new ArrayList<String>();
        for (int room = 0; room < 2; room++) {
            ConversationId id = id(room);
            if (id.equals(author.conversation) || random.nextInt(4) == 0) continue;
            earlier.add(sealed(delete(author.identity, id, new Delete(target.reference(), in(edits, id)))));
        }
        return new Delete(target.reference(), in(edits, author.conversation), earlier);
    }

    private static List<Reference> in(List<Entry> entries, ConversationId room) {
        return entries.stream()
                .filter(each -> each.header().conversation().equals(room))
                .map(Entry::reference)
                .toList();
    }

    private void storeAndTake(List<List<Entry>> runs, Random random) {
        int[] stored = new int[runs.size()];
        var changes = new ArrayList<>(random.nextBoolean() ? List.of(first, second) : List.of(second, first));
        while (true) {
            List<Integer> open = Stream.iterate(0, i -> i + 1)
                    .limit(runs.size())
                    .filter(i -> stored[i] < runs.get(i).size())
                    .toList();
            boolean takes = !changes.isEmpty() && (open.isEmpty() || random.nextInt(10) == 0);
            if (takes) {
                take(changes.removeFirst());
            } else if (open.isEmpty()) {
                return;
            } else {
                int run = open.get(random.nextInt(open.size()));
                int end = Math.min(runs.get(run).size(), stored[run] + 1 + random.nextInt(8));
                entries.add(runs.get(run).subList(stored[run], end), 1, Durability.BATCHED);
                stored[run] = end;
            }
        }
    }

    @Test
    void aRivalTakenLaterTakesThePlace() {
        Entry old = new Author(ada, id(0), 1).text("apple");
        store(old);
        take(first);
        store(write(new Author(ben, id(1), 2), 50, EntryKind.REACT, new React(old.reference(), "x", true)));
        assertEquals(1, shown(old).reactions().size());
        byte[] salt = new byte[Continuation.SALT_BYTES];
        Room to = ROOMS.get(2);
        byte[] body = Continuation.of(salt, ROOMS.getFirst().id(), to.id(), FIRST_CLOCK, Set.of()).toBody();
        Entry entry = new Author(ben, id(2), 99).write(FIRST_CLOCK + 1, EntryKind.CONTINUES, body);
        var rival = WordsBook.made(ROOMS.getFirst().id(), new NewWords(salt, to.words(), entry), Instant.EPOCH);
        store(entry);
        words.take(rival, ROOMS.getFirst(), to, Origin.JOINED_BY_WORDS);
        boolean takesThePlace = to.id().compareTo(ROOMS.get(1).id()) < 0;
        assertEquals(takesThePlace ? 0 : 1, shown(old).reactions().size());
        assertTrue(views.named(id(takesThePlace ? 2 : 1), List.of(old.reference())).containsKey(old.reference()));
        assertFalse(views.named(id(takesThePlace ? 1 : 2), List.of(old.reference())).containsKey(old.reference()));
    }
}
