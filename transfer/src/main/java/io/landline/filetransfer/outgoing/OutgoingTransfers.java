package io.landline.filetransfer.outgoing;

import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.NoSuchTransferException;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferListener.Hashes;
import io.landline.filetransfer.TransferListener.Side;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferSettings;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.Acceptance;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.frame.ConnectedPeers;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.filetransfer.running.OfferExpiry;
import io.landline.filetransfer.running.TransferCommands;
import io.landline.filetransfer.running.TransferEvents;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The transfers of our offers, one to each receiver: what people and peers say of them. [OwnOffers] has the offers,
/// [UploadScheduler] those that are sent. Confined to the files' queue, but [#readBytes].
public final class OutgoingTransfers implements TransferCommands {
    private final TransferSettings settings;
    private final TransferStore store;
    private final OwnOffers offers;
    private final ConnectedPeers peers;
    private final TransferEvents events;
    private final OfferExpiry expiry;
    private final OutgoingTable table = new OutgoingTable();
    private final UploadScheduler uploads;
    private final OfferPages pages;

    public OutgoingTransfers(TransferSettings settings, TransferStore store, OwnOffers offers, ConnectedPeers peers,
            TransferEvents events, OfferExpiry expiry, UploadSlots slots) {
        this.settings = settings;
        this.store = store;
        this.offers = offers;
        this.peers = peers;
        this.events = events;
        this.expiry = expiry;
        uploads = new UploadScheduler(table, store, peers, events, slots);
        pages = new OfferPages(settings.identity(), store, slots);
    }

    public void load(StoredTransfer stored, StoredOffer offer) {
        var outgoing = new OutgoingTransfer(offer, stored);
        table.put(outgoing);
        if (stored.state() == TransferState.RUNNING) outgoing.become(stored.phase().interrupted(), store);
    }

    /// Those that are sent.
    public UploadScheduler uploads() {
        return uploads;
    }

    /// An offer of ours was committed; nobody else has heard of it yet.
    public void offered(EntryId id, ConversationId conversation, NewOffer newOffer) {
        StoredOffer offer = offers.keep(id, conversation, newOffer);
        for (Fingerprint receiver : offers.receivers(conversation)) create(offer, receiver);
    }

    private OutgoingTransfer create(StoredOffer offer, Fingerprint receiver) {
        TransferId id = TransferId.of(offer.id(), receiver);
        var outgoing = new OutgoingTransfer(offer, new StoredTransfer(id, offer.id(), Direction.OUT, receiver,
                new TransferPhase.Undecided(), Acceptance.NOT_YET, 0));
        store.saveTransfer(outgoing.stored);
        table.put(outgoing);
        events.offered(outgoing.view(), offer.body().names(), offer.body().folders());
        return outgoing;
    }

    public void manifestAsked(FileMessage.ManifestRequest request, Session session) {
        StoredOffer offer = standing(request.offer(), session);
        if (offer != null) offers.manifestAsked(request, offer, session.peer());
    }

    private @Nullable StoredOffer standing(EntryId id, Session session) {
        return offers.standing(id, session, table.get(TransferId.of(id, session.peer())) != null);
    }

    /// Whether this receiver took the offer before, or ended its transfer. To take it again makes the transfer anew.
    public boolean isTakenAgain(EntryId offer, Fingerprint receiver) {
        OutgoingTransfer there = table.get(TransferId.of(offer, receiver));
        if (there == null) return store.transfer(TransferId.of(offer, receiver)) != null;
        return there.stored.acceptance().at() != null;
    }

    public void accepted(FileMessage.Accept accept, Session session) {
        EntryId id = accept.offer();
        StoredOffer offer = standing(id, session);
        if (offer == null) return;
        TransferId transfer = TransferId.of(id, session.peer());
        OutgoingTransfer outgoing = table.get(transfer);
        if (outgoing == null) outgoing = create(offer, session.peer());
        if (outgoing.stored.isPausedByUs() && !outgoing.peerPause.isOn()) {
            peers.send(session.peer(), new FileMessage.Pause(transfer));
            return;
        }
        uploads.stop(outgoing);
        var old = outgoing.stored;
        Instant first = old.acceptance().at() == null ? settings.clock().instant() : old.acceptance().at();
        outgoing.note(old.accepted("", first, false), store);
        outgoing.accepted(accept.part());
        if (outgoing.peerPause.become(false)) events.resumed(outgoing.view(), Side.THERE);
        var upload = new Upload(transfer, session, pages.of(offer), outgoing.sent);
        if (accept.received() != null) upload.received(accept.received());
        uploads.begin(outgoing, upload);
    }

    /// What was read of the files of an own offer, for all receivers together. Any thread.
    public long readBytes(EntryId offer) {
        return pages.readBytes(offer);
    }

    public void declined(EntryId id, Fingerprint receiver) {
        OutgoingTransfer outgoing = table.get(TransferId.of(id, receiver));
        if (outgoing == null) {
            StoredOffer offer = offers.declinedUnheard(id, receiver);
            if (offer == null) return;
            outgoing = create(offer, receiver);
        }
        fail(outgoing, FailureReason.DECLINED);
    }

    public void cancelledByPeer(TransferId id, Fingerprint receiver) {
        OutgoingTransfer outgoing = table.of(id, receiver);
        if (outgoing != null) fail(outgoing, FailureReason.CANCELLED_BY_RECEIVER);
    }

    public void failedAtPeer(FileMessage.Failed message, Fingerprint receiver) {
        OutgoingTransfer outgoing = table.of(message.transfer(), receiver);
        if (outgoing == null) return;
        if (!message.resumable()) {
            fail(outgoing, message.reason());
            return;
        }
        if (outgoing.stored.isPausedByUs()) return; // that stays; its receiver says so again once it may go on
        boolean news = outgoing.stored.reason() != message.reason();
        uploads.stop(outgoing);
        outgoing.become(outgoing.phase().stopped(message.reason()), store);
        outgoing.missesThere(message.missing());
        if (news) events.failed(outgoing.view(), message.reason(), true);
        uploads.schedule();
    }

    public void receivedByPeer(FileMessage.Received message, Fingerprint receiver) {
        OutgoingTransfer outgoing = table.of(message.transfer(), receiver);
        if (outgoing != null && outgoing.upload != null) outgoing.upload.received(message.bytes());
    }

    public void pausedByPeer(TransferId id, Fingerprint receiver) {
        OutgoingTransfer outgoing = table.of(id, receiver);
        if (outgoing == null) return;
        uploads.interrupt(outgoing);
        if (outgoing.peerPause.become(true)) events.paused(outgoing.view(), Side.THERE);
        uploads.schedule();
    }

    public void resumedByPeer(TransferId id, Fingerprint receiver) {
        OutgoingTransfer outgoing = table.of(id, receiver);
        if (outgoing == null) return;
        if (outgoing.peerPause.become(false)) events.resumed(outgoing.view(), Side.THERE);
        if (outgoing.phase() instanceof TransferPhase.Stopped stopped) outgoing.become(stopped.resumed(), store);
    }

    public void doneAtPeer(FileMessage.Done message, Fingerprint receiver) {
        OutgoingTransfer outgoing = table.of(message.transfer(), receiver);
        if (outgoing == null) return;
        OwnPages hashes = pages.of(outgoing.offer);
        uploads.stop(outgoing);
        FailedFiles failures = offers.failures(outgoing.offer, message.lost());
        var old = outgoing.stored;
        if (!failures.none()) store.saveFailures(old.id(), failures);
        outgoing.note(old.withPhase(old.phase().finished()).withBytes(outgoing.total(failures)), store);
        outgoing.failures = failures;
        table.over(outgoing);
        byte[] root = outgoing.failures.none() ? hashes.root() : null;
        events.transferred(outgoing.view(), outgoing.run(), offers.paths(old.offer()),
                new Hashes(root, outgoing.failures.none() ? hashes.onlyHash() : null), outgoing.failures);
        offers.tellIdentity(outgoing.offer, root);
        uploads.schedule();
    }

    @Override
    public void cancel(TransferId id) throws NoSuchTransferException {
        OutgoingTransfer outgoing = command(id);
        fail(outgoing, FailureReason.CANCELLED);
        peers.send(outgoing.stored.peer(), new FileMessage.Cancel(id));
    }

    /// Ends an own offer and all its transfers; the conversation is told by the caller. Returns where it stood.
    public ConversationId withdraw(EntryId id) throws NoSuchTransferException {
        StoredOffer offer = offers.withdraw(id);
        pages.forget(id);
        for (OutgoingTransfer outgoing : List.copyOf(table.all())) {
            if (!outgoing.offer.id().equals(id)) continue;
            fail(outgoing, FailureReason.CANCELLED);
            peers.send(outgoing.stored.peer(), new FileMessage.Cancel(outgoing.stored.id()));
        }
        return offer.conversation();
    }

    @Override
    public void pause(TransferId id) throws NoSuchTransferException {
        OutgoingTransfer outgoing = command(id);
        uploads.stop(outgoing);
        boolean news = !outgoing.stored.isPausedByUs();
        outgoing.become(outgoing.phase().paused(), store);
        peers.send(outgoing.stored.peer(), new FileMessage.Pause(id));
        if (news) events.paused(outgoing.view(), Side.HERE);
        uploads.schedule();
    }

    @Override
    public void resume(TransferId id) throws NoSuchTransferException {
        OutgoingTransfer outgoing = command(id);
        if (outgoing.stored.state() != TransferState.PAUSED) return;
        outgoing.become(outgoing.phase().resumed(), store);
        peers.send(outgoing.stored.peer(), new FileMessage.Resume(id));
        events.resumed(outgoing.view(), Side.HERE);
    }

    private OutgoingTransfer command(TransferId id) throws NoSuchTransferException {
        OutgoingTransfer outgoing = table.get(id);
        if (outgoing == null) throw new NoSuchTransferException("There is no open transfer " + id + ".");
        return outgoing;
    }

    /// Asks a peer that is back how its transfers stand: an answer of its last meeting may have been lost with that.
    public void opened(Session session) {
        for (OutgoingTransfer outgoing : table.all()) {
            if (!outgoing.stored.peer().equals(session.peer())) continue;
            TransferId id = outgoing.stored.id();
            peers.send(session.peer(),
                    outgoing.stored.isPausedByUs() ? new FileMessage.Pause(id) : new FileMessage.Resume(id));
        }
    }

    public void closed(Session session) {
        for (OutgoingTransfer outgoing : table.all()) {
            if (!outgoing.stored.peer().equals(session.peer())) continue;
            outgoing.peerPause.become(false);
            uploads.interrupt(outgoing);
        }
        uploads.schedule();
    }

    private void fail(OutgoingTransfer outgoing, FailureReason reason) {
        uploads.stop(outgoing);
        outgoing.become(outgoing.phase().failed(reason), store);
        table.over(outgoing);
        events.failed(outgoing.view(), reason, false);
        uploads.schedule();
    }

    /// As [OwnOffers#date]; and none was written later than now.
    public void date(Instant now) {
        Map<EntryId, Instant> dates = offers.date();
        for (OutgoingTransfer outgoing : table.all()) {
            StoredOffer offer = outgoing.offer;
            Instant right = dates.getOrDefault(offer.id(), offer.written());
            outgoing.offer = offer.dated(right.isAfter(now) ? now : right);
        }
    }

    public void tick(Duration now) {
        for (OutgoingTransfer outgoing : List.copyOf(table.all())) {
            if (outgoing.upload != null) {
                uploads.tick(outgoing, now);
            } else if (expiry.isOver(outgoing.offer.written())) {
                fail(outgoing, FailureReason.LOST);
            }
        }
        uploads.recallSlow(now);
    }

    public List<TransferView> views() {
        return table.all().stream().map(OutgoingTransfer::view).toList();
    }
}
