package io.landline.node.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.chat.Author;
import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EqualRooms;
import io.landline.chat.LogState;
import io.landline.chat.NewWords;
import io.landline.chat.act.Continuation;
import io.landline.chat.sync.Conversations;
import io.landline.chat.words.WordsBook;
import io.landline.cost.Standing;
import io.landline.identity.Identity;
import io.landline.node.event.EventBus;
import io.landline.node.event.MetNames;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore.Kept;
import io.landline.room.RoomStore.Origin;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.database.Rows;
import io.landline.storage.trust.SqliteTrust;
import io.landline.storage.trust.SqliteWords;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WordsDecisionsTest extends DatabaseTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final RoomName NAME = new RoomName("class");

    private final Room first = Room.keyed(NAME, RoomKey.of("amber fox piano river"));
    private final Room second = Room.keyed(NAME, RoomKey.of("stone cloud lamp tiger"));
    private final Room third = Room.keyed(NAME, RoomKey.of("paper moon green apple"));
    private final Identity me = Identity.generate();
    private final Identity ada = Identity.generate();
    private int told;
    private SqliteTrust trust;
    private OwnRooms rooms;
    private WordsBook book;
    private Conversations conversations;
    private WordsDecisions decisions;

    @BeforeEach
    void open() {
        trust = new SqliteTrust(database, null);
        rooms = new OwnRooms(trust, CLOCK);
        rooms.add(first, Origin.JOINED_BY_WORDS, true);
        conversations = Conversations.open(me, SqliteChat.stores(database), EqualRooms.KEYED, _ -> Standing.MEMBER,
                new ConversationListener() {}, CLOCK);
        var words = new SqliteWords(database, trust);
        book = new WordsBook(me.fingerprint(), words);
        var names = MetNames.of(trust);
        var events = new WordsEvents(book, new ConversationLabels(rooms, book::current, _ -> null), names,
                new EventBus(CLOCK));
        decisions = new WordsDecisions(new WordsDecisions.Stores(conversations, words, book, rooms),
                new WordsDecisions.People((_, _) -> true, names, (_, _) -> {}), events,
                new WordsDecisions.Effects(() -> told++, () -> {}), CLOCK);
        offer(first, second);
        offer(second, third);
    }

    @AfterEach
    void close() {
        conversations.close();
    }

    private void offer(Room old, Room next) {
        byte[] salt = new byte[Continuation.SALT_BYTES];
        byte[] body = Continuation.of(salt, old.id(), next.id(), 7, Set.of(me.fingerprint())).toBody();
        Entry entry = new Author(ada, ConversationId.of(next.id()), 1).write(8, EntryKind.CONTINUES, body);
        book.offer(old.id(), new NewWords(salt, Objects.requireNonNull(next.words()), entry), CLOCK.instant());
    }

    private void change(String sql) {
        database.write(Durability.FULL, connection -> Rows.update(connection, sql));
    }

    @Test
    void whereOneOfTwoChangesCannotBeStoredNothingIsTaken() {
        change("CREATE TRIGGER full BEFORE INSERT ON retired_room WHEN (SELECT count(*) FROM retired_room) = 1"
                + " BEGIN SELECT RAISE(ABORT, 'full'); END");
        Code code = assertThrows(CommandException.class, () -> decisions.take(third.id())).code();
        assertEquals(Code.STORAGE, code);
        assertEquals(List.of(first), rooms.all());
        assertEquals(List.of(first), trust.rooms().stream().map(Kept::room).toList());
        assertEquals(2, book.offered().size());
        assertEquals(0, told);
    }

    /// A second try with the same words would begin the room twice.
    @Test
    void ofAChangeThatCannotBeStoredNothingIsLeft() {
        change("CREATE TRIGGER full BEFORE INSERT ON retired_room BEGIN SELECT RAISE(ABORT, 'full'); END");
        RoomKey words = RoomKey.of("river bread candle wolf");
        Code code = assertThrows(CommandException.class, () -> decisions.change(first, words, Set.of())).code();
        assertEquals(Code.STORAGE, code);
        assertEquals(List.of(first), rooms.all());
        assertEquals(List.of(), logs(Room.keyed(NAME, words)));
    }

    private List<LogState> logs(Room room) {
        return SqliteChat.stores(database).entries().logs(ConversationId.of(room.id()));
    }

    @Test
    void aChangeWithTheSameWordsBeginsTheRoomOnceThoughOneWasKilledBefore() throws CommandException {
        RoomKey words = RoomKey.of("river bread candle wolf");
        Room next = Room.keyed(NAME, words);
        killedBetween(next);
        decisions.change(first, words, Set.of());
        assertEquals(1, logs(next).getFirst().to());
    }

    /// The entry is stored, the change is not.
    private void killedBetween(Room next) {
        byte[] body = Continuation.of(new byte[Continuation.SALT_BYTES], first.id(), next.id(), 7, Set.of()).toBody();
        conversations.append(ConversationId.of(next.id()), EntryKind.CONTINUES, body);
        assertEquals(1, logs(next).size());
    }

    @Test
    void onlyWhatWasNeverMadeIsForgotten() throws CommandException {
        Room made = decisions.change(first, RoomKey.of("river bread candle wolf"), Set.of());
        decisions.left(made);
        rooms.remove(made);
        new SqliteWords(database, trust).forgetUnmade();
        assertEquals(1, logs(made).size(), "the history of a room that was left stays");
    }

    @Test
    void changesOneAfterTheOtherAreTakenTogetherWithProofsOfTheirAuthor() throws CommandException {
        assertEquals(third, decisions.take(third.id()));
        assertEquals(List.of(third), rooms.all());
        assertEquals(List.of(third), trust.rooms().stream().map(Kept::room).toList());
        assertEquals(Set.of(first, second), Set.copyOf(rooms.retired()));
        assertEquals(Set.of(first, second), Set.copyOf(trust.retired()));
        assertEquals(Set.of(second.id(), third.id()), trust.proofsOf(ada.fingerprint()));
        assertEquals(1, told);
    }
}
