package io.landline.storage.entries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.NewWords;
import io.landline.chat.act.Act;
import io.landline.chat.act.Continuation;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.Pin;
import io.landline.chat.act.Poll;
import io.landline.chat.act.React;
import io.landline.chat.act.Reference;
import io.landline.chat.act.Vote;
import io.landline.chat.view.EntryView;
import io.landline.chat.words.WordsBook;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore.Origin;
import io.landline.storage.ProfileText;
import io.landline.storage.chat.Timelines;
import io.landline.storage.database.CountedSteps;
import io.landline.storage.trust.SqliteTrust;
import io.landline.storage.trust.SqliteWords;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// One member who sends very many acts neither slows down a look at the conversation nor hides what others did (H38).
/// A look is measured in steps of the database's machine, which are the same on each computer.
class HostileActsTest extends StoredActsTest {
    /// With `-Dlandline.flood=100000` it prints what that many cost.
    private static final int FLOOD = Integer.getInteger("landline.flood", 3_000);
    /// A look at one message, or at all pins: some two milliseconds.
    private static final int STEPS_MAX = 20_000;
    /// To take 65 messages away, as far as statements of 100 steps and more count. With a look at all of them for each
    /// it was 35,700.
    private static final int DELETE_STEPS_MAX = 30_000;
    private static final long CLOCK = 1_000_000;
    private static final Room OLD = Room.keyed(new RoomName("Class"), RoomKey.of("one cloud lamp tiger"));
    private static final Room NEW = Room.keyed(new RoomName("Class"), RoomKey.of("two cloud lamp tiger"));
    private static final ConversationId ROOM = ConversationId.of(OLD.id());

    private final Author ada = Author.of(ROOM, 1);
    private final Author ben = Author.of(ROOM, 2);
    /// Floods, and is not chosen into a room with new words.
    private final Author eve = Author.of(ROOM, 3);

    private static Entry act(Author author, long lamport, EntryKind kind, Act act) {
        return author.write(lamport, kind, act.toBody());
    }

    private void flood(IntFunction<Entry> each) {
        var run = new ArrayList<Entry>();
        for (int n = 0; n < FLOOD; n++) {
            run.add(each.apply(n));
            if (run.size() < 500 && n < FLOOD - 1) continue;
            entries.add(run, 1, Durability.BATCHED);
            run.clear();
        }
    }

    /// The words change: ada and ben go on, and eve goes on in the old room.
    private void changeWords() {
        for (Room each : List.of(OLD, NEW)) entries.raiseClock(ConversationId.of(each.id()), 1);
        byte[] salt = new byte[Continuation.SALT_BYTES];
        byte[] body = Continuation.of(salt, OLD.id(), NEW.id(), CLOCK, Set.of(ben.fingerprint())).toBody();
        Entry change = new Author(ada.identity, ConversationId.of(NEW.id()), 9).write(CLOCK + 1, EntryKind.CONTINUES,
                body);
        new SqliteWords(database, new SqliteTrust(database, null)).take(
                WordsBook.made(OLD.id(), new NewWords(salt, NEW.words(), change), Instant.EPOCH), OLD, NEW,
                Origin.JOINED_BY_WORDS);
    }

    private interface Look<T> {
        T at(Connection connection, long row) throws SQLException;
    }

    /// Looks at the conversation, and counts the steps.
    private <T> T cheap(Room room, Look<T> look) throws SQLException {
        return steps(STEPS_MAX, connection -> look.at(connection, row(connection, room)));
    }

    private static long row(Connection connection, Room room) throws SQLException {
        try (var sql = connection.prepareStatement("SELECT id FROM conversation WHERE conversation=?")) {
            sql.setBytes(1, ConversationId.of(room.id()).bytes());
            return sql.executeQuery().getLong(1);
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /// Works on a connection of its own, and counts the steps.
    private <T> T steps(int most, Work<T> work) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"));
                var steps = new CountedSteps(connection, 100)) {
            long begin = System.nanoTime();
            T seen = work.on(connection);
            System.out.printf("%,d acts: it takes %,d steps, %.1f ms%n", FLOOD, steps.count(),
                    (System.nanoTime() - begin) / 1e6);
            assertTrue(steps.count() <= most, steps.count() + " steps");
            return seen;
        }
    }

    private List<Entry> pinned(Room room) throws SQLException {
        List<EntryView> pinned = cheap(room, (connection, row) -> new PinRows(connection).pinned(row));
        assertEquals(pinned, views.pinned(ConversationId.of(room.id())));
        return pinned.stream().map(EntryView::entry).toList();
    }

    private EntryView shown(Entry entry) throws SQLException {
        return cheap(OLD, (connection, row) -> new ActRows(connection, row).shown(entry));
    }

    private Entry pin(Author author, long lamport, Entry target, boolean on) {
        return act(author, lamport, EntryKind.PIN, new Pin(target.reference(), on));
    }

    private Reference nothing(int n) {
        return new Reference(eve.fingerprint(), 77, n + 1, n + 1);
    }

    /// A delete may name as many edits as it likes, also what is another's. Somebody may bring the message without the
    /// proof afterwards.
    @Test
    void h38_deletesThatNameTheMessageOfAnotherDoNotBringItBack() throws SQLException {
        Entry text = ada.text("xylophone");
        Entry own = eve.text("mine");
        store(own);
        flood(n -> act(eve, 2 + n, EntryKind.DELETE, new Delete(own.reference(), List.of(text.reference()))));
        store(act(new Author(ada.identity, ROOM, 7), 10 + FLOOD, EntryKind.DELETE,
                new Delete(text.reference(), List.of())));
        store(text);
        Entry held = entries.range(text.log(), 1, 1, false, Entry.SENT_BYTES_MAX).getFirst();
        assertNull(held.body());
        assertInstanceOf(EntryView.Deleted.class, shown(held).content());
        assertEquals(0, entries.search(ROOM, "xylophone", Integer.MAX_VALUE).size());
    }

    /// One delete may take 65 messages away: each is looked at a few times, and not once for each of the others.
    @Test
    void h38_aDeleteOfManyMessagesDoesNotLookAtAllOfThemForEach() throws SQLException {
        List<Entry> texts = eve.texts(1 + Edit.COUNTED_MAX);
        store(texts.toArray(Entry[]::new));
        List<Reference> others = texts.stream().skip(1).map(Entry::reference).toList();
        Entry delete = act(eve, CLOCK, EntryKind.DELETE, new Delete(texts.getFirst().reference(), others));
        steps(DELETE_STEPS_MAX, connection -> {
            connection.setAutoCommit(false);
            new EntryWriter(connection).add(List.of(delete), CLOCK);
            connection.commit();
            return true;
        });
        for (Entry text : texts) {
            long number = text.header().number();
            assertNull(entries.range(text.log(), number, number, false, Entry.SENT_BYTES_MAX).getFirst().body());
        }
        assertEquals(1, new Timelines(database, ada.fingerprint()).newest(ROOM, null, FLOOD).size());
    }

    @Test
    void h38_pinsThatNameNothingSlowNobodyDownAndHideNothing() throws SQLException {
        List<Entry> texts = ada.texts(2);
        store(texts.toArray(Entry[]::new));
        store(pin(ben, 10, texts.get(0), true), pin(ben, 11, texts.get(1), true));
        flood(n -> act(eve, 20 + n, EntryKind.PIN, new Pin(nothing(n), true)));
        assertEquals(List.of(texts.get(1), texts.get(0)), pinned(OLD));
    }

    @Test
    void h38_endsOfPinsThatNobodySetSlowNobodyDown() throws SQLException {
        List<Entry> texts = ada.texts(FLOOD);
        for (int from = 0; from < FLOOD; from += 500) {
            entries.add(texts.subList(from, Math.min(FLOOD, from + 500)), 1, Durability.BATCHED);
        }
        Entry first = ada.text("pinned");
        store(first);
        store(pin(ben, 10, first, true));
        flood(n -> pin(eve, 20 + n, texts.get(n), false));
        assertEquals(List.of(first), pinned(OLD));
    }

    @Test
    void h38_inARoomWithNewWordsPinsOfTheOldOneAreBoundedToo() throws SQLException {
        List<Entry> texts = ada.texts(2);
        store(texts.toArray(Entry[]::new));
        store(pin(ben, 10, texts.get(0), true), pin(ben, CLOCK + 9, texts.get(1), true));
        changeWords();
        flood(n -> pin(eve, CLOCK + 20 + n, texts.get(n % 2), n % 4 < 2));
        assertEquals(List.of(texts.get(1), texts.get(0)), pinned(NEW));
    }

    /// What they pin is there and cannot be read, so it is looked up in vain.
    @Test
    void h38_manyPeopleWhoPinWhatNobodySeesHideNoPinOfAnother() throws SQLException {
        List<Entry> texts = ada.texts(2);
        store(texts.toArray(Entry[]::new));
        store(pin(ben, 10, texts.get(0), true), pin(ben, 11, texts.get(1), true));
        for (int person = 0; person <= PinRows.SHOWN_LOOKED_AT_MAX / 50; person++) {
            Author each = Author.of(ROOM, person);
            var run = new ArrayList<Entry>();
            for (int n = 0; n < 50; n++) run.add(each.write(20 + n, EntryKind.TEXT, new byte[1]));
            for (int n = 0; n < 50; n++) run.add(pin(each, 90 + n, run.get(n), true));
            entries.add(run, 1, Durability.BATCHED);
        }
        List<EntryView> pinned = views.pinned(ROOM);
        assertEquals(List.of(texts.get(1), texts.get(0)), pinned.stream().map(EntryView::entry).toList());
    }

    private Entry poll() {
        Entry poll = ada.write(1, EntryKind.POLL, new Poll("poll", List.of("a", "b"), true, false).toBody());
        store(poll);
        return poll;
    }

    private static int votes(EntryView shown, Author of) {
        return ((EntryView.Asked) shown.content()).outcome().votes().getOrDefault(of.fingerprint(), List.of()).size();
    }

    private static Vote vote(Entry poll, Integer... choices) {
        return new Vote(poll.reference(), List.of(choices));
    }

    @Test
    void h38_whoVotesAgainAndAgainBeforeTheWordsChangeCostsAsMuchAsOneVote() throws SQLException {
        Entry poll = poll();
        store(act(ben, 5, EntryKind.VOTE, vote(poll, 0, 1)));
        flood(n -> act(eve, 10 + n, EntryKind.VOTE, vote(poll, n % 2)));
        changeWords();
        EntryView shown = shown(poll);
        assertEquals(List.of(2, 1), List.of(votes(shown, ben), votes(shown, eve)));
    }

    @Test
    void h38_whoVotesAgainAndAgainAfterwardsCountsWithTheLastVoteBefore() throws SQLException {
        Entry poll = poll();
        store(act(ben, 5, EntryKind.VOTE, vote(poll, 0, 1)), act(ben, CLOCK + 5, EntryKind.VOTE, vote(poll, 1)));
        store(act(eve, 6, EntryKind.VOTE, vote(poll, 0, 1)));
        changeWords();
        flood(n -> act(eve, CLOCK + 10 + n, EntryKind.VOTE, vote(poll, n % 2)));
        EntryView shown = shown(poll);
        assertEquals(List.of(1, 2), List.of(votes(shown, ben), votes(shown, eve)));
    }

    private static String emoji(int n) {
        return "e" + n;
    }

    @Test
    void h38_inARoomWithNewWordsNobodyReactsWithoutEnd() throws SQLException {
        Entry text = ada.text("hello");
        store(text, act(ada, 3, EntryKind.REACT, new React(text.reference(), "x", true)));
        flood(n -> act(eve, 10 + n, EntryKind.REACT, new React(text.reference(), emoji(n), true)));
        changeWords();
        long others = shown(text).reactions().stream().filter(each -> each.emoji().equals("x")).count();
        assertEquals(1, others);
    }

    @Test
    void h38_onAMessageThatWasWrittenAgainNobodyReactsWithoutEnd() throws SQLException {
        Entry text = ada.text("hello");
        Entry again = new Author(ada.identity, ROOM, 9).write(2, EntryKind.TEXT, ProfileText.again(text));
        store(text, act(ada, 3, EntryKind.REACT, new React(text.reference(), "x", true)));
        store(again);
        flood(n -> act(eve, 10 + n, EntryKind.REACT, new React(text.reference(), emoji(n), true)));
        assertEquals(1, shown(again).reactions().stream().filter(each -> each.emoji().equals("x")).count());
    }

    /// They are entries like others, and nothing leads from the message to them: it costs what one edit costs.
    @Test
    void h38_editsOfOthersAreNotLookedAt() throws SQLException {
        Entry text = ada.text("hello");
        store(text, act(ada, 5, EntryKind.EDIT, new Edit(text.reference(), "edited", Set.of())));
        flood(n -> act(eve, 10 + n, EntryKind.EDIT, new Edit(text.reference(), "by eve", Set.of())));
        EntryView shown = steps(FLOOD / 2,
                connection -> new ActRows(connection, row(connection, OLD)).shown(text));
        assertEquals("edited", ((EntryView.Message) shown.content()).text());
    }

    @Test
    void h38_editsAfterTheWordsChangedAreNotLookedAt() throws SQLException {
        Entry text = eve.text("hello");
        store(text, act(eve, 3, EntryKind.EDIT, new Edit(text.reference(), "edited", Set.of())));
        changeWords();
        flood(n -> act(eve, CLOCK + 10 + n, EntryKind.EDIT, new Edit(text.reference(), "late", Set.of())));
        assertEquals("edited", ((EntryView.Message) shown(text).content()).text());
    }

    /// Each of them is compared with those before it when it comes.
    @Test
    @Timeout(60)
    void h38_whoWritesOneMessageAgainAndAgainCostsNoMoreEachTime() throws SQLException {
        Entry text = eve.text("hello");
        store(text);
        byte[] body = ProfileText.again(text);
        flood(n -> eve.write(10 + n, EntryKind.TEXT, body));
        assertEquals("hello", ((EntryView.Message) shown(text).content()).text());
        assertEquals(1, entries.search(ROOM, "hello", 10).size());
    }

    @Test
    @Timeout(60)
    void h38_otherWordsUnderOneFirstMessageCostNoMoreEachTime() throws SQLException {
        Entry text = eve.text("hello");
        store(text);
        flood(n -> eve.write(10 + n, EntryKind.TEXT, again(text, "word" + n)));
        assertEquals("hello", ((EntryView.Message) shown(text).content()).text());
    }

    private static byte[] again(Entry first, String words) {
        JsonObject json = JsonParser.parseString(new String(ProfileText.again(first), UTF_8)).getAsJsonObject();
        json.addProperty("text", words);
        return json.toString().getBytes(UTF_8);
    }
}
