package io.landline.node.handin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.act.HandInBox;
import io.landline.chat.sync.Conversations;
import io.landline.chat.words.WordsBook;
import io.landline.cost.Standing;
import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.Choice;
import io.landline.filetransfer.FakeVerdicts;
import io.landline.filetransfer.NoSuchTransferException;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferListener;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferSettings;
import io.landline.filetransfer.TransferStore.Acceptance;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferStore.Taken;
import io.landline.filetransfer.core.Transfers;
import io.landline.filetransfer.manifest.PartialName;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.handshake.BlockedPeers;
import io.landline.identity.Identity;
import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.event.EventBus;
import io.landline.node.event.MetNames;
import io.landline.node.file.OfferEntries;
import io.landline.node.handin.rule.BoxField;
import io.landline.node.port.NodeEvent;
import io.landline.node.room.NodeMembership;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Direction;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore.Origin;
import io.landline.room.StretchedKey;
import io.landline.storage.chat.HandInEntries;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.Timelines;
import io.landline.storage.database.Database;
import io.landline.storage.transfers.SqliteTransfers;
import io.landline.storage.trust.SqliteTrust;
import io.landline.storage.trust.SqliteWords;
import io.landline.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A box with one hand-in that is offered, and its receiver.
class HandInReceiverTest {
    private static final Room ROOM = Room.restored(new RoomName("class"), RoomKey.of("amber fox piano river"),
            StretchedKey.of(new byte[StretchedKey.BYTES]));
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM.id().bytes());
    private static final byte[] OFFER = "{\"files\":1,\"bytes\":5,\"names\":[\"essay\"],\"chunk\":1048576}"
            .getBytes(UTF_8);

    private static final Duration AGAIN_AFTER = Duration.ofMillis(1);

    @TempDir
    Path dir;
    private final Identity self = Identity.generate();
    private final Identity member = Identity.generate();

    private interface Afterwards {
        void happens(HandInReceiver receiver, Transfers transfers, SqliteTransfers store)
                throws IOException, InterruptedException;
    }

    /// Hands on what was cleared, and nothing else.
    private static final class Cleared implements TransferListener {
        final CountDownLatch told = new CountDownLatch(1);
        volatile HandInReceiver receiver;

        @Override
        public void cleared(TransferId transfer) {
            receiver.cleared(transfer);
            told.countDown();
        }
    }

    private final Cleared cleared = new Cleared();

    private interface Meanwhile {
        void happens(Transfers transfers, TransferId handIn) throws NoSuchTransferException;
    }

    /// Folders of hand-ins that are there after a member has joined. Something happens when the hand-in was judged, and
    /// before its folder is made.
    private long folders(Meanwhile meanwhile) throws IOException, InterruptedException {
        Path downloads = Files.createDirectory(dir.resolve("downloads"));
        return folders(downloads, List.of(), meanwhile);
    }

    /// @param before what the downloads folder is at the first looks at it
    private long folders(Path downloads, List<Path> before, Meanwhile meanwhile)
            throws IOException, InterruptedException {
        return folders(downloads, before, meanwhile, (_, _, _) -> {});
    }

    /// @param after happens once the hand-in was taken
    private long folders(Path downloads, List<Path> before, Meanwhile meanwhile, Afterwards after)
            throws IOException, InterruptedException {
        try (Database database = Database.open(dir.resolve("history.db"))) {
            var trust = new SqliteTrust(database, null);
            ChatStores stores = SqliteChat.stores(database);
            var store = new SqliteTransfers(database);
            trust.keep(ROOM, Origin.MADE_HERE, Instant.now());
            TransferId handIn = offered(stores, store);
            BlockedPeers blocked = BlockedPeers.of(trust);
            var rooms = new OwnRooms(trust, InstantSource.system());
            var book = new WordsBook(self.fingerprint(), new SqliteWords(database, trust));
            var views = new TimelineViews(database);
            var joined = new JoinedTimeline(new Timelines(database, self.fingerprint()), book);
            try (Conversations conversations = Conversations.open(self, stores,
                    new NodeMembership(rooms, book, blocked, _ -> Standing.MEMBER), _ -> Standing.MEMBER,
                    new ConversationListener() {},
                    InstantSource.system());
                    var transfers = new Transfers(
                            new TransferSettings(self, () -> downloads, () -> AcceptRule.ASK, new FakeVerdicts(),
                                    Clock.systemUTC()),
                            store, new OfferEntries(conversations), cleared, new DiskSpace(DiskSpace.REAL))) {
                var handIns = new HandInBook(self.fingerprint(), rooms, conversations::direct, joined, views,
                        new HandInEntries(database), _ -> Standing.MEMBER);
                var looks = new AtomicInteger();
                var judged = new CountDownLatch(before.size() + 2);
                var receiver = new HandInReceiver(self.fingerprint(), handIns,
                        new HandInReceiver.People(_ -> Set.of(ROOM.id()), _ -> Set.of(), blocked::contains,
                                MetNames.of(trust), _ -> Standing.MEMBER),
                        new HandInReceiver.Stores(store, views, _ -> List.of()),
                        new HandInReceiver.Taking(conversations, transfers, () -> {
                            int look = looks.getAndIncrement();
                            if (look == before.size() + 1) happens(meanwhile, transfers, handIn);
                            judged.countDown();
                            return look < before.size() ? before.get(look) : downloads;
                        }, InstantSource.system()),
                        new EventBus(InstantSource.system()), AGAIN_AFTER);
                receiver.take(new NodeEvent.Joined(member.fingerprint(), "member", "#class"), Instant.now());
                assertTrue(judged.await(Patience.SECONDS, TimeUnit.SECONDS), "it was judged");
                cleared.receiver = receiver;
                after.happens(receiver, transfers, store);
                receiver.close(); // waits for what was posted
            }
        }
        try (Stream<Path> all = Files.walk(downloads)) {
            return all.filter(each -> downloads.relativize(each).getNameCount() == 3).count();
        }
    }

    private static void happens(Meanwhile meanwhile, Transfers transfers, TransferId handIn) {
        try {
            meanwhile.happens(transfers, handIn);
        } catch (NoSuchTransferException e) {
            throw new AssertionError(e);
        }
    }

    private TransferId offered(ChatStores stores, SqliteTransfers store) {
        var wanted = new HandInBox("Essay", Instant.now().plusSeconds(86_400), "", 1_000_000, true);
        Entry box = new Author(self, CONVERSATION, 1).write(1, EntryKind.COLLECT, wanted.toBody());
        stores.entries().add(List.of(box), 1, Durability.BATCHED);
        ConversationId direct = ConversationId.direct(self.fingerprint(), member.fingerprint());
        stores.entries().rememberDirect(direct, member.fingerprint());
        byte[] body = BoxField.with(OFFER, box.reference());
        Entry offer = new Author(member, direct, 1).write(1, EntryKind.OFFER, body);
        stores.entries().add(List.of(offer), 1, Durability.BATCHED);
        TransferId handIn = TransferId.of(offer.id(), self.fingerprint());
        store.saveOffered(
                new StoredOffer(offer.id(), direct, member.fingerprint(), Instant.now(), true, false,
                        Objects.requireNonNull(OfferBody.orNull(body))),
                new StoredTransfer(handIn, offer.id(), Direction.IN, member.fingerprint(),
                        new TransferPhase.Undecided(), Acceptance.NOT_YET, 0));
        return handIn;
    }

    @Test
    void whatIsTakenHasAFolderOfItsOwn() throws Exception {
        assertEquals(1, folders((_, _) -> {}));
    }

    /// An empty folder would look like a hand-in.
    @Test
    void whatIsTakenBackMeanwhileLeavesNoFolder() throws Exception {
        assertEquals(0, folders(Transfers::decline));
    }

    @Test
    void whatAPersonTakesMeanwhileLeavesNoFolder() throws Exception {
        assertEquals(0, folders((transfers, handIn) -> transfers.accept(handIn, Choice.ALL)));
    }

    /// Nobody joins and no transfer ends: the person made room on the disk.
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatWaitedForRoomOnTheDiskIsTakenOnceThereIsSome() throws Exception {
        Path full = Path.of("/proc"); // of 0 bytes
        Path downloads = Files.createDirectory(dir.resolve("downloads"));
        assertEquals(1, folders(downloads, List.of(full, full), (_, _) -> {}));
    }

    @Test
    void whatWaitedForItsFolderIsTakenOnceThatCanBeMade() throws Exception {
        Path none = Files.createFile(dir.resolve("a-file"));
        Path downloads = Files.createDirectory(dir.resolve("downloads"));
        assertEquals(1, folders(downloads, List.of(none, none), (_, _) -> {}));
    }

    private static StoredTransfer accepted(SqliteTransfers store) {
        return store.openTransfers().getFirst();
    }

    private List<Path> left(Path downloads, Afterwards after) throws Exception {
        folders(downloads, List.of(), (_, _) -> {}, after);
        try (Stream<Path> all = Files.list(downloads)) {
            return all.toList();
        }
    }

    /// What the receiver does after it has accepted comes behind this.
    private static Path awaitFolder(SqliteTransfers store) {
        long until = System.nanoTime() + Patience.LIMIT.toNanos();
        while (accepted(store).acceptance().at() == null) {
            assertTrue(System.nanoTime() < until, "it was not taken");
            Thread.onSpinWait();
        }
        return Path.of(accepted(store).acceptance().folder());
    }

    @Test
    void ofAHandInWithoutAFileThatIsWantedNoFolderStays() throws Exception {
        Path downloads = Files.createDirectory(dir.resolve("downloads"));
        assertEquals(List.of(), left(downloads, (receiver, _, store) -> {
            Path folder = awaitFolder(store);
            StoredTransfer before = accepted(store);
            store.saveTransfer(before.unmatched());
            var id = new NodeEvent.TransferId(before.offer().hex(), before.id().hex(), before.peer(), Direction.IN);
            receiver.take(new NodeEvent.Unmatched(id, folder), Instant.now());
        }));
    }

    /// At the event that it failed, what has come of it is not removed yet.
    @Test
    void ofAHandInThatFailedNoFolderStaysOnceWhatHasComeOfItIsRemoved() throws Exception {
        Path downloads = Files.createDirectory(dir.resolve("downloads"));
        assertEquals(List.of(), left(downloads, (_, transfers, store) -> {
            Path folder = awaitFolder(store);
            TransferId id = accepted(store).id();
            String partial = PartialName.ofReceivedFile(id, 0, 1);
            Files.writeString(folder.resolve(partial), "ess");
            store.saveFiles(id, List.of(new StoredFile(0, "essay", 5, 0, 0, partial, "", false, Taken.PLAIN)));
            happens(Transfers::cancel, transfers, id);
            assertTrue(cleared.told.await(Patience.SECONDS, TimeUnit.SECONDS), "it was cleared");
        }));
    }

    @Test
    void whatAnEarlierRunLeftEmptyIsRemovedAtTheNextLook() throws Exception {
        Path downloads = Files.createDirectory(dir.resolve("downloads"));
        assertEquals(List.of(), left(downloads, (receiver, transfers, store) -> {
            awaitFolder(store);
            happens(Transfers::cancel, transfers, accepted(store).id());
            receiver.lookAgain();
        }));
    }

    @Test
    void aFolderInWhichSomebodyPutSomethingStays() throws Exception {
        Path downloads = Files.createDirectory(dir.resolve("downloads"));
        assertEquals(1, left(downloads, (receiver, transfers, store) -> {
            Files.writeString(awaitFolder(store).resolve("notes"), "mine");
            happens(Transfers::cancel, transfers, accepted(store).id());
            receiver.lookAgain();
        }).size());
    }
}
