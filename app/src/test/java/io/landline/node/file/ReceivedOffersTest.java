package io.landline.node.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.Author;
import io.landline.chat.ConversationListener;
import io.landline.chat.ConversationListener.EntrySource;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.sync.Conversations;
import io.landline.chat.words.WordsBook;
import io.landline.cost.Standing;
import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.FakeVerdicts;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferListener;
import io.landline.filetransfer.TransferSettings;
import io.landline.filetransfer.core.Transfers;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.handshake.BlockedPeers;
import io.landline.identity.Identity;
import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.room.NodeMembership;
import io.landline.node.room.OwnRooms;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.SqliteHeard;
import io.landline.storage.chat.Timelines;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.trust.SqliteTrust;
import io.landline.storage.trust.SqliteWords;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An offer of somebody whose computer stands in 2023.
class ReceivedOffersTest extends DatabaseTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);
    private static final String BODY = "{\"files\":1,\"bytes\":5,\"names\":[\"photo\"],\"chunk\":1048576}";

    private final Identity self = Identity.generate();
    @TempDir
    Path downloads;
    private Conversations conversations;
    private Transfers transfers;
    private ReceivedOffers offers;

    @BeforeEach
    void open() {
        var trust = new SqliteTrust(database, null);
        BlockedPeers blocked = BlockedPeers.of(trust);
        var rooms = new OwnRooms(trust, InstantSource.system());
        var book = new WordsBook(self.fingerprint(), new SqliteWords(database, trust));
        conversations = Conversations.open(self, SqliteChat.stores(database),
                new NodeMembership(rooms, book, blocked, _ -> Standing.MEMBER),
                _ -> Standing.MEMBER, new ConversationListener() {}, InstantSource.system());
        var joined = new JoinedTimeline(new Timelines(database, self.fingerprint()), book);
        transfers = new Transfers(
                new TransferSettings(self, () -> downloads, () -> AcceptRule.ASK, new FakeVerdicts(),
                        Clock.systemUTC()),
                new FakeStore(), new OfferEntries(conversations),
                new TransferListener() {},
                new DiskSpace(DiskSpace.REAL));
        offers = new ReceivedOffers(self.fingerprint(), rooms, blocked, conversations, joined, transfers, _ -> false,
                (_, _) -> false, new SqliteHeard(database)::notBefore, InstantSource.system());
    }

    @AfterEach
    void close() {
        transfers.close();
        conversations.close();
    }

    private static Entry offer() {
        return Author.of(ROOM, 1).write(1, EntryKind.OFFER, BODY.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void h85_whatWasJustOfferedStandsThoughItsAuthorsClockIsYearsBehind() {
        offers.stored(offer(), EntrySource.JUST_WRITTEN);
        assertEquals(1, transfers.open().size());
    }

    @Test
    void h85_anOfferThatIsFetchedStandsFromWhenItsAuthorWroteSomethingBeforeIt() {
        var heard = new SqliteHeard(database);
        Author author = Author.of(ROOM, 1);
        Entry said = author.text("from 2023");
        Entry offer = author.write(2, EntryKind.OFFER, BODY.getBytes(StandardCharsets.UTF_8));
        heard.note(said, Instant.now().minus(OfferBody.STANDS).minusSeconds(60));
        offers.stored(offer, EntrySource.ASKED_FOR);
        assertEquals(0, transfers.open().size(), "that is too long ago");
        Entry more = author.text("still in 2023");
        Entry another = author.write(4, EntryKind.OFFER, BODY.getBytes(StandardCharsets.UTF_8));
        heard.note(more, Instant.now().minus(OfferBody.STANDS).plusSeconds(60));
        offers.stored(another, EntrySource.ASKED_FOR);
        assertEquals(1, transfers.open().size());
    }

    @Test
    void anOldOfferOfAHistoryThatWasAskedForIsOver() {
        offers.stored(offer(), EntrySource.ASKED_FOR);
        assertEquals(0, transfers.open().size());
    }
}
