package io.landline.filetransfer;

import static java.lang.System.Logger.Level.WARNING;

import io.landline.filetransfer.TransferListener.Side;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferView.Direction;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.queue.SerialQueue;
import io.landline.session.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/// The transfers to us that are open. Confined to the desk, but [#downloads].
final class IncomingTransfers {
    /// design.md §10: so many run, the rest waits in sight.
    static final int RUNNING_MAX = 8;
    /// Offers of one author that the user has not decided on. More are not listed until some are: a flood shows as one line.
    static final int UNDECIDED_MAX = 256;
    /// A peer that does not send a page of its manifest for so long gives its place to the next.
    private static final Duration PAGE_PATIENCE = Duration.ofSeconds(30);
    /// Between two tries with a peer whose session is open.
    private static final Duration RETRY = Duration.ofSeconds(1);
    /// A running transfer that brings nothing for so long gives its place to one that waits.
    private static final Duration IDLE_MAX = Duration.ofSeconds(60);
    private static final System.Logger LOG = System.getLogger(IncomingTransfers.class.getName());

    private final Transfers.Settings settings;
    private final TransferStore store;
    private final Peers peers;
    private final SerialQueue desk;
    private final Telling telling;
    private final ExecutorService housekeeping;
    private final OrphanedPartials orphans;
    private final BulkLines lines = new BulkLines();
    private final Map<TransferId, Incoming> open = new LinkedHashMap<>();
    private final Map<Fingerprint, Integer> refusedOffers = new HashMap<>();
    private final Map<TransferId, Download> downloads = new ConcurrentHashMap<>();
    private @Nullable CompletableFuture<Void> quiet;

    IncomingTransfers(Transfers.Settings settings, TransferStore store, Peers peers, SerialQueue desk, Telling telling,
            ExecutorService housekeeping) {
        this.settings = settings;
        this.store = store;
        this.peers = peers;
        this.desk = desk;
        this.telling = telling;
        this.housekeeping = housekeeping;
        orphans = new OrphanedPartials(store, housekeeping);
    }

    /// Takes up what an earlier run left; what ran goes on when its peer is there.
    void load(StoredTransfer stored, StoredOffer offer) {
        var incoming = new Incoming(offer, stored);
        incoming.load(store);
        open.put(stored.id(), incoming);
        if (stored.state() == TransferState.RUNNING) state(incoming, TransferState.WAITING, null);
    }

    /// What earlier runs left and nobody owns any more.
    OrphanedPartials orphans() {
        return orphans;
    }

    /// Downloads that run, by transfer. Any thread.
    Map<TransferId, Download> downloads() {
        return downloads;
    }

    void arrived(OfferId id, OfferConversation conversation, Fingerprint author, byte[] body, Instant written, boolean keyedRoom) {
        Instant now = settings.clock().instant();
        Instant at = written.isAfter(now) ? now : written;
        if (author.equals(settings.self()) || at.plus(Transfers.OFFER_STANDS).isBefore(now)) return;
        TransferId transfer = TransferId.of(id, settings.self());
        StoredOffer known = store.offer(id);
        if (store.transfer(transfer) != null || known != null && known.withdrawn()) return;
        if (undecided(author) >= UNDECIDED_MAX) {
            if (refusedOffers.merge(author, 1, Integer::sum) == 1) LOG.log(WARNING, "Too many undecided offers of {0}", author.brief());
            return;
        }
        try {
            OfferBody content = OfferBody.received(body);
            var offer = known != null ? known : new StoredOffer(id, conversation, author, at, keyedRoom, false, content);
            store.saveOffer(offer);
            var undecided = new StoredTransfer(transfer, id, Direction.IN, author, TransferState.OFFERED, null, "", null, false, 0);
            var incoming = new Incoming(offer,
                    settings.rule().get().accepts(author, keyedRoom, this::isKnown) ? accepted(undecided, false) : undecided);
            store.saveTransfer(incoming.stored); // with the rule's answer, so that a kill cannot fall between the two
            open.put(transfer, incoming);
            telling.offered(incoming.view(), content.names());
            schedule();
        } catch (MalformedFrameException e) {
            LOG.log(WARNING, "An offer of {0} cannot be read: {1}", author.brief(), e.getMessage());
        }
    }

    private long undecided(Fingerprint author) {
        return open.values().stream().filter(in -> in.stored.state() == TransferState.OFFERED && in.stored.peer().equals(author)).count();
    }

    private boolean isKnown(Fingerprint author) {
        return settings.verified().test(author) || store.acceptedByHand(author);
    }

    boolean isOpen(TransferId id) {
        return open.containsKey(id);
    }

    void accept(TransferId id) throws NoSuchTransferException {
        Incoming incoming = command(id);
        if (incoming.stored.state() != TransferState.OFFERED) return;
        incoming.stored = accepted(incoming.stored, true);
        store.saveTransfer(incoming.stored);
        schedule();
    }

    private StoredTransfer accepted(StoredTransfer undecided, boolean byHand) {
        return new StoredTransfer(undecided.id(), undecided.offer(), Direction.IN, undecided.peer(), TransferState.WAITING, null,
                settings.downloads().get().toAbsolutePath().toString(), settings.clock().instant(), byHand, undecided.bytes());
    }

    void decline(TransferId id) throws NoSuchTransferException {
        Incoming incoming = command(id);
        if (!incoming.release()) throw new NoSuchTransferException("That transfer is complete.");
        peers.send(incoming.stored.peer(), new FileMessage.Decline(incoming.offer.id()));
        fail(incoming, FailureReason.DECLINED);
    }

    void cancel(TransferId id) throws NoSuchTransferException {
        Incoming incoming = command(id);
        if (!incoming.release()) throw new NoSuchTransferException("That transfer is complete.");
        peers.send(incoming.stored.peer(), new FileMessage.Cancel(id));
        fail(incoming, FailureReason.CANCELLED);
    }

    void pause(TransferId id) throws NoSuchTransferException {
        Incoming incoming = command(id);
        if (incoming.stored.state() == TransferState.OFFERED) throw new NoSuchTransferException("That transfer is not accepted yet.");
        boolean news = !incoming.stored.isPausedByUs();
        state(incoming, TransferState.PAUSED, null);
        incoming.release();
        peers.send(incoming.stored.peer(), new FileMessage.Pause(id));
        if (news) telling.paused(incoming.view(), Side.HERE);
    }

    void resume(TransferId id) throws NoSuchTransferException {
        Incoming incoming = command(id);
        if (incoming.stored.state() != TransferState.PAUSED) return;
        state(incoming, TransferState.WAITING, null);
        peers.send(incoming.stored.peer(), new FileMessage.Resume(id));
        telling.resumed(incoming.view(), Side.HERE);
        schedule();
    }

    private Incoming command(TransferId id) throws NoSuchTransferException {
        Incoming incoming = open.get(id);
        if (incoming == null) throw new NoSuchTransferException("There is no open transfer " + id + ".");
        return incoming;
    }

    /// The author took it back, or said so of this one transfer.
    void withdrawn(TransferId id, Fingerprint author) {
        Incoming incoming = open.get(id);
        if (incoming != null && incoming.stored.peer().equals(author) && incoming.release()) fail(incoming, FailureReason.CANCELLED);
    }

    void failedAtPeer(FileMessage.Failed message, Fingerprint author) {
        Incoming incoming = open.get(message.transfer());
        if (incoming == null || !incoming.stored.peer().equals(author)) return;
        if (!message.resumable()) {
            if (incoming.release()) fail(incoming, message.reason());
            return;
        }
        incoming.peerPause.become(true);
        incoming.release();
        telling.failed(incoming.view(), message.reason(), true);
    }

    void pausedByPeer(TransferId id, Fingerprint author) {
        Incoming incoming = open.get(id);
        if (incoming == null || !incoming.stored.peer().equals(author)) return;
        incoming.release();
        if (incoming.peerPause.become(true)) telling.paused(incoming.view(), Side.THERE);
    }

    /// The sender says that it goes on, or asks how we stand: the answer says what became of it, or an accept will.
    void resumedByPeer(TransferId id, Fingerprint author) {
        Incoming incoming = open.get(id);
        if (incoming != null && incoming.stored.peer().equals(author)) {
            if (incoming.peerPause.become(false)) telling.resumed(incoming.view(), Side.THERE);
            if (incoming.stored.state() == TransferState.PAUSED) {
                FailureReason reason = incoming.stored.reason();
                peers.send(author, reason == null ? new FileMessage.Pause(id) : new FileMessage.Failed(id, reason, true));
            }
            schedule();
            return;
        }
        StoredTransfer over = store.transfer(id);
        if (over == null || over.direction() != Direction.IN || !over.peer().equals(author)) return;
        if (over.state() == TransferState.DONE) {
            peers.send(author, new FileMessage.Done(id, null));
        } else if (over.reason() == FailureReason.DECLINED) {
            peers.send(author, new FileMessage.Decline(over.offer()));
        } else {
            peers.send(author, new FileMessage.Failed(id, over.reason() == null ? FailureReason.LOST : over.reason(), false));
        }
    }

    /// A page of a manifest that we asked for; any other is ignored.
    void page(FileMessage.ManifestPage page, Fingerprint author) {
        Incoming incoming = open.get(TransferId.of(page.offer(), settings.self()));
        if (incoming == null || incoming.pageUntil == null || !incoming.stored.peer().equals(author) || page.from() != incoming.files())
            return;
        try {
            List<StoredFile> files = incoming.checked(page.entries());
            if (!files.isEmpty()) store.saveFiles(incoming.stored.id(), files);
            incoming.has(files);
            if (incoming.files() < incoming.offer.body().files()) {
                askForPage(incoming);
            } else {
                incoming.pageUntil = null;
                run(incoming);
            }
        } catch (MalformedFrameException e) {
            LOG.log(WARNING, "The manifest of transfer {0} is refused: {1}", incoming.stored.id(), e.getMessage());
            peers.send(author, new FileMessage.Failed(incoming.stored.id(), FailureReason.SOURCE_CHANGED, false));
            fail(incoming, FailureReason.SOURCE_CHANGED);
        }
    }

    private void schedule() {
        if (quiet != null) return;
        long running = open.values().stream().filter(Incoming::holdsPlace).count();
        for (Incoming incoming : List.copyOf(open.values())) {
            if (running >= RUNNING_MAX) return;
            boolean ready = incoming.stored.state() == TransferState.WAITING && !incoming.peerPause.isOn() && !incoming.holdsPlace()
                    && incoming.retryAt.compareTo(desk.uptime()) <= 0 && peers.session(incoming.stored.peer()) != null
                    && !downloads.containsKey(incoming.stored.id());
            if (!ready) continue;
            peers.send(incoming.stored.peer(), new FileMessage.Accept(incoming.offer.id()));
            askForPage(incoming); // also where all pages are there: the answer says that the accept was read
            running++;
        }
    }

    private void askForPage(Incoming incoming) {
        incoming.pageUntil = desk.uptime().plus(PAGE_PATIENCE);
        peers.send(incoming.stored.peer(), new FileMessage.ManifestRequest(incoming.offer.id(), incoming.files()));
    }

    private void run(Incoming incoming) {
        Session session = peers.session(incoming.stored.peer());
        if (session == null) return;
        state(incoming, TransferState.RUNNING, null);
        var download = new Download(incoming.stored, incoming.offer.body(), session, store, lines, housekeeping);
        incoming.download = download;
        incoming.startedAt = desk.uptime();
        incoming.movedAt = desk.uptime();
        incoming.pace = new ProgressPace();
        downloads.put(incoming.stored.id(), download);
        download.start(ended -> desk.post(() -> ended(incoming, download, ended)));
    }

    /// All threads of a download are done with its files.
    private void ended(Incoming incoming, Download download, Download.Ended ended) {
        TransferId id = incoming.stored.id();
        downloads.remove(id, download);
        boolean current = incoming.download == download;
        if (current) {
            incoming.download = null;
            incoming.ran = incoming.ran.plus(desk.uptime().minus(incoming.startedAt));
            incoming.moved(download.verifiedBytes());
        }
        if (open.get(id) != incoming) {
            orphans.sweep(); // cancelled meanwhile: now nobody uses the partial any more
        } else {
            switch (ended) {
                case Download.Ended.Complete(var paths, var sha256) -> complete(incoming, paths, sha256);
                case Download.Ended.Stopped(var connectionLost) -> {
                    if (connectionLost) incoming.retryAt = desk.uptime().plus(RETRY);
                    if (incoming.stored.state() == TransferState.RUNNING) state(incoming, TransferState.WAITING, null);
                    else
                        store.saveTransfer(incoming.stored);
                }
                case Download.Ended.Failed(var reason, var resumable) -> {
                    peers.send(incoming.stored.peer(), new FileMessage.Failed(id, reason, resumable));
                    if (resumable) {
                        state(incoming, TransferState.PAUSED, reason);
                        telling.failed(incoming.view(), reason, true);
                    } else {
                        fail(incoming, reason);
                    }
                }
            }
        }
        if (quiet != null && downloads.isEmpty()) quiet.complete(null);
        schedule();
    }

    private void complete(Incoming incoming, List<Path> paths, byte @Nullable [] sha256) {
        state(incoming, TransferState.DONE, null);
        open.remove(incoming.stored.id());
        peers.send(incoming.stored.peer(), new FileMessage.Done(incoming.stored.id(), sha256));
        telling.transferred(incoming.view(), incoming.ran, paths, sha256);
    }

    private void fail(Incoming incoming, FailureReason reason) {
        state(incoming, TransferState.FAILED, reason);
        open.remove(incoming.stored.id());
        incoming.release();
        if (!downloads.containsKey(incoming.stored.id())) orphans.sweep();
        telling.failed(incoming.view(), reason, false);
        schedule();
    }

    private void state(Incoming incoming, TransferState state, @Nullable FailureReason reason) {
        incoming.become(state, reason);
        store.saveTransfer(incoming.stored);
    }

    void opened() {
        schedule();
    }

    void closed(Session session) {
        for (Incoming incoming : open.values()) {
            if (!incoming.stored.peer().equals(session.peer())) continue;
            incoming.peerPause.become(false); // it says so again when it is back
            incoming.retryAt = Duration.ZERO;
            incoming.release();
        }
        schedule();
    }

    void tick(Duration now) {
        Instant wall = settings.clock().instant();
        for (Incoming incoming : List.copyOf(open.values())) {
            if (incoming.pageUntil != null && incoming.pageUntil.compareTo(now) < 0) toTheEnd(incoming);
            if (incoming.download != null) progress(incoming, incoming.download);
            if (!incoming.holdsPlace() && incoming.offer.written().plus(Transfers.OFFER_STANDS).isBefore(wall)) {
                fail(incoming, FailureReason.LOST);
            }
        }
        schedule();
    }

    /// Whether time matters to something here: what runs, and what is to be tried again while its peer is there.
    boolean isBusy() {
        return open.values().stream().anyMatch(in -> in.holdsPlace()
                || in.stored.state() == TransferState.WAITING && !in.peerPause.isOn() && peers.session(in.stored.peer()) != null);
    }

    private void progress(Incoming incoming, Download download) {
        long bytes = download.verifiedBytes();
        long rate = incoming.pace.claim(desk.uptime(), bytes);
        if (rate >= 0) telling.progress(incoming.view(), rate);
        if (bytes != incoming.movedBytes) {
            incoming.movedBytes = bytes;
            incoming.movedAt = desk.uptime();
        }
        boolean othersWait = open.values().stream().anyMatch(in -> in.stored.state() == TransferState.WAITING && !in.holdsPlace()
                && !in.peerPause.isOn() && peers.session(in.stored.peer()) != null);
        if (othersWait && desk.uptime().minus(incoming.movedAt).compareTo(IDLE_MAX) > 0) toTheEnd(incoming);
    }

    private void toTheEnd(Incoming incoming) {
        incoming.release();
        incoming.retryAt = desk.uptime().plus(RETRY);
        open.remove(incoming.stored.id());
        open.put(incoming.stored.id(), incoming);
    }

    TransferView view(TransferId id) throws NoSuchTransferException {
        return command(id).view();
    }

    List<TransferView> views() {
        return open.values().stream().map(Incoming::view).toList();
    }

    /// Stops all downloads; what is returned completes when none touches a file any more.
    CompletableFuture<Void> close() {
        var done = new CompletableFuture<Void>();
        quiet = done;
        for (Incoming incoming : open.values()) incoming.release();
        if (downloads.isEmpty()) done.complete(null);
        return done;
    }
}
