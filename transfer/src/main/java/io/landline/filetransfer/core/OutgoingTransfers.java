package io.landline.filetransfer.core;

import static java.lang.System.Logger.Level.DEBUG;

import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.NoSuchTransferException;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferListener.Hashes;
import io.landline.filetransfer.TransferListener.Side;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.Acceptance;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.frame.ConnectedPeers;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.filetransfer.source.NewOffer;
import io.landline.filetransfer.source.OwnPages;
import io.landline.filetransfer.source.Upload;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The transfers of our offers, one to each receiver: what people and peers say of them. [OwnOffers] has the offers.
/// Confined to the files' queue.
final class OutgoingTransfers implements TransferCommands {
    private static final System.Logger LOG = System.getLogger(OutgoingTransfers.class.getName());

    private final Transfers.Settings settings;
    private final TransferStore store;
    private final OwnOffers offers;
    private final ConnectedPeers peers;
    private final TransferEvents events;
    private final OfferExpiry term;
    private final Map<TransferId, OutgoingTransfer> open = new LinkedHashMap<>();
    private final UploadSlots slots;
    private final OfferPages pages;

    OutgoingTransfers(Transfers.Settings settings, TransferStore store, OwnOffers offers, ConnectedPeers peers,
            TransferEvents events, OfferExpiry term, UploadSlots slots) {
        this.slots = slots;
        this.settings = settings;
        this.store = store;
        this.offers = offers;
        this.peers = peers;
        this.events = events;
        this.term = term;
        pages = new OfferPages(settings.identity(), store, slots);
    }

    void load(StoredTransfer stored, StoredOffer offer) {
        var outgoing = new OutgoingTransfer(offer, stored);
        open.put(stored.id(), outgoing);
        if (stored.state() == TransferState.RUNNING) become(outgoing, stored.phase().interrupted());
    }

    /// The uploads of accepted transfers.
    UploadSlots slots() {
        return slots;
    }

    /// An offer of ours was committed; nobody else has heard of it yet.
    void offered(EntryId id, ConversationId conversation, NewOffer proposal) {
        StoredOffer offer = offers.keep(id, conversation, proposal);
        for (Fingerprint receiver : offers.receivers(conversation)) create(offer, receiver);
    }

    private OutgoingTransfer create(StoredOffer offer, Fingerprint receiver) {
        TransferId id = TransferId.of(offer.id(), receiver);
        var outgoing = new OutgoingTransfer(offer, new StoredTransfer(id, offer.id(), Direction.OUT, receiver,
                new TransferPhase.Undecided(), Acceptance.NOT_YET, 0));
        store.saveTransfer(outgoing.stored);
        open.put(id, outgoing);
        events.offered(outgoing.view(), offer.body().names());
        return outgoing;
    }

    void manifestAsked(FileMessage.ManifestRequest request, Session session) {
        StoredOffer offer = standing(request.offer(), session);
        if (offer != null) offers.manifestAsked(request, offer, session.peer());
    }

    private @Nullable StoredOffer standing(EntryId id, Session session) {
        return offers.standing(id, session, open.containsKey(TransferId.of(id, session.peer())));
    }

    /// Whether this receiver took the offer before, or ended its transfer. To take it again makes the transfer anew.
    boolean isTakenAgain(EntryId offer, Fingerprint receiver) {
        OutgoingTransfer there = open.get(TransferId.of(offer, receiver));
        if (there == null) return store.transfer(TransferId.of(offer, receiver)) != null;
        return there.stored.acceptance().at() != null;
    }

    void accepted(FileMessage.Accept accept, Session session) {
        EntryId id = accept.offer();
        StoredOffer offer = standing(id, session);
        if (offer == null) return;
        TransferId transfer = TransferId.of(id, session.peer());
        OutgoingTransfer outgoing = open.get(transfer);
        if (outgoing == null) outgoing = create(offer, session.peer());
        if (outgoing.stored.isPausedByUs() && !outgoing.peerPause.isOn()) {
            peers.send(session.peer(), new FileMessage.Pause(transfer));
            return;
        }
        stop(outgoing);
        var old = outgoing.stored;
        Instant first = old.acceptance().at() == null ? settings.clock().instant() : old.acceptance().at();
        note(outgoing, old.accepted("", first, false));
        outgoing.accepted(accept.part());
        if (outgoing.peerPause.become(false)) events.resumed(outgoing.view(), Side.THERE);
        OwnPages its = pages.of(offer);
        outgoing.upload = new Upload(transfer, session, its, outgoing.sent);
        if (accept.received() != null) outgoing.upload.received(accept.received());
        outgoing.untold.add(its); // a receiver that begins is told what is lost already
        tellLost(outgoing);
        outgoing.pace = new ProgressThrottle();
        slots.add(outgoing.upload);
        grant();
    }

    /// What was read of the files of an own offer, for all receivers together. Any thread.
    long readBytes(EntryId offer) {
        return pages.readBytes(offer);
    }

    /// Gives the slots of running transfers to those that have waited longest.
    private void grant() {
        for (OutgoingTransfer outgoing : slots.grant(open.values(), this::recall)) {
            outgoing.started(events.uptime());
            boolean isNoted = outgoing.stored.state() == TransferState.RUNNING; // its recall could not be noted
            if (!isNoted) noteIfPossible(outgoing, outgoing.phase().started());
        }
        slots.wake();
    }

    /// It waits for another slot.
    private void recall(OutgoingTransfer outgoing) {
        outgoing.recall(events.uptime());
        noteIfPossible(outgoing, outgoing.phase().interrupted());
    }

    private void noteIfPossible(OutgoingTransfer outgoing, TransferPhase phase) {
        try {
            become(outgoing, phase);
        } catch (TransferStoreException e) {
            LOG.log(DEBUG, "Whether a transfer is sent is not noted; it is as it is all the same", e);
        }
    }

    /// A receiver that takes little goes behind those that wait.
    private void recallSlow(Duration now) {
        List<OutgoingTransfer> slow = slots.slow(open.values(), now);
        for (OutgoingTransfer outgoing : slow) {
            recall(outgoing);
            open.remove(outgoing.stored.id());
            open.put(outgoing.stored.id(), outgoing);
        }
        if (!slow.isEmpty()) grant();
    }

    void declined(EntryId id, Fingerprint receiver) {
        OutgoingTransfer outgoing = open.get(TransferId.of(id, receiver));
        if (outgoing == null) {
            StoredOffer offer = offers.declinedUnheard(id, receiver);
            if (offer == null) return;
            outgoing = create(offer, receiver);
        }
        fail(outgoing, FailureReason.DECLINED);
    }

    void cancelledByPeer(TransferId id, Fingerprint receiver) {
        OutgoingTransfer outgoing = of(id, receiver);
        if (outgoing != null) fail(outgoing, FailureReason.CANCELLED_BY_RECEIVER);
    }

    void failedAtPeer(FileMessage.Failed message, Fingerprint receiver) {
        OutgoingTransfer outgoing = of(message.transfer(), receiver);
        if (outgoing == null) return;
        if (!message.resumable()) {
            fail(outgoing, message.reason());
            return;
        }
        boolean news = outgoing.stored.reason() != message.reason();
        stop(outgoing);
        become(outgoing, outgoing.phase().stopped(message.reason()));
        if (news) events.failed(outgoing.view(), message.reason(), true);
        grant();
    }

    void receivedByPeer(FileMessage.Received message, Fingerprint receiver) {
        OutgoingTransfer outgoing = of(message.transfer(), receiver);
        if (outgoing != null && outgoing.upload != null) outgoing.upload.received(message.bytes());
    }

    void pausedByPeer(TransferId id, Fingerprint receiver) {
        OutgoingTransfer outgoing = of(id, receiver);
        if (outgoing == null) return;
        interrupt(outgoing);
        if (outgoing.peerPause.become(true)) events.paused(outgoing.view(), Side.THERE);
        grant();
    }

    void resumedByPeer(TransferId id, Fingerprint receiver) {
        OutgoingTransfer outgoing = of(id, receiver);
        if (outgoing == null) return;
        if (outgoing.peerPause.become(false)) events.resumed(outgoing.view(), Side.THERE);
        if (outgoing.phase() instanceof TransferPhase.Stopped stopped) become(outgoing, stopped.resumed());
    }

    void doneAtPeer(FileMessage.Done message, Fingerprint receiver) {
        OutgoingTransfer outgoing = of(message.transfer(), receiver);
        if (outgoing == null) return;
        OwnPages hashes = pages.of(outgoing.offer);
        stop(outgoing);
        FailedFiles failures = offers.failures(outgoing.offer, message.lost());
        var old = outgoing.stored;
        if (!failures.none()) store.saveFailures(old.id(), failures);
        note(outgoing, old.withPhase(old.phase().finished()).withBytes(outgoing.total(failures)));
        outgoing.failures = failures;
        open.remove(old.id());
        byte[] root = outgoing.failures.none() ? hashes.root() : null;
        events.transferred(outgoing.view(), outgoing.run(), offers.paths(old.offer()),
                new Hashes(root, outgoing.failures.none() ? hashes.onlyHash() : null), outgoing.failures);
        offers.tellIdentity(outgoing.offer, root);
        grant();
    }

    /// A source file is not what was offered: each receiver of the offer is told, and the other files go on.
    void lost(Upload upload, long file, FailureReason reason) {
        for (OutgoingTransfer outgoing : open.values()) {
            if (outgoing.upload == null || !outgoing.offer.id().equals(upload.pages().offer().id())) continue;
            outgoing.untold.add((int) file, reason);
            tellLost(outgoing);
        }
    }

    /// Tells what is lost, as far as its receiver reads; [#tick] tells the rest.
    private void tellLost(OutgoingTransfer outgoing) {
        Fingerprint receiver = outgoing.stored.peer();
        while (!outgoing.untold.isEmpty() && peers.keepsUp(receiver)) {
            peers.send(receiver, outgoing.untold.next(outgoing.stored.id()));
        }
    }

    @Override
    public void cancel(TransferId id) throws NoSuchTransferException {
        OutgoingTransfer outgoing = command(id);
        fail(outgoing, FailureReason.CANCELLED);
        peers.send(outgoing.stored.peer(), new FileMessage.Cancel(id));
    }

    /// Ends an own offer and all its transfers; the conversation is told by the caller. Returns where it stood.
    ConversationId withdraw(EntryId id) throws NoSuchTransferException {
        StoredOffer offer = offers.withdraw(id);
        pages.forget(id);
        for (OutgoingTransfer outgoing : List.copyOf(open.values())) {
            if (!outgoing.offer.id().equals(id)) continue;
            fail(outgoing, FailureReason.CANCELLED);
            peers.send(outgoing.stored.peer(), new FileMessage.Cancel(outgoing.stored.id()));
        }
        return offer.conversation();
    }

    @Override
    public void pause(TransferId id) throws NoSuchTransferException {
        OutgoingTransfer outgoing = command(id);
        stop(outgoing);
        boolean news = !outgoing.stored.isPausedByUs();
        become(outgoing, outgoing.phase().paused());
        peers.send(outgoing.stored.peer(), new FileMessage.Pause(id));
        if (news) events.paused(outgoing.view(), Side.HERE);
        grant();
    }

    @Override
    public void resume(TransferId id) throws NoSuchTransferException {
        OutgoingTransfer outgoing = command(id);
        if (outgoing.stored.state() != TransferState.PAUSED) return;
        become(outgoing, outgoing.phase().resumed());
        peers.send(outgoing.stored.peer(), new FileMessage.Resume(id));
        events.resumed(outgoing.view(), Side.HERE);
    }

    private OutgoingTransfer command(TransferId id) throws NoSuchTransferException {
        OutgoingTransfer outgoing = open.get(id);
        if (outgoing == null) throw new NoSuchTransferException("There is no open transfer " + id + ".");
        return outgoing;
    }

    private @Nullable OutgoingTransfer of(TransferId id, Fingerprint receiver) {
        OutgoingTransfer outgoing = open.get(id);
        return outgoing != null && outgoing.stored.peer().equals(receiver) ? outgoing : null;
    }

    /// Asks a peer that is back how its transfers stand: an answer of its last meeting may have been lost with that.
    void opened(Session session) {
        for (OutgoingTransfer outgoing : open.values()) {
            if (!outgoing.stored.peer().equals(session.peer())) continue;
            TransferId id = outgoing.stored.id();
            peers.send(session.peer(),
                    outgoing.stored.isPausedByUs() ? new FileMessage.Pause(id) : new FileMessage.Resume(id));
        }
    }

    void closed(Session session) {
        for (OutgoingTransfer outgoing : open.values()) {
            if (!outgoing.stored.peer().equals(session.peer())) continue;
            outgoing.peerPause.become(false);
            interrupt(outgoing);
        }
        grant();
    }

    /// Ends its upload; it waits for its receiver to accept again.
    private void interrupt(OutgoingTransfer outgoing) {
        stop(outgoing);
        if (outgoing.stored.state() == TransferState.RUNNING) become(outgoing, outgoing.phase().interrupted());
    }

    private void stop(OutgoingTransfer outgoing) {
        Upload upload = outgoing.upload;
        if (upload != null) slots.remove(upload);
        outgoing.stop(events.uptime());
    }

    private void fail(OutgoingTransfer outgoing, FailureReason reason) {
        stop(outgoing);
        become(outgoing, outgoing.phase().failed(reason));
        open.remove(outgoing.stored.id());
        events.failed(outgoing.view(), reason, false);
        grant();
    }

    private void become(OutgoingTransfer outgoing, TransferPhase phase) {
        note(outgoing, outgoing.stored.withPhase(phase));
    }

    /// What cannot be noted has not happened.
    private void note(OutgoingTransfer outgoing, StoredTransfer next) {
        store.saveTransfer(next);
        outgoing.stored = next;
    }

    /// As [OwnOffers#date]; and none was written later than now.
    void date(Instant now) {
        Map<EntryId, Instant> dates = offers.date();
        for (OutgoingTransfer outgoing : open.values()) {
            StoredOffer offer = outgoing.offer;
            Instant right = dates.getOrDefault(offer.id(), offer.written());
            outgoing.offer = offer.dated(right.isAfter(now) ? now : right);
        }
    }

    void tick(Duration now) {
        for (OutgoingTransfer outgoing : List.copyOf(open.values())) {
            Upload upload = outgoing.upload;
            if (upload == null && term.isOver(outgoing.offer.written())) fail(outgoing, FailureReason.LOST);
            if (upload == null) continue;
            tellLost(outgoing);
            long rate = outgoing.pace.claim(now, upload.receivedBytes());
            if (rate >= 0) events.progress(outgoing.view(), rate);
        }
        recallSlow(now);
    }

    /// Whether something is being sent that has progress to report.
    boolean isBusy() {
        return open.values().stream().anyMatch(outgoing -> outgoing.upload != null);
    }

    List<TransferView> views() {
        return open.values().stream().map(OutgoingTransfer::view).toList();
    }

    /// Notes how far each came: the next start counts on from there.
    void close() {
        for (OutgoingTransfer outgoing : open.values()) {
            if (outgoing.upload == null) continue;
            stop(outgoing);
            try {
                store.saveTransfer(outgoing.stored);
            } catch (TransferStoreException e) {
                LOG.log(DEBUG, "How far a transfer came is not noted; its card begins at the last note", e);
            }
        }
    }
}
