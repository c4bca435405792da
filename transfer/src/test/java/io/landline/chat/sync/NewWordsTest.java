package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Admission;
import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryHeader;
import io.landline.chat.EntryHeader.Place;
import io.landline.chat.EntryKind;
import io.landline.chat.NewWords;
import io.landline.chat.act.Continuation;
import io.landline.chat.frame.AdmissionsFrame;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.pace.WordsPace;
import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import io.landline.testing.Seed;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The frame NEW_WORDS and its entry, and the worked example of docs/protocol/new-words.md.
class NewWordsTest {
    private static final Path PAGE = Path.of("../docs/protocol/new-words.md");
    private static final RoomName NAME = new RoomName("Class");
    private static final RoomKey WORDS = RoomKey.of("stone cloud lamp tiger");
    private static final Fingerprint CHOSEN = Fingerprint
            .parse("7a90e48893945852e738980a35280f3ec463f9133f63ff3710e579402ba7a133");

    private static byte[] salt() {
        return HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    }

    private static NewWords example() throws Exception {
        RoomId old = Room.keyed(NAME, RoomKey.of("amber-fox-piano-river")).id();
        RoomId next = Room.keyed(NAME, WORDS).id();
        byte[] body = Continuation.of(salt(), old, next, 41, Set.of(CHOSEN)).toBody();
        var header = new EntryHeader(ConversationId.of(next), ProtocolPageTest.PUBLIC_KEY,
                new Place(new BigInteger("0102030405060708", 16).longValue(), 1, new byte[32]), 42, 1_700_000_000_000L,
                EntryKind.CONTINUES, body.length, Sha256.of(body));
        return new NewWords(salt(), WORDS, new Entry(header, ProtocolPageTest.sign(header.encode()), body));
    }

    @Test
    void theExampleOnThePageIsWhatThisProgramWritesAndReads() throws Exception {
        byte[] frame = example().toFrame().body();
        assertEquals(HexFormat.of().formatHex(frame), HexFormat.of().formatHex(ProtocolPageTest.example(PAGE, "hex")));
        NewWords read = NewWords.read(frame);
        assertEquals(WORDS.words(), read.words().words());
        assertEquals(Set.of(CHOSEN), read.continues().chosen());
        assertEquals(41, read.continues().clock());
        assertArrayEquals(frame, read.toFrame().body());
    }

    @Test
    void h02_everyCutAndEveryByteTooMuchEndsTheSession() throws Exception {
        byte[] whole = example().toFrame().body();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(MalformedFrameException.class, () -> NewWords.read(cut));
        }
        assertThrows(MalformedFrameException.class, () -> NewWords.read(Arrays.copyOf(whole, whole.length + 1)));
        assertThrows(MalformedFrameException.class, () -> NewWords.held(new byte[15]));
    }

    @Test
    void h02_whatIsChangedAnywhereGivesAValueOrEndsTheSession() throws Exception {
        var random = Seed.random("NewWordsTest");
        byte[] whole = example().toFrame().body();
        int entryAt = Continuation.SALT_BYTES + 2 + WORDS.words().length();
        for (int i = 0; i < 300; i++) {
            byte[] changed = whole.clone();
            int at = random.nextInt(whole.length);
            changed[at] ^= (byte) (1 + random.nextInt(255));
            try {
                NewWords.read(changed);
                assertTrue(at < entryAt, "the entry is signed");
            } catch (MalformedFrameException e) {
                continue; // a value, or this
            }
        }
    }

    @Test
    void h38_aPeerHandsOverAFewWordsAtOnceAndThenOneInTenSeconds() throws Exception {
        var world = new World(1);
        World.Node ben = world.node();
        Identity author = Identity.generate();
        RoomId room = RoomId.of(salt());
        World.End session = world.scripted(ben, author, room);
        byte[] body = Continuation.of(salt(), room, RoomId.of(new byte[16]), 1, Set.of(ben.id())).toBody();
        var words = new NewWords(salt(), WORDS, new Author(author, ConversationId.of(new byte[16]), 1).write(2,
                EntryKind.CONTINUES, body));
        for (int i = 0; i < 2 * WordsPace.BURST; i++) session.receive(words.toFrame());
        assertEquals(WordsPace.BURST, ben.heard.words.size());
        world.pass(WordsPace.EVERY);
        session.receive(words.toFrame());
        session.receive(words.toFrame());
        assertEquals(WordsPace.BURST + 1, ben.heard.words.size());
        ben.core.closed(session);
        session = world.scripted(ben, author, room);
        session.receive(words.toFrame());
        assertEquals(WordsPace.BURST + 1, ben.heard.words.size(), "a new session wins nothing");
    }

    @Test
    void nobodyIsAdmittedToARetiredRoom() {
        var world = new World(1);
        World.Node ben = world.node();
        RoomId room = RoomId.of(salt());
        ben.retired.add(room);
        Identity old = Identity.generate();
        world.scripted(ben, old, room);
        assertNull(ben.stores.admissions().find(room, old.fingerprint()));
    }

    @Test
    void inARetiredRoomWhoWasChosenIsReadAndWhoGoesAlongVouchesForOthers() throws Exception {
        var world = new World(1);
        RoomId room = RoomId.of(salt());
        Identity ada = Identity.generate();
        var goingAlong = new HashSet<Fingerprint>();
        var chosen = Author.of(ConversationId.of(room), 1);
        var behind = Author.of(ConversationId.of(room), 2);
        var known = Author.of(ConversationId.of(room), 3);
        World.Node cem = world.new Node(Identity.generate(), InMemoryStores.create()) {
            @Override
            public boolean isChosenFor(RoomId of, Fingerprint person) {
                return person.equals(chosen.fingerprint());
            }

            @Override
            public boolean goesAlong(RoomId old, Fingerprint person) {
                return goingAlong.contains(person);
            }
        };
        cem.retired.add(room);
        World.End session = world.scripted(cem, ada, room);
        Entry ofKnown = known.text("known");
        session.receive(pushed(chosen.text("chosen")));
        session.receive(vouched(ada, known));
        session.receive(pushed(ofKnown));
        assertEquals(List.of("chosen"), cem.heard.texts(), "nobody goes along yet");

        goingAlong.add(ada.fingerprint());
        session.receive(vouched(ada, known));
        session.receive(pushed(ofKnown));
        session.receive(vouched(chosen.identity, behind));
        session.receive(pushed(behind.text("behind")));
        assertEquals(List.of("chosen", "known"), cem.heard.texts(), "who stays behind vouches for nobody");
    }

    private static Frame vouched(Identity signer, Author author) {
        Admission word = Admission.signed(signer, RoomId.of(salt()), author.identity.publicKey(), Instant.EPOCH);
        return new AdmissionsFrame(List.of(word)).encode();
    }

    private static Frame pushed(Entry entry) {
        return new EntriesFrame(0, entry.header().conversation(), List.of(entry)).encode();
    }

    @Test
    void theSealNamesTheOldRoomOnlyToWhoHasTheSalt() {
        RoomId old = RoomId.of(new byte[RoomId.BYTES]);
        RoomId next = RoomId.of(salt());
        Continuation says = Continuation.of(salt(), old, next, 0, Set.of());
        assertTrue(says.names(salt(), old, next));
        assertFalse(says.names(new byte[Continuation.SALT_BYTES], old, next));
        assertFalse(says.names(salt(), next, next));
        assertFalse(says.names(salt(), old, old));
    }

    @Test
    void aBodyTakesAThousandPeopleAndNoMore() throws Exception {
        var people = new HashSet<Fingerprint>();
        while (people.size() < Continuation.CHOSEN_MAX) people.add(Identity.generate().fingerprint());
        var says = new Continuation(new byte[RoomId.BYTES], 0, people);
        assertTrue(says.toBody().length <= Entry.BODY_BYTES_MAX);
        assertEquals(people, Continuation.ofBody(says.toBody()).chosen());
        people.add(CHOSEN);
        assertThrows(IllegalArgumentException.class, () -> new Continuation(new byte[RoomId.BYTES], 0, people));
    }
}
