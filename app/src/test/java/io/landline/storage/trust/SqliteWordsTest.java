package io.landline.storage.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.NewWords;
import io.landline.chat.act.Continuation;
import io.landline.chat.words.WordsBook;
import io.landline.chat.words.WordsChange;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore.Kept;
import io.landline.room.RoomStore.Origin;
import io.landline.storage.choices.SqliteMarks;
import io.landline.storage.choices.SqliteMarks.Mark;
import io.landline.storage.choices.SqliteRoomNames;
import io.landline.storage.database.DatabaseTest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqliteWordsTest extends DatabaseTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);
    private static final RoomName NAME = new RoomName("class");
    private static final Room OLD = Room.keyed(NAME, RoomKey.of("amber fox piano river"));
    private static final Room NEXT = Room.keyed(NAME, RoomKey.of("stone cloud lamp tiger"));
    private static final Room OTHER = Room.open(new RoomName("lobby"));
    private static final Fingerprint BEN = Identity.generate().fingerprint();
    private static final Fingerprint CEM = Identity.generate().fingerprint();

    private SqliteTrust trust;
    private SqliteWords words;

    @BeforeEach
    void open() {
        trust = new SqliteTrust(database, null);
        words = new SqliteWords(database, trust);
    }

    private void openAgain() throws IOException {
        openDatabaseAgain();
        open();
    }

    private static WordsChange change() {
        byte[] salt = new byte[Continuation.SALT_BYTES];
        byte[] body = Continuation.of(salt, OLD.id(), NEXT.id(), 7, Set.of(BEN, CEM)).toBody();
        Entry entry = new Author(Identity.generate(), ConversationId.of(NEXT.id()), 1).write(8, EntryKind.CONTINUES,
                body);
        return WordsBook.made(OLD.id(), new NewWords(salt, Objects.requireNonNull(NEXT.words()), entry), NOW);
    }

    private List<Room> rooms() {
        return trust.rooms().stream().map(Kept::room).toList();
    }

    private static void same(WordsChange expected, WordsChange found) {
        assertEquals(expected.entry(), found.entry());
        assertEquals(expected.old(), found.old());
        assertEquals(expected.state(), found.state());
        assertEquals(expected.at(), found.at());
        assertEquals(expected.lacking(), found.lacking());
        assertEquals(expected.words() == null, found.words() == null);
    }

    @Test
    void aChangeIsKeptOverAStartWithWhoIsToGetTheWords() throws Exception {
        WordsChange change = change();
        words.put(change);
        openAgain();
        same(change, words.all().getFirst());
        assertEquals(Set.of(BEN, CEM), words.all().getFirst().lacking());
        var book = new WordsBook(change.author(), words);
        book.held(BEN, NEXT.id());
        book.forgetWords(OLD.id());
        openAgain();
        assertEquals(Set.of(CEM), words.all().getFirst().lacking());
        new WordsBook(change.author(), words).forgetWords(NEXT.id());
        openAgain();
        assertNull(words.all().getFirst().words());
        assertEquals(Set.of(), words.all().getFirst().lacking());
    }

    @Test
    void theNewRoomTakesThePlaceAndTheChoicesOfTheOldOne() throws Exception {
        trust.keep(OLD, Origin.JOINED_BY_WORDS, NOW);
        trust.keep(OTHER, Origin.MADE_HERE, NOW);
        ConversationId old = ConversationId.of(OLD.id());
        new SqliteRoomNames(database).name(old, "Maths");
        new SqliteMarks(database, Mark.ON_TOP).put(old, null);
        new SqliteMarks(database, Mark.UNREAD).put(old, null);
        words.take(change(), OLD, NEXT, Origin.MADE_HERE);
        openAgain();
        assertEquals(List.of(NEXT, OTHER), rooms());
        assertEquals(NEXT.words(), rooms().getFirst().words());
        assertEquals(List.of(OLD), trust.retired());
        assertEquals(Map.of(ConversationId.of(NEXT.id()), "Maths"), new SqliteRoomNames(database).all());
        assertEquals(Set.of(ConversationId.of(NEXT.id())), new SqliteMarks(database, Mark.ON_TOP).all());
        assertEquals(Set.of(ConversationId.of(NEXT.id())), new SqliteMarks(database, Mark.UNREAD).all());
        trust.forget(OLD.id());
        assertEquals(List.of(), trust.retired());
        assertEquals(List.of(NEXT, OTHER), rooms());
    }

    @Test
    void aRoomThatIsNotHereOrThatIsHereAlreadyChangesNothingElse() {
        trust.keep(NEXT, Origin.JOINED_BY_WORDS, NOW);
        words.take(change(), null, NEXT, Origin.JOINED_BY_WORDS);
        assertEquals(List.of(NEXT), rooms());
        assertEquals(List.of(), trust.retired());
        assertTrue(words.all().getFirst().isTaken());
    }
}
