package io.landline.filetransfer.outgoing;

import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.NoSuchTransferException;
import io.landline.filetransfer.OfferPublisher;
import io.landline.filetransfer.PathText;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferSettings;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredSource;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.frame.ConnectedPeers;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.filetransfer.running.OfferExpiry;
import io.landline.filetransfer.source.NewOffer;
import io.landline.filetransfer.source.SourcePlace;
import io.landline.peer.Fingerprint;
import io.landline.queue.SerialQueue;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.session.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The offers of this user: keeps them with their sources, gives out their manifests, and tells which are still open.
/// [OutgoingTransfers] has the transfers of them. Confined to the files' queue.
public final class OwnOffers {
    /// Source paths in the event of a finished transfer. As many as one command offers.
    private static final int PATHS_TOLD_MAX = 1_000;

    private final TransferSettings settings;
    private final TransferStore store;
    private final OfferPublisher publisher;
    private final ConnectedPeers peers;
    private final SerialQueue queue;
    private final OfferExpiry expiry;
    /// Offers with an identity that is being written into the conversation. The next start makes good a failure.
    private final Set<EntryId> identitiesUnderWay = new HashSet<>();

    /// When offers were made that are dated by a clock that was not believed.
    private final Map<EntryId, Duration> early = new HashMap<>();

    public OwnOffers(TransferSettings settings, TransferStore store, OfferPublisher publisher, ConnectedPeers peers,
            SerialQueue queue, OfferExpiry expiry) {
        this.settings = settings;
        this.store = store;
        this.publisher = publisher;
        this.peers = peers;
        this.queue = queue;
        this.expiry = expiry;
    }

    /// Keeps an offer that was committed; nobody else has heard of it yet.
    StoredOffer keep(EntryId id, ConversationId conversation, NewOffer newOffer) {
        var offer = new StoredOffer(id, conversation, settings.self(), settings.clock().instant(), true, false,
                newOffer.body());
        store.saveOffer(offer);
        if (!expiry.isBelieved()) early.put(id, queue.uptime());
        store.adopt(newOffer.draft(), id);
        store.saveItems(id, newOffer.items().stream().limit(PATHS_TOLD_MAX).map(PathText::stored).toList());
        if (!newOffer.excludes().isEmpty()) store.saveExcludes(id, newOffer.excludes());
        return offer;
    }

    /// The clock is believed from now on: what was offered in this run before has the right date again.
    ///
    /// @return the right dates
    Map<EntryId, Instant> date() {
        var dates = new HashMap<EntryId, Instant>();
        early.forEach((id, uptime) -> dates.put(id, expiry.at(uptime)));
        dates.forEach(store::date);
        early.clear();
        return dates;
    }

    /// Those that the offer reaches now: in a direct conversation the other side, there or not.
    List<Fingerprint> receivers(ConversationId conversation) {
        Fingerprint direct = publisher.directPeer(conversation).orElse(null);
        if (direct != null) return List.of(direct);
        var present = new ArrayList<Fingerprint>();
        for (Session session : peers.all()) if (publisher.reaches(conversation, session)) present.add(session.peer());
        return present;
    }

    /// The own offer that a receiver speaks of, if it was made to that receiver and stands; else null, and it is told.
    ///
    /// @param open whether a transfer to this receiver is open already
    @Nullable
    StoredOffer standing(EntryId id, Session session, boolean open) {
        StoredOffer offer = store.offer(id);
        TransferId transfer = TransferId.of(id, session.peer());
        if (offer == null || !isOwn(offer) || !publisher.reaches(offer.conversation(), session)) {
            peers.send(session.peer(), new FileMessage.Failed(transfer, FailureReason.SOURCE_GONE, false));
            return null;
        }
        StoredTransfer before = store.transfer(transfer);
        if (offer.withdrawn() || before != null && before.reason() == FailureReason.CANCELLED) {
            peers.send(session.peer(), new FileMessage.Cancel(transfer));
            return null;
        }
        if (!open && expiry.isOver(offer.written())) {
            peers.send(session.peer(), new FileMessage.Failed(transfer, FailureReason.LOST, false));
            return null;
        }
        return offer;
    }

    /// The own offer that a member declines who was not there when it was made: so that both sides tell of it. Null
    /// where there is nothing to tell.
    @Nullable
    StoredOffer declinedUnheard(EntryId id, Fingerprint receiver) {
        StoredOffer offer = store.offer(id);
        Session session = peers.session(receiver);
        if (offer == null || session == null || !isOwn(offer)) return null;
        boolean known = store.transfer(TransferId.of(id, receiver)) != null;
        return known || !publisher.reaches(offer.conversation(), session) ? null : offer;
    }

    private boolean isOwn(StoredOffer offer) {
        return offer.author().equals(settings.self());
    }

    /// Sends a page of the manifest; one without bytes where there is no such page.
    void manifestAsked(FileMessage.ManifestRequest request, StoredOffer offer, Fingerprint receiver) {
        byte[] page = store.manifestPage(offer.id(), request.page());
        if (page == null && offer.body().manifest() == null && store.manifestPage(offer.id(), 0) == null) {
            page = makePages(offer, request.page());
        }
        peers.send(receiver,
                new FileMessage.Manifest(offer.id(), request.page(), page == null ? new byte[0] : page));
    }

    /// An offer of an earlier version has no pages yet.
    private byte @Nullable [] makePages(StoredOffer offer, int wanted) {
        List<StoredSource> sources = store.sources(offer.id(), 0, (int) offer.body().files());
        List<byte[]> pages = NewOffer.manifest(sources);
        store.saveManifestPages(offer.id(), 0, pages);
        return wanted < pages.size() ? pages.get(wanted) : null;
    }

    /// Where the files of an offer are, as an event names them: a folder as one.
    List<Path> paths(EntryId offer) {
        List<String> items = store.items(offer, PATHS_TOLD_MAX);
        if (!items.isEmpty()) return items.stream().map(PathText::read).toList();
        return store.sources(offer, 0, PATHS_TOLD_MAX)
                .stream()
                .map(source -> SourcePlace.of(source.source()).path())
                .toList();
    }

    /// What a receiver says that it could not get, with the paths here.
    FailedFiles failures(StoredOffer offer, FileMessage.Lost lost) {
        var named = new ArrayList<FailedFiles.One>();
        for (int file : lost.changed()) name(offer.id(), file, FailureReason.SOURCE_CHANGED, named);
        for (int file : lost.gone()) name(offer.id(), file, FailureReason.SOURCE_GONE, named);
        return new FailedFiles(Math.min(lost.files(), offer.body().files()), lost.bytes(), named);
    }

    private void name(EntryId offer, int file, FailureReason reason, List<FailedFiles.One> named) {
        if (named.size() == FailedFiles.NAMED_MAX) return;
        for (StoredSource source : store.sources(offer, file, 1)) {
            named.add(FailedFiles.One.at(SourcePlace.of(source.source()).path(), reason));
        }
    }

    /// The first receiver that has everything makes the files' identity known: the SHA-256 over all chunk hashes, null
    /// where some were never told.
    void tellIdentity(StoredOffer offer, byte @Nullable [] identity) {
        EntryId id = offer.id();
        if (store.identity(id) != null) return;
        if (identity == null || !identitiesUnderWay.add(id)) return;
        publisher.identity(offer.conversation(), id, identity, () -> queue.post(() -> {
            store.saveIdentity(id, identity);
            identitiesUnderWay.remove(id);
        }));
    }

    /// Notes that an own offer no longer stands. Returns the offer.
    StoredOffer withdraw(EntryId id) throws NoSuchTransferException {
        StoredOffer offer = store.offer(id);
        if (offer == null || !isOwn(offer) || offer.withdrawn()) {
            throw new NoSuchTransferException("There is no standing offer " + id + " of ours.");
        }
        store.withdraw(id);
        return offer;
    }
}
