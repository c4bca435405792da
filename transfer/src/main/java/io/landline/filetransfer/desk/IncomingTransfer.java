package io.landline.filetransfer.desk;

import io.landline.filetransfer.manifest.ReceivedManifest;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.download.Download;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.partial.VerifiedChunks;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One open transfer to us, as [IncomingTransfers] keeps it. Confined to the desk.
final class IncomingTransfer {
    final StoredOffer offer;
    StoredTransfer stored;
    @Nullable
    Download download;
    /// Until when the next page of the manifest is waited for; null while none was requested.
    @Nullable
    Duration pageUntil;
    /// Who was asked for it: the author, or somebody who helps.
    @Nullable
    Fingerprint pageFrom;
    OpenTransferLimits.Kind counted = OpenTransferLimits.Kind.OVER;
    final VerifiedChunks proven = new VerifiedChunks();
    final PeerPause peerPause = new PeerPause();
    Duration retryAt = Duration.ZERO;
    Duration startedAt = Duration.ZERO;
    Duration ran = Duration.ZERO;
    Duration movedAt = Duration.ZERO;
    /// In a swarm: who gave parts of it.
    List<Fingerprint> from = List.of();
    /// In a swarm: when somebody else took part last.
    Duration accompaniedAt = Duration.ZERO;
    long movedBytes;
    ProgressThrottle pace = new ProgressThrottle();
    final ReceivedManifest manifest;

    IncomingTransfer(StoredOffer offer, StoredTransfer stored) {
        this.offer = offer;
        this.stored = stored;
        manifest = new ReceivedManifest(offer.body());
    }

    /// Looks whether an earlier run has got the whole manifest. If not it begins again: it is proven page by page.
    void load(TransferStore store) {
        long last = offer.body().files() - 1;
        if (!store.files(stored.id(), last, 1).isEmpty()) manifest.keptAll();
    }

    boolean isPageAskedOf(Fingerprint peer) {
        Fingerprint asked = pageFrom;
        return pageUntil != null && asked != null && asked.equals(peer);
    }

    /// Whether it has one of the places of running transfers.
    boolean holdsPlace() {
        return download != null || pageUntil != null;
    }

    /// Gives its place to another; the download ends by itself soon. False where it is too late: the last file is
    /// whole, verified, and gets its name at this moment.
    boolean release() {
        pageUntil = null;
        return download == null || download.stop();
    }

    void become(TransferPhase phase) {
        stored = stored.withPhase(phase);
    }

    void moved(long bytes) {
        stored = stored.withBytes(bytes);
    }

    TransferView view() {
        long bytes = download != null ? download.bytesHere() : stored.bytes();
        TransferState state = peerPause.shown(stored.state());
        return new TransferView(Direction.IN, offer.id(), stored.id(), offer.conversation(), stored.peer(),
                new TransferView.Status(state, stored.reason(), peerPause.isOn()),
                new TransferView.Amount(offer.body().files(),
                        state == TransferState.DONE ? offer.body().bytes() : bytes, offer.body().bytes(), from));
    }
}
