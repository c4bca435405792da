package io.landline.node.handin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.act.HandInBox;
import io.landline.chat.act.HandInReceipt;
import io.landline.chat.sync.Conversations;
import io.landline.chat.words.WordsBook;
import io.landline.cost.Standing;
import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.FakeVerdicts;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferListener;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferSettings;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.Acceptance;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.core.Transfers;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.handshake.BlockedPeers;
import io.landline.identity.Identity;
import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.event.EventBus;
import io.landline.node.event.MetNames;
import io.landline.node.event.PeerNames;
import io.landline.node.file.OfferEntries;
import io.landline.node.handin.rule.BoxField;
import io.landline.node.port.CommandException;
import io.landline.node.port.HandIns.State;
import io.landline.node.port.NodeEvent.Joined;
import io.landline.node.room.NodeMembership;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Direction;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore.Origin;
import io.landline.room.StretchedKey;
import io.landline.storage.chat.HandInEntries;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.Timelines;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.transfers.SqliteTransfers;
import io.landline.storage.transfers.TransferHistory;
import io.landline.storage.trust.SqliteTrust;
import io.landline.storage.trust.SqliteWords;
import io.landline.testing.Patience;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A hand-in goes on while somebody looks at it: it is offered, then on its way, then here, then it has its receipt.
/// At each of these moments it is seen.
class HandInMomentsTest extends DatabaseTest {
    private static final Room ROOM = Room.restored(new RoomName("class"), RoomKey.of("amber fox piano river"),
            StretchedKey.of(new byte[StretchedKey.BYTES]));
    private static final byte[] FIVE_BYTES = "{\"files\":1,\"bytes\":5,\"names\":[\"essay\"],\"chunk\":1048576}"
            .getBytes(UTF_8);
    private static final StoredFile ESSAY = new StoredFile(0, "essay", 5, 0, 1, "", "essay", true,
            TransferStore.Taken.PLAIN);
    private static final long BOX_BYTES = 8;

    private final Identity self = Identity.generate();
    private final Identity member = Identity.generate();
    private final ConversationId direct = ConversationId.direct(self.fingerprint(), member.fingerprint());
    private final Author author = new Author(member, direct, 1);
    private ChatStores stores;
    private SqliteTransfers transferStore;
    private TransferHistory history;
    private OwnRooms rooms;
    private PeerNames names;
    private HandInBook book;
    private Entry box;

    @BeforeEach
    void collect() {
        var trust = new SqliteTrust(database, null);
        stores = SqliteChat.stores(database);
        transferStore = new SqliteTransfers(database);
        history = new TransferHistory(database);
        trust.keep(ROOM, Origin.MADE_HERE, Instant.now());
        ConversationId room = ConversationId.of(ROOM.id());
        box = new Author(self, room, 1).write(1, EntryKind.COLLECT,
                new HandInBox("Essay", Instant.now().plusSeconds(86_400), "", BOX_BYTES, true).toBody());
        stores.entries().add(List.of(box), 1, Durability.BATCHED);
        stores.entries().rememberDirect(direct, member.fingerprint());
        rooms = new OwnRooms(trust, InstantSource.system());
        names = MetNames.of(trust);
        book = new HandInBook(self.fingerprint(), rooms,
                peer -> ConversationId.direct(self.fingerprint(), peer), new JoinedTimeline(
                        new Timelines(database, self.fingerprint()), words()),
                new TimelineViews(database), new HandInEntries(database), _ -> Standing.MEMBER);
    }

    private WordsBook words() {
        return new WordsBook(self.fingerprint(), new SqliteWords(database, new SqliteTrust(database, null)));
    }

    private EntryId handIn(int number, TransferPhase phase) {
        byte[] body = BoxField.with(FIVE_BYTES, box.reference());
        Entry offer = author.write(number, EntryKind.OFFER, body);
        stores.entries().add(List.of(offer), number, Durability.BATCHED);
        transferStore.saveOffered(new StoredOffer(offer.id(), direct, member.fingerprint(), Instant.now(), true, false,
                OfferBody.orNull(body)), transfer(offer.id(), phase));
        return offer.id();
    }

    private StoredTransfer transfer(EntryId offer, TransferPhase phase) {
        return new StoredTransfer(TransferId.of(offer, self.fingerprint()), offer, Direction.IN, member.fingerprint(),
                phase, Acceptance.NOT_YET, 0);
    }

    private void writeReceipt(EntryId offer) {
        stores.entries()
                .add(List.of(new Author(self, direct, 1).write(9, EntryKind.HAND_IN_RECEIPT,
                        new HandInReceipt(offer, box.reference(), null, Instant.now(), false, 5).toBody())), 9,
                        Durability.BATCHED);
    }

    private State state(Supplier<List<EntryId>> open) throws CommandException {
        var register = new HandInRegister(self.fingerprint(), book, names,
                new HandInRegister.Sources(new TimelineViews(database), rooms,
                        _ -> List.of(new HandInRegister.Member(member.fingerprint(), "Bob", true)), open,
                        history::doneDirect));
        return register.people(box.id()).getFirst().state();
    }

    @Test
    void whatEndsWhileTheOpenOnesAreLookedForIsNotMissing() throws CommandException {
        EntryId offer = handIn(1, new TransferPhase.Undecided());
        State state = state(() -> {
            transferStore.saveTransfer(transfer(offer, new TransferPhase.Done()));
            writeReceipt(offer);
            return List.of();
        });
        assertEquals(State.HANDED_IN, state);
    }

    @Test
    void whatIsHereAndHasNoReceiptYetIsUnderWay() throws CommandException {
        handIn(1, new TransferPhase.Done());
        assertEquals(State.UNDER_WAY, state(List::of));
    }

    @Test
    void whatFailedIsMissing() throws CommandException {
        handIn(1, new TransferPhase.Failed(FailureReason.CANCELLED));
        assertEquals(State.MISSING, state(List::of));
    }

    @Test
    void whatIsHereAndHasNoReceiptYetCountsForTheBoundOfTheBox() throws Exception {
        EntryId first = handIn(1, new TransferPhase.Done());
        transferStore.saveFiles(TransferId.of(first, self.fingerprint()),
                List.of(ESSAY, new StoredFile(1, "notes", 9, 0, 0, "", "", true, TransferStore.Taken.PLAIN).leftOut()));
        EntryId second = handIn(2, new TransferPhase.Undecided());
        var ended = new CompletableFuture<FailureReason>();
        try (Conversations conversations = Conversations.open(self, stores,
                new NodeMembership(rooms, words(), BlockedPeers.of(new SqliteTrust(database, null)),
                        _ -> Standing.MEMBER),
                _ -> Standing.MEMBER,
                new ConversationListener() {}, InstantSource.system());
                var transfers = new Transfers(
                        new TransferSettings(self, () -> folder, () -> AcceptRule.ASK, new FakeVerdicts(),
                                Clock.systemUTC()),
                        transferStore, new OfferEntries(conversations), new TransferListener() {
                            @Override
                            public void failed(TransferView view, FailureReason reason, boolean resumable) {
                                if (view.offer().equals(second)) ended.complete(reason);
                            }
                        },
                        new DiskSpace(DiskSpace.REAL));
                var receiver = new HandInReceiver(self.fingerprint(), book,
                        new HandInReceiver.People(_ -> Set.of(ROOM.id()), _ -> Set.of(), _ -> false, names,
                                _ -> Standing.MEMBER),
                        new HandInReceiver.Stores(transferStore, new TimelineViews(database), history::doneFrom),
                        new HandInReceiver.Taking(conversations, transfers, () -> folder, InstantSource.system()),
                        new EventBus(InstantSource.system()))) {
            receiver.take(new Joined(member.fingerprint(), "Bob", "#class"), Instant.now());
            assertEquals(FailureReason.DECLINED, ended.get(Patience.SECONDS, TimeUnit.SECONDS),
                    "five bytes are here, of eight");
        }
    }
}
