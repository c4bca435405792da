package io.landline.node.handin;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
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
import io.landline.filetransfer.core.Transfers;
import io.landline.node.event.EventBus;
import io.landline.node.event.PeerNames;
import io.landline.node.event.StepWorker;
import io.landline.node.file.DownloadsDisk;
import io.landline.node.file.ReceivedOffers;
import io.landline.node.handin.HandInBook.Box;
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
import java.io.IOException;
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
    private final HandInOffers offers;
    private final HandInReceipts receipts;
    private final People people;
    private final Stores stores;
    private final Taking taking;
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
        offers = new HandInOffers(self, book, stores.views(), people.blocked());
        receipts = new HandInReceipts(self, book, offers, stores, taking, people.names(), events);
        disk = new DownloadsDisk(taking.transfers(), taking.downloads());
        worker.repeat(this::judgeWhatWaits, againAfter);
    }

    /// Something happened that may concern a box.
    public void take(NodeEvent event, Instant at) {
        switch (event) {
            case NodeEvent.Offered(var id, _, _, _, _, _, _) when isIn(id) -> {
                came.add(id.peer());
                judgeSoon();
            }
            case NodeEvent.Joined joined -> {
                came.add(joined.peer());
                judgeSoon();
            }
            case NodeEvent.Transferred transferred when isIn(transferred.id()) -> {
                worker.post(() -> receipts.write(offer(transferred.id()), at, new KnownBoxes(book)));
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
            if (entry.author().equals(self) || !offers.isForUs(entry)) continue;
            receipts.write(entry.id(), null, known);
            removeFolder(entry.id(), known);
        }
        isAllDue.set(true);
        judgeRound();
    }

    // Offers

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
            HandIn underWay = offers.of(offer, known);
            return underWay == null ? null : underWay.into();
        });
        var turns = new ArrayList<Turn>();
        for (TransferView each : open) {
            boolean isOffered = each.direction() == Direction.IN && each.state() == TransferState.OFFERED;
            HandIn handIn = isOffered && (all || these.contains(each.peer())) ? offers.of(each.offer(), known) : null;
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
                counts.before(handIn.into(), () -> receipts.of(handIn), open));
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
            boolean isUsed = now != null && folder.toAbsolutePath().equals(now.acceptance().place());
            if (!isUsed) HandInFolder.removeEmpty(folder, handIn.member()); // taken back, or by a person meanwhile
        }
    }

    /// Nothing in it has a name that is wanted, though its author said so.
    private void unmatched(EntryId offer, Path folder) {
        HandIn handIn = offers.of(offer);
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
        Path folder = stored.acceptance().place();
        HandIn handIn = folder == null ? null : offers.of(offer, known);
        if (folder != null && handIn != null) HandInFolder.removeEmpty(folder, handIn.member());
    }

    /// What is under way ends; the rest is found at the next start.
    @Override
    public void close() {
        worker.close();
    }
}
