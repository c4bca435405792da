package io.landline.filetransfer.incoming;

import io.landline.cost.AskPace;
import io.landline.filetransfer.Choice;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.NoSuchTransferException;
import io.landline.filetransfer.PathText;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferListener.Side;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferSettings;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredHidden;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.download.Download;
import io.landline.filetransfer.frame.ConnectedPeers;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.filetransfer.partial.OrphanedPartials;
import io.landline.filetransfer.running.OfferExpiry;
import io.landline.filetransfer.running.TransferCommands;
import io.landline.filetransfer.running.TransferEvents;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.session.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The transfers to us that are open: what people and peers say of them. [ArrivedOffers] takes new offers,
/// [DownloadScheduler] has the transfers that move, [IncomingOutcomes] says what became of them. Confined to the files'
/// queue, but [#downloads].
public final class IncomingTransfers implements TransferCommands {
    private final TransferSettings settings;
    private final TransferStore store;
    private final ConnectedPeers peers;
    private final TransferEvents events;
    private final IncomingOutcomes outcomes;
    private final DownloadScheduler scheduler;
    private final ArrivedOffers arrived;
    private final ManifestPreviews previews;
    private final OfferExpiry expiry;
    private final AcceptedFolders folders;
    private final IncomingTable table;

    public IncomingTransfers(TransferSettings settings, IncomingContext context, OfferExpiry expiry) {
        this.settings = settings;
        this.expiry = expiry;
        store = context.store();
        peers = context.peers();
        events = context.events();
        folders = new AcceptedFolders(settings, store);
        table = new IncomingTable(settings.standings(), context.queue()::uptime);
        AskPace pagesPace = AskPace.ofManifestPages();
        previews = new ManifestPreviews(store, peers, context.queue()::uptime, pagesPace);
        outcomes = new IncomingOutcomes(table, context);
        scheduler = new DownloadScheduler(context, table, outcomes, pagesPace,
                new DownloadSlots(settings.standings()));
        arrived = new ArrivedOffers(settings, context, expiry, folders, table, scheduler);
    }

    /// Takes up what an earlier run left; what ran goes on when its peer is there.
    public void load(StoredTransfer stored, StoredOffer offer) {
        var incoming = new IncomingTransfer(offer, stored);
        incoming.load(store);
        table.put(incoming);
        if (stored.state() != TransferState.RUNNING) return;
        incoming.moved(store.keptBytes(stored.id(), offer.body().chunkBytes())); // it was killed, and noted nothing
        outcomes.become(incoming, stored.phase().interrupted());
    }

    /// Partial files of earlier runs that no transfer owns any more.
    public OrphanedPartials orphans() {
        return scheduler.orphans();
    }

    /// Downloads that run, by transfer. Any thread.
    public Map<TransferId, Download> downloads() {
        return scheduler.downloads();
    }

    /// Takes offers of others as they come.
    public ArrivedOffers arrived() {
        return arrived;
    }

    public boolean isOpen(TransferId id) {
        return table.get(id) != null;
    }

    /// The offer of an open transfer; null where it is not open.
    @Nullable
    public StoredOffer offer(TransferId id) {
        IncomingTransfer incoming = table.get(id);
        return incoming == null ? null : incoming.offer;
    }

    /// Fetches what an offer holds, for a person who has not decided; true once it can be listed.
    public CompletableFuture<Boolean> look(TransferId id) throws NoSuchTransferException {
        return previews.look(command(id));
    }

    /// Null for the downloads folder, by a person; else the folder of somebody who decided for that person.
    public void accept(TransferId id, Choice choice, @Nullable Path folder) throws NoSuchTransferException {
        IncomingTransfer incoming = command(id);
        if (incoming.stored.state() != TransferState.OFFERED) return;
        StoredTransfer accepted = folder == null
                ? folders.accepted(incoming.stored, true)
                : incoming.stored.accepted(PathText.stored(folder.toAbsolutePath()), settings.clock().instant(), false);
        if (choice.isAll() && store.choice(id).isEmpty()) {
            store.saveTransfer(accepted); // first: what cannot be noted has not happened
        } else {
            store.saveChoice(accepted, choice.patterns());
        }
        incoming.choice = choice;
        incoming.stored = accepted;
        previews.end(incoming.offer.id()); // not before it is noted: who waits for that reads how it stands
        table.accepted(incoming);
        scheduler.consider(incoming);
    }

    /// What has to be over before [#retry]: a download that was cancelled a moment ago.
    public CompletableFuture<Void> ending(TransferId id) {
        return isOpen(id) ? CompletableFuture.completedFuture(null) : scheduler.end(id);
    }

    /// Takes an offer after all of which the transfer failed, or that was declined or cancelled here; all of it but the
    /// whole files that stand here, unless one was lost at its sender. Of one that is done in part it takes the rest,
    /// beside what is here: that is nothing of the transfer any more.
    public void retry(TransferId id) throws NoSuchTransferException {
        StoredTransfer over = store.transfer(id);
        StoredOffer offer = over == null ? null : store.offer(over.offer());
        if (over == null || offer == null || over.direction() != Direction.IN
                || !isTakenAgain(over) || scheduler.downloads().containsKey(id)) {
            throw new NoSuchTransferException("There is no failed transfer " + id + " to this computer.");
        }
        if (offer.withdrawn() || over.reason() == FailureReason.CANCELLED || expiry.isOver(offer.written())) {
            throw new NoSuchTransferException("That offer does not stand any more: its sender must offer it again.");
        }
        StoredTransfer accepted = folders.accepted(over.withPhase(over.phase().retried()).withBytes(0), true);
        StoredHidden left = store.hidden(id); // its files get their places anew
        if (left != null) store.saveHidden(id, new StoredHidden(left.name(), StoredHidden.Stage.MADE));
        if (over.state() == TransferState.DONE) {
            store.saveChoice(accepted, Choice.of(store.choice(id)).rest().patterns()); // forgets the files here
        } else {
            // first: what is open must not count what was removed as here
            store.beginAnew(id, StandingFiles.of(store, over, accepted));
            accepted = accepted.withBytes(store.keptBytes(id, offer.body().chunkBytes()));
            store.saveTransfer(accepted);
        }
        var again = new IncomingTransfer(offer, accepted);
        again.load(store);
        table.put(again);
        events.resumed(again.view(), Side.HERE);
        scheduler.consider(again);
    }

    private boolean isTakenAgain(StoredTransfer over) {
        if (over.state() != TransferState.DONE) return over.phase() instanceof TransferPhase.Failed;
        Choice first = Choice.of(store.choice(over.id()));
        return !first.isAll() && !first.isRest() && store.failures(over.id()).none();
    }

    public void decline(TransferId id) throws NoSuchTransferException {
        IncomingTransfer incoming = command(id);
        if (!incoming.release()) throw new NoSuchTransferException("That transfer is complete.");
        fail(incoming, FailureReason.DECLINED);
        peers.send(incoming.stored.peer(), new FileMessage.Decline(incoming.offer.id()));
    }

    @Override
    public void cancel(TransferId id) throws NoSuchTransferException {
        IncomingTransfer incoming = command(id);
        if (!incoming.release()) throw new NoSuchTransferException("That transfer is complete.");
        fail(incoming, FailureReason.CANCELLED_BY_RECEIVER);
        peers.send(incoming.stored.peer(), new FileMessage.Cancel(id));
    }

    @Override
    public void pause(TransferId id) throws NoSuchTransferException {
        IncomingTransfer incoming = command(id);
        if (incoming.stored.state() == TransferState.OFFERED) {
            throw new NoSuchTransferException("That transfer is not accepted yet.");
        }
        boolean news = !incoming.stored.isPausedByUs();
        outcomes.become(incoming, incoming.stored.phase().paused());
        incoming.release();
        peers.send(incoming.stored.peer(), new FileMessage.Pause(id));
        if (news) events.paused(incoming.view(), Side.HERE);
    }

    @Override
    public void resume(TransferId id) throws NoSuchTransferException {
        IncomingTransfer incoming = command(id);
        if (incoming.stored.state() != TransferState.PAUSED) return;
        StoredTransfer resumed = folders.placed(incoming).withPhase(incoming.stored.phase().resumed());
        store.saveTransfer(resumed); // first: what cannot be noted has not happened
        incoming.stored = resumed;
        peers.send(incoming.stored.peer(), new FileMessage.Resume(id));
        events.resumed(incoming.view(), Side.HERE);
        scheduler.schedule();
    }

    private void fail(IncomingTransfer incoming, FailureReason reason) {
        scheduler.fail(incoming, reason);
        previews.end(incoming.offer.id()); // last: who waits for that reads how it stands
    }

    private IncomingTransfer command(TransferId id) throws NoSuchTransferException {
        IncomingTransfer incoming = table.get(id);
        if (incoming == null) throw new NoSuchTransferException("There is no open transfer " + id + ".");
        return incoming;
    }

    /// The author took it back, or said so of this one transfer.
    public void withdrawn(TransferId id, Fingerprint author) {
        IncomingTransfer incoming = table.get(id);
        if (incoming != null && incoming.stored.peer().equals(author)) endedByAuthor(incoming, FailureReason.CANCELLED);
    }

    private void endedByAuthor(IncomingTransfer incoming, FailureReason reason) {
        if (!incoming.release()) return;
        incoming.isEndedByAuthor = true;
        try {
            fail(incoming, reason);
        } finally {
            incoming.isEndedByAuthor = false; // where that could not be stored it goes on, and may end otherwise
        }
    }

    /// It ended at its author, or the author holds it up, as by a pause. What happens on this computer's disk is known
    /// here, and no author tells it.
    public void failedAtPeer(FileMessage.Failed message, Fingerprint author) {
        IncomingTransfer incoming = table.get(message.transfer());
        if (incoming == null || !incoming.stored.peer().equals(author)) return;
        if (message.resumable()) {
            pausedByPeer(message.transfer(), author);
            return;
        }
        FailureReason reason = message.reason();
        endedByAuthor(incoming, reason.isOfTheReceiver() ? FailureReason.LOST : reason);
    }

    /// Some files are not what was offered any more; the others go on.
    public void lostAtAuthor(FileMessage.LostFiles message, Fingerprint author) {
        IncomingTransfer incoming = table.get(message.transfer());
        if (incoming == null || !incoming.stored.peer().equals(author)) return;
        incoming.lost.add(message.files(), message.reason());
        Download download = incoming.download;
        if (download != null) download.lostNews();
    }

    public void pausedByPeer(TransferId id, Fingerprint author) {
        IncomingTransfer incoming = table.get(id);
        if (incoming == null || !incoming.stored.peer().equals(author)) return;
        incoming.release();
        if (incoming.peerPause.become(true)) events.paused(incoming.view(), Side.THERE);
    }

    /// The sender says that it goes on, or asks how we stand: the answer says what became of it, or an accept will.
    public void resumedByPeer(TransferId id, Fingerprint author) {
        IncomingTransfer incoming = table.get(id);
        if (incoming != null && incoming.stored.peer().equals(author)) {
            if (incoming.peerPause.become(false)) events.resumed(incoming.view(), Side.THERE);
            if (incoming.stored.state() == TransferState.PAUSED) {
                FailureReason reason = incoming.stored.reason();
                if (reason == null) {
                    peers.send(author, new FileMessage.Pause(id));
                } else {
                    outcomes.tellStopped(incoming, reason);
                }
            }
            scheduler.schedule();
            return;
        }
        outcomes.tellAgain(id, author);
    }

    /// A page of a manifest that we asked for; any other is ignored.
    public void page(FileMessage.Manifest page, Fingerprint author) {
        if (!previews.page(page, author)) scheduler.page(page, TransferId.of(page.offer(), settings.self()), author);
    }

    public void opened(Session session) {
        for (IncomingTransfer incoming : table.all()) {
            boolean ofAuthor = incoming.stored.peer().equals(session.peer());
            Download download = incoming.download;
            if (download == null || !download.isSwarm()) {
                incoming.retryAt = Duration.ZERO; // this may be the one it waited for
                if (ofAuthor && download == null) incoming.release(); // its list was asked of another: begin anew
            } else if (ofAuthor) {
                peers.send(session.peer(), incoming.accept());
            }
        }
        scheduler.schedule();
    }

    public void closed(Session session) {
        previews.closed(session.peer());
        for (IncomingTransfer incoming : table.all()) {
            if (!incoming.stored.peer().equals(session.peer())) continue;
            incoming.peerPause.become(false); // it says so again when it is back
            incoming.retryAt = Duration.ZERO;
            Download download = incoming.download;
            if (download == null || !download.isSwarm()) incoming.release();
        }
        scheduler.schedule();
    }

    /// Somebody was blocked: what others of the room gave of theirs stops too, and waits.
    public void blockedChanged() {
        for (IncomingTransfer incoming : table.all()) {
            if (settings.verdicts().isBlocked(incoming.stored.peer())) incoming.release();
        }
        scheduler.schedule();
    }

    /// No offer was written later than now.
    public void date(Instant now) {
        for (IncomingTransfer incoming : table.all()) {
            if (incoming.offer.written().isAfter(now)) incoming.offer = incoming.offer.dated(now);
        }
    }

    public void tick(Duration now) {
        arrived.tick();
        previews.tick(now);
        for (IncomingTransfer incoming : List.copyOf(table.all())) {
            scheduler.tick(incoming, now);
            if (!incoming.holdsSlot() && expiry.isOver(incoming.offer.written())) {
                scheduler.fail(incoming, FailureReason.LOST);
            }
        }
        scheduler.schedule();
    }

    public boolean isBusy() {
        return scheduler.isBusy() || previews.isBusy();
    }

    public List<TransferView> views() {
        return table.all().stream().map(IncomingTransfer::view).toList();
    }

    /// Stops all downloads; what is returned completes when none touches a file any more.
    public CompletableFuture<Void> close() {
        previews.close();
        return scheduler.close();
    }
}
