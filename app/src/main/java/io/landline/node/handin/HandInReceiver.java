package io.landline.node.handin;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.act.HandInReceipt;
import io.landline.chat.act.Reference;
import io.landline.chat.sync.Conversations;
import io.landline.cost.Standings;
import io.landline.filetransfer.NoSuchTransferException;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.core.ReceivedFiles;
import io.landline.filetransfer.core.Transfers;
import io.landline.node.event.EventBus;
import io.landline.node.event.PeerNames;
import io.landline.node.event.StepWorker;
import io.landline.node.file.DownloadsDisk;
import io.landline.node.file.ReceivedOffers;
import io.landline.node.handin.HandInBook.Box;
import io.landline.node.handin.HandInBook.Received;
import io.landline.node.handin.rule.BoxField;
import io.landline.node.handin.rule.HandInFolder;
import io.landline.node.handin.rule.HandInRules;
import io.landline.node.handin.rule.HandInRules.Answer;
import io.landline.node.handin.rule.HandInTurn;
import io.landline.node.port.NodeEvent;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.room.RoomId;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.TimelineViews.Located;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes what members hand in into boxes of this user, and writes the receipts (docs/protocol/hand-in.md, "What is
/// taken"). It keeps nothing: what a kill interrupted is seen from entries and transfers at the next start. Told by
/// events, on any thread; works on the thread `hand-ins`, which may wait for the disk and for queues.
public final class HandInReceiver implements AutoCloseable {
    /// Steps that wait, with the one that runs; what comes beyond is found by looking at everything.
    static final int WAITING_MAX = 1_000;
    private static final System.Logger LOG = System.getLogger(HandInReceiver.class.getName());

    /// What it needs to know of people.
    ///
    /// @param joined the rooms that somebody has joined on the open session
    /// @param members of a room, as far as they are known
    /// @param standings how well this user knows them: the disk is for those known better first
    public record People(Function<Fingerprint, Set<RoomId>> joined, Function<RoomId, Set<Fingerprint>> members,
            Predicate<Fingerprint> blocked, PeerNames names, Standings standings) {}

    /// What is stored of offers and transfers.
    ///
    /// @param done the offers of a person that are done here
    public record Stores(TransferStore transfers, TimelineViews views, Function<Fingerprint, List<EntryId>> done) {}

    /// How a hand-in is taken, and its receipt written.
    public record Taking(Conversations conversations, Transfers transfers, Supplier<Path> downloads,
            InstantSource clock) {}

    private final Fingerprint self;
    private final HandInBook book;
    private final People people;
    private final Stores stores;
    private final Taking taking;
    private final EventBus events;
    private final DownloadsDisk disk;
    /// Whether a round of judging waits. It covers everybody who comes before it runs.
    private final AtomicBoolean isRoundDue = new AtomicBoolean();
    private final AtomicBoolean isAllDue = new AtomicBoolean();
    /// Who joined a room since the last round: at most those who have a session.
    private final Set<Fingerprint> came = ConcurrentHashMap.newKeySet();
    /// Whether something waits for the disk, as far as the last rounds saw. Of the worker's thread.
    private boolean waitsForDisk;
    private final StepWorker worker = new StepWorker("hand-ins", "a hand-in is tried again in a minute", WAITING_MAX,
            this::look);

    public HandInReceiver(Fingerprint self, HandInBook book, People people, Stores stores, Taking taking,
            EventBus events) {
        this(self, book, people, stores, taking, events, StepWorker.AGAIN_AFTER);
    }

    /// @param againAfter when what waits for the disk is looked at again
    HandInReceiver(Fingerprint self, HandInBook book, People people, Stores stores, Taking taking, EventBus events,
            Duration againAfter) {
        this.self = self;
        this.book = book;
        this.people = people;
        this.stores = stores;
        this.taking = taking;
        this.events = events;
        disk = new DownloadsDisk(taking.transfers(), taking.downloads());
        worker.repeat(this::judgeWhatWaits, againAfter);
    }

    /// Something happened that may concern a box.
    public void take(NodeEvent event, Instant at) {
        switch (event) {
            case NodeEvent.Offered(var id, _, _, _, _, _) when isIn(id) -> {
                came.add(id.peer());
                judgeSoon();
            }
            case NodeEvent.Joined joined -> {
                came.add(joined.peer());
                judgeSoon();
            }
            case NodeEvent.Transferred transferred when isIn(transferred.id()) -> {
                worker.post(() -> received(offer(transferred.id()), at, new KnownBoxes(book)));
                isAllDue.set(true);
                judgeSoon();
            }
            case NodeEvent.Unmatched(var id, var folder) when isIn(id) -> worker
                    .post(() -> unmatched(offer(id), folder));
            case NodeEvent.TransferFailed(var id, _, _, boolean resumable, _, _) when isIn(id) && !resumable -> worker
                    .post(
                            () -> removeFolder(offer(id), new KnownBoxes(book)));
            default -> {
            }
        }
    }

    private static boolean isIn(NodeEvent.TransferId id) {
        return id.direction() == Direction.IN;
    }

    private static EntryId offer(NodeEvent.TransferId id) {
        return EntryId.of(HexFormat.of().parseHex(id.offer()));
    }

    /// What a transfer had not brought to its end is gone from its folder. Any thread.
    public void cleared(TransferId transfer) {
        worker.post(() -> {
            StoredTransfer stored = stores.transfers().transfer(transfer);
            if (stored != null) removeFolder(stored.offer(), new KnownBoxes(book));
        });
    }

    /// Looks at everything: what an earlier run did not do, or what changed for all.
    public void lookAgain() {
        worker.post(this::look);
    }

    private void look() {
        var known = new KnownBoxes(book);
        for (Entry entry : taking.conversations().newestOf(EntryKind.OFFER, ReceivedOffers.TOLD_AGAIN_MAX)) {
            if (entry.author().equals(self) || !isForUs(entry)) continue;
            received(entry.id(), null, known);
            removeFolder(entry.id(), known);
        }
        isAllDue.set(true);
        judgeRound();
    }

    private boolean isForUs(Entry entry) {
        Reference box = BoxField.of(entry.body());
        return box != null && box.author().equals(self);
    }

    // Offers

    /// An offer into a box of ours, or a received one.
    private record HandIn(Entry entry, Fingerprint member, Box box, TransferId transfer) {
        HandInCounts.Into into() {
            return new HandInCounts.Into(member, box.id());
        }
    }

    /// Null for an offer that is no hand-in into a box of ours, and for one of somebody who is blocked.
    private @Nullable HandIn handIn(EntryId offer) {
        return handIn(offer, new KnownBoxes(book));
    }

    private @Nullable HandIn handIn(EntryId offer, KnownBoxes known) {
        Located located = stores.views().withId(offer);
        if (located == null || located.peer() == null || !isForUs(located.entry())) return null;
        Fingerprint member = located.entry().author();
        if (!member.equals(located.peer()) || people.blocked().test(member)) return null;
        Reference reference = BoxField.of(located.entry().body());
        Box box = reference == null ? null : known.box(reference);
        return box == null ? null : new HandIn(located.entry(), member, box, TransferId.of(offer, self));
    }

    /// Posts one round for all that has happened since the last one began.
    private void judgeSoon() {
        if (isRoundDue.compareAndSet(false, true)) worker.post(this::judgeRound);
    }

    /// A person makes room on the disk, and nothing tells of that.
    private void judgeWhatWaits() {
        if (!waitsForDisk) return;
        isAllDue.set(true);
        judgeRound();
    }

    private void judgeRound() {
        isRoundDue.set(false);
        boolean all = isAllDue.getAndSet(false);
        if (all) waitsForDisk = false; // each of them is judged anew
        Set<Fingerprint> these = Set.copyOf(came);
        came.removeAll(these);
        List<TransferView> open = taking.transfers().open();
        var known = new KnownBoxes(book);
        var counts = new HandInCounts(offer -> {
            HandIn underWay = handIn(offer, known);
            return underWay == null ? null : underWay.into();
        });
        var turns = new ArrayList<Turn>();
        for (TransferView each : open) {
            boolean isOffered = each.direction() == Direction.IN && each.state() == TransferState.OFFERED;
            HandIn handIn = isOffered && (all || these.contains(each.peer())) ? handIn(each.offer(), known) : null;
            if (handIn != null) turns.add(new Turn(handIn, turn(handIn, counts, open)));
        }
        turns.sort(Comparator.comparing(Turn::turn));
        for (Turn each : turns) {
            if (!judge(each.handIn(), counts, open)) continue;
            List<TransferView> before = open;
            open = taking.transfers().open();
            counts.lookedAgain(before, open);
        }
    }

    private record Turn(HandIn handIn, HandInTurn turn) {}

    private HandInTurn turn(HandIn handIn, HandInCounts counts, List<TransferView> open) {
        return new HandInTurn(people.standings().of(handIn.member()),
                counts.before(handIn.into(), () -> handedIn(handIn), open));
    }

    /// What has a receipt, and what is here and gets its receipt by a later step. Asked for after the open transfers:
    /// so what ends meanwhile is among these or those.
    private List<Received> handedIn(HandIn handIn) {
        var all = new ArrayList<>(book.receipts(handIn.box(), handIn.member()));
        Set<EntryId> receipted = all.stream().map(each -> each.receipt().offer()).collect(Collectors.toSet());
        for (EntryId offer : stores.done().apply(handIn.member())) {
            HandIn done = receipted.contains(offer) ? null : handIn(offer);
            OfferBody body = done == null ? null : OfferBody.orNull(done.entry().body());
            if (done == null || body == null || !done.into().equals(handIn.into())) continue;
            all.add(new Received(done.member(), receipt(done, body, taking.clock().instant())));
        }
        return all;
    }

    /// True where it was taken: then others have less room.
    private boolean judge(HandIn handIn, HandInCounts counts, List<TransferView> open) {
        StoredTransfer stored = stores.transfers().transfer(handIn.transfer());
        OfferBody body = OfferBody.orNull(handIn.entry().body());
        if (stored == null || stored.state() != TransferState.OFFERED || body == null) return false;
        var rules = new HandInRules(handIn.box().shown().box());
        try {
            Answer answer = answer(handIn, body, rules, counts, open);
            boolean isOneMore = waitsForDisk && answer == Answer.NO_SPACE; // very many may wait
            LOG.log(isOneMore ? System.Logger.Level.DEBUG : System.Logger.Level.INFO, "what {0} hands in: {1}",
                    handIn.member().brief(), answer);
            if (answer == Answer.TAKE) {
                accept(handIn, rules);
                return true;
            }
            if (answer == Answer.NO_SPACE) waitsForDisk = true;
            if (answer.isRefusal()) taking.transfers().decline(handIn.transfer());
        } catch (NoSuchTransferException e) {
            LOG.log(System.Logger.Level.DEBUG, "over already", e);
        } catch (IOException e) {
            if (!waitsForDisk) {
                LOG.log(System.Logger.Level.WARNING, "the folder of a hand-in cannot be made; it waits", e);
            }
            waitsForDisk = true;
        }
        return false;
    }

    private Answer answer(HandIn handIn, OfferBody body, HandInRules rules, HandInCounts counts,
            List<TransferView> open) throws IOException {
        boolean hasJoined = people.joined().apply(handIn.member()).contains(handIn.box().room().id());
        HandInTurn turn = turn(handIn, counts, open);
        List<TransferView> promised = open.stream()
                .filter(each -> HandInCounts.isUnderWay(each) && turn.respects(people.standings().of(each.peer())))
                .toList();
        return rules.answer(body, handIn.box().shown().isOpen(), hasJoined, turn.before(), disk.now(promised));
    }

    private void accept(HandIn handIn, HandInRules rules) throws IOException, NoSuchTransferException {
        Box box = handIn.box();
        var others = new ArrayList<>(people.members().apply(box.room().id()));
        book.receipts(box).forEach(each -> others.add(each.member()));
        Path folder = HandInFolder.make(taking.downloads().get(), box.shown().box().title(),
                people.names().name(handIn.member()), handIn.member(), others, taking.clock().instant(),
                ZoneId.systemDefault());
        try {
            taking.transfers().acceptInto(handIn.transfer(), rules.choice(), folder);
        } finally {
            StoredTransfer now = stores.transfers().transfer(handIn.transfer());
            boolean isUsed = now != null && folder.toAbsolutePath().equals(Path.of(now.acceptance().folder()));
            if (!isUsed) HandInFolder.removeEmpty(folder, handIn.member()); // taken back, or by a person meanwhile
        }
    }

    /// Nothing in it has a name that is wanted, though its author said so.
    private void unmatched(EntryId offer, Path folder) {
        HandIn handIn = handIn(offer);
        if (handIn == null) return;
        try {
            taking.transfers().decline(handIn.transfer());
        } catch (NoSuchTransferException e) {
            LOG.log(System.Logger.Level.DEBUG, "over already", e);
        }
        HandInFolder.removeEmpty(folder, handIn.member());
    }

    /// Where nothing of it is here, its folder goes too, if nobody put anything into it. It is not empty before what
    /// had come of it is removed: then [#cleared] is told.
    private void removeFolder(EntryId offer, KnownBoxes known) {
        StoredTransfer stored = stores.transfers().transfer(TransferId.of(offer, self));
        if (stored == null || !(stored.phase() instanceof TransferPhase.Failed)) return;
        HandIn handIn = stored.acceptance().folder().isEmpty() ? null : handIn(offer, known);
        if (handIn != null) HandInFolder.removeEmpty(Path.of(stored.acceptance().folder()), handIn.member());
    }

    // Receipts

    /// Writes the receipt of what is here, once.
    ///
    /// @param when all of it was here; null where an earlier run knew
    private void received(EntryId offer, @Nullable Instant when, KnownBoxes known) {
        StoredTransfer stored = stores.transfers().transfer(TransferId.of(offer, self));
        if (stored == null || stored.state() != TransferState.DONE) return;
        HandIn handIn = handIn(offer, known);
        OfferBody body = handIn == null ? null : OfferBody.orNull(handIn.entry().body());
        if (handIn == null || body == null) return;
        Box box = handIn.box();
        if (known.isReceipted(box, handIn.member(), offer)) return;
        Instant at = when == null ? arrived(stored) : when;
        HandInReceipt receipt = receipt(handIn, body, at);
        Entry written = taking.conversations()
                .append(taking.conversations().direct(handIn.member()), EntryKind.HAND_IN_RECEIPT, receipt.toBody());
        LOG.log(System.Logger.Level.DEBUG, "the receipt is {0}", written);
        events.publish(new NodeEvent.HandedIn(offer.hex(), handIn.member(), people.names().name(handIn.member()),
                Direction.IN, receipt.root(), receipt.late(), box.id()));
    }

    private HandInReceipt receipt(HandIn handIn, OfferBody body, Instant at) {
        EntryId offer = handIn.entry().id();
        ReceivedFiles taken = ReceivedFiles.of(stores.transfers(), handIn.transfer(), offer, body);
        Box box = handIn.box();
        return new HandInReceipt(offer, box.entry().reference(), taken.root(), at,
                new HandInRules(box.shown().box()).isLate(at), taken.bytes());
    }

    /// The last name in its folder was given then: a kill fell between that and the receipt.
    private Instant arrived(StoredTransfer stored) {
        Instant now = taking.clock().instant();
        try {
            Instant last = Files.getLastModifiedTime(Path.of(stored.acceptance().folder())).toInstant();
            return last.isBefore(now) ? last : now;
        } catch (IOException e) {
            return now;
        }
    }

    /// What is under way ends; the rest is found at the next start.
    @Override
    public void close() {
        worker.close();
    }
}
