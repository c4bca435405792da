package io.landline.filetransfer.core;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import io.landline.filetransfer.Choice;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.LeftOut;
import io.landline.filetransfer.NoSuchTransferException;
import io.landline.filetransfer.OfferListing;
import io.landline.filetransfer.OfferPublisher;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferListener;
import io.landline.filetransfer.TransferSettings;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.TrustedWallClock;
import io.landline.filetransfer.frame.ConnectedPeers;
import io.landline.filetransfer.incoming.IncomingContext;
import io.landline.filetransfer.incoming.IncomingTransfers;
import io.landline.filetransfer.manifest.ListingReader;
import io.landline.filetransfer.outgoing.OfferPages;
import io.landline.filetransfer.outgoing.OutgoingTransfers;
import io.landline.filetransfer.outgoing.OwnOffers;
import io.landline.filetransfer.outgoing.UploadSlots;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.filetransfer.partial.DownloadFolder;
import io.landline.filetransfer.running.OfferExpiry;
import io.landline.filetransfer.running.TransferCommands;
import io.landline.filetransfer.running.TransferEvents;
import io.landline.filetransfer.swarm.SwarmSettings;
import io.landline.filetransfer.swarm.Swarms;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.queue.SerialQueue;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.session.SessionListener;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/// The door of file transfer: offers go out, offers come in, files move. Any thread may call; what happens is told to
/// one [TransferListener]. State changes on one [SerialQueue], the files' queue. It waits for the store, and never for
/// a peer or another queue. Bytes move on threads of their own, which touch only what is shared for that.
///
/// A transfer outlives its session and the program: it waits, and goes on with the next session of that peer from the
/// last chunk that is verified and on the disk.
public final class Transfers implements Closeable {
    /// How long closing waits for files to be brought to the disk: the whole program has five seconds.
    private static final Duration CLOSING = Duration.ofSeconds(3);
    /// Frames, commands and reports that wait their turn; most are a hundred bytes, and a session's bytes are bounded
    /// elsewhere.
    private static final int STEPS_MAX = 256;
    /// How often time is looked at while something runs. A choice: three looks between two words on progress.
    private static final Duration TICK = Duration.ofMillis(100);
    /// With nothing under way: an offer's seven days end by the wall clock, which may be set.
    private static final Duration TICK_LATEST = Duration.ofMinutes(1);
    private static final System.Logger LOG = System.getLogger(Transfers.class.getName());

    private final TransferSettings settings;
    private final TransferStore store;
    private final OfferProposals proposals;
    private final OfferUpdates updates;
    private final OfferDates dates;
    private final ConnectedPeers peers = new ConnectedPeers();
    private final SerialQueue queue;
    private final IncomingTransfers incoming;
    private final OutgoingTransfers outgoing;
    private final Swarms swarms;
    private final FileConnections connections;
    private final ExecutorService housekeeping;

    /// Takes up the transfers that an earlier run left open, and removes partial files that belong to none of them.
    ///
    /// @param space the room that its downloads share; others may ask it what a stopped one lacks
    public Transfers(TransferSettings settings, TransferStore store, OfferPublisher publisher,
            TransferListener listener,
            DiskSpace space) {
        this(settings, store, publisher, listener, space,
                new OfferExpiry(settings.clock(), TrustedWallClock.SETTLED));
    }

    Transfers(TransferSettings settings, TransferStore store, OfferPublisher publisher, TransferListener listener,
            DiskSpace space, OfferExpiry expiry) {
        this.settings = settings;
        this.store = store;
        housekeeping = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("files-housekeeping").daemon().factory());
        queue = new SerialQueue(new SerialQueue.Settings("files-queue", STEPS_MAX, Long.MAX_VALUE, TICK), this::tick)
                .onFailure(e -> LOG.log(ERROR, "something about a transfer could not be done", e));
        var events = new TransferEvents(queue, listener);
        var slots = new UploadSlots(settings.standings());
        swarms = new Swarms(
                new SwarmSettings(settings.self(), settings.verdicts()::isBlocked, expiry::isOver, settings.limits(),
                        settings.standings(), settings.link()),
                store, publisher,
                peers, queue, slots.uploads(), listener);
        incoming = new IncomingTransfers(settings,
                new IncomingContext(store, peers, queue, events, housekeeping, space, swarms), expiry);
        var offers = new OwnOffers(settings, store, publisher, peers, queue, expiry);
        outgoing = new OutgoingTransfers(settings, store, offers, peers, events, expiry, slots);
        swarms.onLost(outgoing.uploads()::lost);
        connections = new FileConnections(settings, queue, peers, incoming, outgoing, swarms);
        proposals = new OfferProposals(settings, store, publisher, queue, outgoing);
        updates = new OfferUpdates(settings.self(), store, incoming, swarms);
        dates = new OfferDates(settings, store, expiry, incoming, outgoing);
        try {
            DownloadFolder.open(settings.downloads().get());
        } catch (IOException e) {
            LOG.log(WARNING, "The downloads folder cannot be used now; accepted transfers will say so", e);
        }
        store.dropDrafts();
        store.openTransfers().forEach(this::load);
        incoming.orphans().sweep();
        queue.start();
    }

    private void load(StoredTransfer open) {
        StoredOffer offer = store.offer(open.offer());
        if (offer == null) return; // cannot be: an offer is kept before its transfers, and forgotten after them
        if (open.direction() == Direction.IN) {
            incoming.load(open, offer);
        } else {
            outgoing.load(open, offer);
        }
    }

    /// What was read of the files of an own offer so far; see [OfferPages#readBytes].
    long readBytes(EntryId offer) {
        return outgoing.readBytes(offer);
    }

    /// What is to be told of sessions and of what comes over them.
    public SessionListener connections() {
        return connections;
    }

    /// An own offer, and what of its folders it lacks.
    public record Offered(EntryId id, LeftOut leftOut) {}

    /// Proposes files and folders to a conversation, and returns when the offer is committed. The message of an
    /// exception is for a person.
    public Offered offer(ConversationId conversation, FilesToSend what) throws IOException {
        return offer(conversation, what, UnaryOperator.identity());
    }

    /// The same, and the entry may say more than the offer.
    ///
    /// @param entry makes the entry's body of the offer's
    public Offered offer(ConversationId conversation, FilesToSend what, UnaryOperator<byte[]> entry)
            throws IOException {
        return proposals.offer(conversation, what, entry);
    }

    /// As [#offer(ConversationId, FilesToSend)], and nothing is excluded.
    public EntryId offer(ConversationId conversation, List<Path> files) throws IOException {
        return offer(conversation, FilesToSend.of(files)).id();
    }

    /// Somebody's OFFER entry; any number of times for one offer, also after restarts. Our own, expired and unreadable
    /// ones are ignored.
    ///
    /// @param written when its days begin: by the author's clock, or now where it was just written
    /// @param keyedRoom false where conversation and author are known from an open room only: such an offer is always
    ///        asked first
    public void offerArrived(EntryId offer, ConversationId conversation, Fingerprint author, byte[] body,
            Instant written, boolean keyedRoom) {
        queue.post(() -> incoming.arrived().take(offer, conversation, author, body, written, keyedRoom));
    }

    /// The author no longer proposes it.
    public void offerWithdrawn(EntryId offer, Fingerprint author) {
        queue.post(() -> updates.withdrawn(offer, author));
    }

    /// What the author said is its files' identity, for those that serve the files on later. The first word of it
    /// holds.
    public void identityArrived(EntryId offer, Fingerprint author, byte[] sha256) {
        if (sha256.length == Sha256.BYTES) queue.post(() -> updates.identityArrived(offer, author, sha256));
    }

    /// Somebody was blocked: their offers leave the swarms, and what is under way of them waits.
    public void blockedChanged() {
        queue.post(() -> {
            incoming.blockedChanged();
            swarms.blockedChanged();
        });
    }

    /// Accepts an offer by hand; nothing where it was accepted already.
    public void accept(TransferId transfer) throws NoSuchTransferException {
        accept(transfer, Choice.ALL);
    }

    /// As [#accept(TransferId)], and of what is offered only this.
    public void accept(TransferId transfer, Choice choice) throws NoSuchTransferException {
        command(() -> incoming.accept(transfer, choice, null));
    }

    /// Accepts an offer in the place of a person, into a folder that is there; nothing where it was accepted already.
    public void acceptInto(TransferId transfer, Choice choice, Path folder) throws NoSuchTransferException {
        command(() -> incoming.accept(transfer, choice, folder));
    }

    /// Fetches the list of what an offer to us holds, accepted or not; true once [#listing] has it, false where its
    /// author is away or does not answer.
    public CompletableFuture<Boolean> look(TransferId transfer) throws NoSuchTransferException {
        return queue.<CompletableFuture<Boolean>, NoSuchTransferException>call(() -> incoming.look(transfer));
    }

    /// What stands in a folder of an offer, as far as [#look] brought it. Any thread; waits for the disk.
    ///
    /// @param folder safe names from the top of the offer
    public OfferListing listing(EntryId offer, List<String> folder) throws IOException {
        try {
            return ListingReader.read(page -> store.manifestPage(offer, page), folder);
        } catch (MalformedFrameException e) {
            throw new IOException("The list of this offer cannot be read.", e);
        }
    }

    public void decline(TransferId transfer) throws NoSuchTransferException {
        command(() -> incoming.decline(transfer));
    }

    /// Stops a transfer from either side; what is verified stays.
    public void pause(TransferId transfer) throws NoSuchTransferException {
        command(() -> side(transfer).pause(transfer));
    }

    /// Goes on with what was paused on this side, by hand or by a full disk.
    public void resume(TransferId transfer) throws NoSuchTransferException {
        command(() -> side(transfer).resume(transfer));
    }

    /// Takes an offer after all, of which the transfer to us failed or was declined, as long as it stands. Of one that
    /// is done in part it takes the rest.
    public void retry(TransferId transfer) throws NoSuchTransferException {
        EndingDownload.await(queue.call(() -> incoming.ending(transfer)));
        command(() -> incoming.retry(transfer));
    }

    /// Ends a transfer from either side; what was received of it goes.
    public void cancel(TransferId transfer) throws NoSuchTransferException {
        command(() -> side(transfer).cancel(transfer));
    }

    private TransferCommands side(TransferId transfer) {
        return incoming.isOpen(transfer) ? incoming : outgoing;
    }

    /// Withdraws an own offer: every transfer of it that is open ends. Of somebody else's, ends the transfer to us.
    public void cancel(EntryId offer) throws NoSuchTransferException {
        ConversationId withdrawn = queue.call(() -> {
            TransferId toUs = TransferId.of(offer, settings.self());
            swarms.end(offer);
            if (!incoming.isOpen(toUs)) return outgoing.withdraw(offer);
            incoming.cancel(toUs);
            return null;
        });
        if (withdrawn != null) proposals.withdrawn(withdrawn, offer);
    }

    /// All transfers that are not over, incoming first.
    public List<TransferView> open() {
        return queue.call(() -> {
            var all = new ArrayList<>(incoming.views());
            all.addAll(outgoing.views());
            return List.copyOf(all);
        });
    }

    /// Whether an offer that arrives now would be taken without going over the bound of the files' queue.
    public boolean hasSpace() {
        return queue.hasSpace();
    }

    private interface Order {
        void run() throws NoSuchTransferException;
    }

    private void command(Order order) throws NoSuchTransferException {
        queue.<Boolean, NoSuchTransferException>call(() -> {
            order.run();
            return true;
        });
    }

    private Duration tick(Duration uptime) {
        boolean unsent = peers.tick();
        dates.tick(uptime);
        incoming.tick(uptime);
        swarms.tick(uptime);
        outgoing.tick(uptime);
        boolean busy = connections.tick(uptime) || unsent || swarms.isBusy() || incoming.isBusy()
                || outgoing.uploads().isBusy();
        return uptime.plus(busy ? TICK : TICK_LATEST);
    }

    /// Stops what runs, brings what is verified to the disk, and ends. Transfers stay open and go on at the next start.
    /// A disk that does not answer is left alone in the end: the next start goes on from the last note.
    @Override
    public void close() {
        new TransfersEnd(queue, housekeeping).within(CLOSING, () -> {
            outgoing.uploads().close();
            swarms.close();
            return incoming.close();
        });
        connections.close();
    }
}
