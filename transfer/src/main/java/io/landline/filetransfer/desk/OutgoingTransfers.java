package io.landline.filetransfer.desk;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.NoSuchTransferException;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.OfferPublisher;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.source.Upload;
import io.landline.filetransfer.TransferListener.Side;
import io.landline.filetransfer.TransferStore.Acceptance;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredSource;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.queue.SerialQueue;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.session.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Our offers, and their transfers to each receiver. Confined to the desk, but [#uploads].
final class OutgoingTransfers {
    /// Transfers served at once, the others in turn (docs/protocol/files.md, "Control frames in JSON").
    static final int RUNNING_MAX = 8;
    /// Source paths in the event of a finished transfer.
    private static final int PATHS_TOLD_MAX = 1_000;

    private static final class Outgoing {
        private final StoredOffer offer;
        private StoredTransfer stored;
        private @Nullable Upload upload;
        private final PeerPause peerPause = new PeerPause();
        private Duration startedAt = Duration.ZERO;
        private Duration ran = Duration.ZERO;
        private ProgressThrottle pace = new ProgressThrottle();

        Outgoing(StoredOffer offer, StoredTransfer stored) {
            this.offer = offer;
            this.stored = stored;
        }
    }

    private final Transfers.Settings settings;
    private final TransferStore store;
    private final OfferPublisher log;
    private final ConnectedPeers peers;
    private final SerialQueue desk;
    private final TransferEvents events;
    private final Runnable look;
    private final OfferTerm term;
    private final Map<TransferId, Outgoing> open = new LinkedHashMap<>();
    private final Map<TransferId, Upload> uploads = new ConcurrentHashMap<>();
    /// Offers with an identity that is being written into the conversation. The next start makes good a failure.
    private final Set<EntryId> identitiesUnderWay = new HashSet<>();

    /// `look` wakes the servers of chunks when a transfer may run, or is over.
    OutgoingTransfers(Transfers.Settings settings, TransferStore store, OfferPublisher log, ConnectedPeers peers,
            SerialQueue desk,
            TransferEvents events, OfferTerm term, Runnable look) {
        this.settings = settings;
        this.store = store;
        this.log = log;
        this.peers = peers;
        this.desk = desk;
        this.events = events;
        this.look = look;
        this.term = term;
    }

    void load(StoredTransfer stored, StoredOffer offer) {
        var outgoing = new Outgoing(offer, stored);
        open.put(stored.id(), outgoing);
        if (stored.state() == TransferState.RUNNING) state(outgoing, TransferState.WAITING, null);
    }

    /// Accepted transfers by id. Any thread.
    Map<TransferId, Upload> uploads() {
        return uploads;
    }

    /// An offer of ours was committed; nobody else has heard of it yet.
    void offered(EntryId id, ConversationId conversation, OfferBody body, List<StoredSource> sources) {
        var offer = new StoredOffer(id, conversation, settings.self(), settings.clock().instant(), true, false, body);
        store.saveOffer(offer);
        store.saveSources(id, 0, sources);
        Fingerprint direct = log.directPeer(conversation).orElse(null);
        if (direct != null) {
            create(offer, direct);
        } else {
            for (Session session : peers.all()) if (log.reaches(conversation, session)) create(offer, session.peer());
        }
    }

    private Outgoing create(StoredOffer offer, Fingerprint receiver) {
        TransferId id = TransferId.of(offer.id(), receiver);
        var outgoing = new Outgoing(offer, new StoredTransfer(id, offer.id(), Direction.OUT, receiver,
                TransferState.OFFERED, null, Acceptance.NOT_YET, 0));
        store.saveTransfer(outgoing.stored);
        open.put(id, outgoing);
        events.offered(view(outgoing), offer.body().names());
        return outgoing;
    }

    boolean isOpen(TransferId id) {
        return open.containsKey(id);
    }

    /// The own offer that a receiver speaks of, if it was made to that receiver and stands; else null, and it is told.
    private @Nullable StoredOffer standing(EntryId id, Session session) {
        StoredOffer offer = store.offer(id);
        boolean ours = offer != null && offer.author().equals(settings.self())
                && log.reaches(offer.conversation(), session);
        TransferId transfer = TransferId.of(id, session.peer());
        if (offer == null || !ours) {
            peers.send(session.peer(), new FileMessage.Failed(transfer, FailureReason.SOURCE_GONE, false));
            return null;
        }
        boolean expired = term.isOver(offer.written());
        StoredTransfer before = store.transfer(transfer);
        boolean cancelled = before != null && before.state() == TransferState.FAILED
                && before.reason() == FailureReason.CANCELLED;
        if (offer.withdrawn() || cancelled) {
            peers.send(session.peer(), new FileMessage.Cancel(transfer));
            return null;
        }
        if (expired && !open.containsKey(transfer)) {
            peers.send(session.peer(), new FileMessage.Failed(transfer, FailureReason.LOST, false));
            return null;
        }
        return offer;
    }

    void manifestAsked(FileMessage.ManifestRequest request, Session session) {
        StoredOffer offer = standing(request.offer(), session);
        if (offer == null) return;
        var entries = new ArrayList<FileMessage.ManifestPage.Entry>();
        long bytes = 0;
        for (StoredSource source : store.sources(offer.id(), request.from(), FileMessage.PAGE_ENTRIES_MAX)) {
            bytes += FileMessage.entryBytes(source.path());
            if (bytes > FileMessage.PAGE_BYTES_MAX && !entries.isEmpty()) break;
            entries.add(new FileMessage.ManifestPage.Entry(source.path(), source.bytes(), source.modifiedMillis()));
        }
        peers.send(session.peer(), new FileMessage.ManifestPage(offer.id(), request.from(), entries));
    }

    void accepted(EntryId id, Session session) {
        StoredOffer offer = standing(id, session);
        if (offer == null) return;
        TransferId transfer = TransferId.of(id, session.peer());
        Outgoing outgoing = open.get(transfer);
        if (outgoing == null) outgoing = create(offer, session.peer());
        if (outgoing.stored.isPausedByUs() && !outgoing.peerPause.isOn()) {
            peers.send(session.peer(), new FileMessage.Pause(transfer));
            return;
        }
        if (outgoing.peerPause.become(false)) events.resumed(view(outgoing), Side.THERE);
        stop(outgoing);
        var old = outgoing.stored;
        Instant first = old.acceptance().at() == null ? settings.clock().instant() : old.acceptance().at();
        outgoing.stored = old.accepted("", first, false).withBytes(0);
        store.saveTransfer(outgoing.stored);
        outgoing.upload = new Upload(transfer, offer, session, store);
        outgoing.pace = new ProgressThrottle();
        uploads.put(transfer, outgoing.upload);
        grant();
    }

    /// Gives the places of running transfers to those that have waited longest.
    private void grant() {
        long running = open.values().stream().filter(out -> out.upload != null && out.upload.isGranted()).count();
        for (Outgoing outgoing : open.values()) {
            if (running >= RUNNING_MAX) break;
            if (outgoing.upload == null || outgoing.upload.isGranted() || outgoing.upload.isEnded()) continue;
            outgoing.upload.grant();
            outgoing.startedAt = events.uptime();
            state(outgoing, TransferState.RUNNING, null);
            running++;
        }
        look.run();
    }

    void declined(EntryId id, Fingerprint receiver) {
        Outgoing outgoing = open.get(TransferId.of(id, receiver));
        if (outgoing == null) {
            StoredOffer offer = store.offer(id);
            Session session = peers.session(receiver);
            if (offer == null || session == null || !offer.author().equals(settings.self())) return;
            if (store.transfer(TransferId.of(id, receiver)) != null || !log.reaches(offer.conversation(), session)) {
                return;
            }
            outgoing = create(offer, receiver); // a member that came later: so that both sides tell of it
        }
        fail(outgoing, FailureReason.DECLINED);
    }

    void cancelledByPeer(TransferId id, Fingerprint receiver) {
        Outgoing outgoing = of(id, receiver);
        if (outgoing != null) fail(outgoing, FailureReason.CANCELLED);
    }

    void failedAtPeer(FileMessage.Failed message, Fingerprint receiver) {
        Outgoing outgoing = of(message.transfer(), receiver);
        if (outgoing == null) return;
        if (!message.resumable()) {
            fail(outgoing, message.reason());
            return;
        }
        boolean news = outgoing.stored.reason() != message.reason();
        stop(outgoing);
        state(outgoing, TransferState.PAUSED, message.reason());
        if (news) events.failed(view(outgoing), message.reason(), true);
        grant();
    }

    void pausedByPeer(TransferId id, Fingerprint receiver) {
        Outgoing outgoing = of(id, receiver);
        if (outgoing == null) return;
        stop(outgoing);
        if (outgoing.peerPause.become(true)) events.paused(view(outgoing), Side.THERE);
        grant();
    }

    void resumedByPeer(TransferId id, Fingerprint receiver) {
        Outgoing outgoing = of(id, receiver);
        if (outgoing == null) return;
        if (outgoing.peerPause.become(false)) events.resumed(view(outgoing), Side.THERE);
        if (outgoing.stored.reason() != null) state(outgoing, TransferState.WAITING, null);
    }

    void doneAtPeer(FileMessage.Done message, Fingerprint receiver) {
        Outgoing outgoing = of(message.transfer(), receiver);
        if (outgoing == null) return;
        Upload upload = outgoing.upload;
        stop(outgoing);
        var old = outgoing.stored;
        outgoing.stored = old.withState(TransferState.DONE, null).withBytes(outgoing.offer.body().bytes());
        store.saveTransfer(outgoing.stored);
        open.remove(old.id());
        List<Path> paths = store.sources(old.offer(), 0, PATHS_TOLD_MAX)
                .stream()
                .map(source -> Path.of(source.source()))
                .toList();
        events.transferred(view(outgoing), outgoing.ran, paths,
                outgoing.offer.body().files() == 1 ? message.sha256() : null);
        if (upload != null) tellIdentity(outgoing.offer, upload);
        grant();
    }

    /// The first receiver that got everything in order makes the files' identity known.
    private void tellIdentity(StoredOffer offer, Upload upload) {
        EntryId id = offer.id();
        if (store.identity(id) != null) return;
        byte[] identity = upload.identity();
        if (identity == null || !identitiesUnderWay.add(id)) return;
        log.identity(offer.conversation(), id, identity, () -> desk.post(() -> {
            store.saveIdentity(id, identity);
            identitiesUnderWay.remove(id);
        }));
    }

    /// A source file has changed: the receiver is told before it can take the file for complete.
    void sourceFailed(Upload upload, FailureReason reason) {
        Outgoing outgoing = open.get(upload.id());
        if (outgoing == null || outgoing.upload != upload) return;
        peers.send(outgoing.stored.peer(), new FileMessage.Failed(upload.id(), reason, false));
        fail(outgoing, reason);
    }

    void cancel(TransferId id) throws NoSuchTransferException {
        Outgoing outgoing = command(id);
        peers.send(outgoing.stored.peer(), new FileMessage.Cancel(id));
        fail(outgoing, FailureReason.CANCELLED);
    }

    /// Ends an own offer and all its transfers; the conversation is told by the caller. Returns where it stood.
    ConversationId withdraw(EntryId id) throws NoSuchTransferException {
        StoredOffer offer = store.offer(id);
        if (offer == null || !offer.author().equals(settings.self()) || offer.withdrawn()) {
            throw new NoSuchTransferException("There is no standing offer " + id + " of ours.");
        }
        store.withdraw(id);
        for (Outgoing outgoing : List.copyOf(open.values())) {
            if (!outgoing.offer.id().equals(id)) continue;
            peers.send(outgoing.stored.peer(), new FileMessage.Cancel(outgoing.stored.id()));
            fail(outgoing, FailureReason.CANCELLED);
        }
        return offer.conversation();
    }

    void pause(TransferId id) throws NoSuchTransferException {
        Outgoing outgoing = command(id);
        stop(outgoing);
        boolean news = !outgoing.stored.isPausedByUs();
        state(outgoing, TransferState.PAUSED, null);
        peers.send(outgoing.stored.peer(), new FileMessage.Pause(id));
        if (news) events.paused(view(outgoing), Side.HERE);
        grant();
    }

    void resume(TransferId id) throws NoSuchTransferException {
        Outgoing outgoing = command(id);
        if (outgoing.stored.state() != TransferState.PAUSED) return;
        state(outgoing, outgoing.stored.acceptance().at() == null ? TransferState.OFFERED : TransferState.WAITING,
                null);
        peers.send(outgoing.stored.peer(), new FileMessage.Resume(id));
        events.resumed(view(outgoing), Side.HERE);
    }

    private Outgoing command(TransferId id) throws NoSuchTransferException {
        Outgoing outgoing = open.get(id);
        if (outgoing == null) throw new NoSuchTransferException("There is no open transfer " + id + ".");
        return outgoing;
    }

    private @Nullable Outgoing of(TransferId id, Fingerprint receiver) {
        Outgoing outgoing = open.get(id);
        return outgoing != null && outgoing.stored.peer().equals(receiver) ? outgoing : null;
    }

    /// Asks a peer that is back how its transfers stand: an answer of its last meeting may have been lost with that.
    void opened(Session session) {
        for (Outgoing outgoing : open.values()) {
            if (!outgoing.stored.peer().equals(session.peer())) continue;
            TransferId id = outgoing.stored.id();
            peers.send(session.peer(),
                    outgoing.stored.isPausedByUs() ? new FileMessage.Pause(id) : new FileMessage.Resume(id));
        }
    }

    void closed(Session session) {
        for (Outgoing outgoing : open.values()) {
            if (!outgoing.stored.peer().equals(session.peer())) continue;
            outgoing.peerPause.become(false);
            stop(outgoing);
            if (outgoing.stored.state() == TransferState.RUNNING) state(outgoing, TransferState.WAITING, null);
        }
        grant();
    }

    private void stop(Outgoing outgoing) {
        Upload upload = outgoing.upload;
        if (upload == null) return;
        if (upload.isGranted()) outgoing.ran = outgoing.ran.plus(events.uptime().minus(outgoing.startedAt));
        upload.end();
        uploads.remove(upload.id(), upload);
        outgoing.upload = null;
        outgoing.stored = outgoing.stored.withBytes(upload.sentBytes());
    }

    private void fail(Outgoing outgoing, FailureReason reason) {
        stop(outgoing);
        state(outgoing, TransferState.FAILED, reason);
        open.remove(outgoing.stored.id());
        events.failed(view(outgoing), reason, false);
        grant();
    }

    private void state(Outgoing outgoing, TransferState state, @Nullable FailureReason reason) {
        outgoing.stored = outgoing.stored.withState(state, reason);
        store.saveTransfer(outgoing.stored);
    }

    void tick(Duration now) {
        for (Outgoing outgoing : List.copyOf(open.values())) {
            Upload upload = outgoing.upload;
            if (upload == null && term.isOver(outgoing.offer.written())) fail(outgoing, FailureReason.LOST);
            if (upload == null) continue;
            long rate = outgoing.pace.claim(now, upload.sentBytes());
            if (rate >= 0) events.progress(view(outgoing), rate);
        }
    }

    /// Whether something is being sent that has progress to report.
    boolean isBusy() {
        return open.values().stream().anyMatch(outgoing -> outgoing.upload != null);
    }

    List<TransferView> views() {
        return open.values().stream().map(this::view).toList();
    }

    private TransferView view(Outgoing out) {
        long bytes = out.upload != null ? out.upload.sentBytes() : out.stored.bytes();
        TransferState state = out.peerPause.shown(out.stored.state());
        return new TransferView(Direction.OUT, out.offer.id(), out.stored.id(), out.offer.conversation(),
                out.stored.peer(), new TransferView.Status(state, out.stored.reason(), out.peerPause.isOn()),
                new TransferView.Amount(out.offer.body().files(), bytes, out.offer.body().bytes()));
    }

    void close() {
        open.values().forEach(this::stop);
    }
}
