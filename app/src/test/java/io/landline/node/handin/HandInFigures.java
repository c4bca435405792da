package io.landline.node.handin;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import io.landline.filetransfer.FakeVerdicts;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferListener;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferSettings;
import io.landline.filetransfer.TransferStore.Acceptance;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.core.Transfers;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.handshake.BlockedPeers;
import io.landline.identity.Identity;
import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.event.EventBus;
import io.landline.node.event.MetNames;
import io.landline.node.file.OfferEntries;
import io.landline.node.file.ReceivedOffers;
import io.landline.node.handin.rule.BoxField;
import io.landline.node.port.NodeEvent;
import io.landline.node.room.NodeMembership;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore.Origin;
import io.landline.room.StretchedKey;
import io.landline.storage.InventedHistory;
import io.landline.storage.chat.HandInEntries;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.Timelines;
import io.landline.storage.database.Database;
import io.landline.storage.transfers.SqliteTransfers;
import io.landline.storage.transfers.TransferHistory;
import io.landline.storage.trust.SqliteTrust;
import io.landline.storage.trust.SqliteWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Prints what hand-in boxes cost at a start, and when somebody joins, in a long history; run by hand, no test. The
/// argument is the number of texts.
final class HandInFigures {
    private static final Room ROOM = Room.restored(new RoomName("class"), RoomKey.of("amber fox piano river"),
            StretchedKey.of(new byte[StretchedKey.BYTES]));
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM.id().bytes());
    private static final byte[] OFFER = "{\"files\":1,\"bytes\":5,\"names\":[\"essay\"],\"chunk\":1048576}"
            .getBytes(UTF_8);
    private static final int MEMBERS = 30;
    /// As many as one person may have undecided.
    private static final int UNDECIDED = 256;

    private final Identity self = Identity.generate();
    private final Database database;
    private final SqliteTrust trust;
    private final ChatStores stores;
    private final SqliteTransfers transferStore;
    private final Entry box;

    private HandInFigures(Database database) {
        this.database = database;
        trust = new SqliteTrust(database, null);
        stores = SqliteChat.stores(database);
        transferStore = new SqliteTransfers(database);
        trust.keep(ROOM, Origin.MADE_HERE, Instant.now());
        var wanted = new HandInBox("Essay", Instant.now().plusSeconds(86_400), "", 1_000_000, true);
        box = new Author(self, CONVERSATION, 1).write(1, EntryKind.COLLECT, wanted.toBody());
        stores.entries().add(List.of(box), 1, Durability.BATCHED);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("hand-in-figures");
        Path file = folder.resolve("history.db");
        InventedHistory.fill(file, CONVERSATION, Integer.parseInt(arguments[0]), System.currentTimeMillis());
        try (Database database = Database.open(file)) {
            var figures = new HandInFigures(database);
            figures.time("a look, no hand-in", folder, null);
            for (int i = 0; i < MEMBERS; i++) {
                figures.handIn(Identity.generate(), ReceivedOffers.TOLD_AGAIN_MAX / MEMBERS, new TransferPhase.Done());
            }
            figures.time("a look, a thousand with receipts", folder, null);
            Identity flood = Identity.generate();
            figures.handIn(flood, UNDECIDED, new TransferPhase.Undecided());
            figures.time("a look, 256 undecided too", folder, null);
            figures.time("the member of these joins", folder, flood.fingerprint());
            figures.time("another one joins", folder, Identity.generate().fingerprint());
        }
    }

    private void handIn(Identity member, int count, TransferPhase phase) {
        ConversationId direct = ConversationId.direct(self.fingerprint(), member.fingerprint());
        stores.entries().rememberDirect(direct, member.fingerprint());
        var author = new Author(member, direct, 1);
        var collector = new Author(self, direct, 1);
        var written = new ArrayList<Entry>();
        var receipts = new ArrayList<Entry>();
        byte[] body = BoxField.with(OFFER, box.reference());
        for (int n = 1; n <= count; n++) {
            Entry offer = author.write(n, EntryKind.OFFER, body);
            written.add(offer);
            transferStore.saveOffered(
                    new StoredOffer(offer.id(), direct, member.fingerprint(), Instant.now(), true, false,
                            OfferBody.orNull(body)),
                    new StoredTransfer(TransferId.of(offer.id(), self.fingerprint()), offer.id(), Direction.IN,
                            member.fingerprint(), phase, Acceptance.NOT_YET, 0));
            if (!(phase instanceof TransferPhase.Done)) continue;
            receipts.add(collector.write(n, EntryKind.HAND_IN_RECEIPT,
                    new HandInReceipt(offer.id(), box.reference(), null, Instant.now(), false, 5).toBody()));
        }
        stores.entries().add(written, count, Durability.BATCHED);
        if (!receipts.isEmpty()) stores.entries().add(receipts, count, Durability.BATCHED);
    }

    /// @param joins a member who joins; null for a look at everything
    private void time(String what, Path downloads, Fingerprint joins) throws InterruptedException {
        BlockedPeers blocked = BlockedPeers.of(trust);
        var rooms = new OwnRooms(trust, InstantSource.system());
        var book = new WordsBook(self.fingerprint(), new SqliteWords(database, trust));
        var views = new TimelineViews(database);
        var joined = new JoinedTimeline(new Timelines(database, self.fingerprint()), book);
        var names = MetNames.of(trust);
        try (Conversations conversations = Conversations.open(self, stores,
                new NodeMembership(rooms, book, blocked, _ -> Standing.MEMBER),
                _ -> Standing.MEMBER, new ConversationListener() {}, InstantSource.system());
                var transfers = new Transfers(
                        new TransferSettings(self, () -> downloads, () -> AcceptRule.ASK, new FakeVerdicts(),
                                Clock.systemUTC()),
                        transferStore, new OfferEntries(conversations), new TransferListener() {},
                        new DiskSpace(DiskSpace.REAL))) {
            var handIns = new HandInBook(self.fingerprint(), rooms, conversations::direct, joined, views,
                    new HandInEntries(database), _ -> Standing.MEMBER);
            var receiver = new HandInReceiver(self.fingerprint(), handIns,
                    new HandInReceiver.People(_ -> Set.of(), _ -> Set.of(), blocked::contains, names,
                            _ -> Standing.MEMBER),
                    new HandInReceiver.Stores(transferStore, views, new TransferHistory(database)::doneFrom),
                    new HandInReceiver.Taking(conversations, transfers, () -> downloads, InstantSource.system()),
                    new EventBus(InstantSource.system()));
            transfers.open(); // it is loaded
            long began = System.nanoTime();
            if (joins == null) {
                receiver.lookAgain();
            } else {
                receiver.take(new NodeEvent.Joined(joins, "member", "#class"), Instant.now());
            }
            receiver.close(); // waits for what was posted, two seconds at most
            System.out.printf("%-40s %8.1f ms, %d open%n", what, (System.nanoTime() - began) / 1e6,
                    transfers.open().size());
        }
    }
}
