package io.landline.filetransfer.desk;

import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.download.Download;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.manifest.SafePath;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.partial.VerifiedChunks;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Direction;
import java.time.Duration;
import java.util.ArrayList;
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
    OpenTransferLimits.Kind counted = OpenTransferLimits.Kind.OVER;
    final VerifiedChunks proven = new VerifiedChunks();
    final PeerPause peerPause = new PeerPause();
    Duration retryAt = Duration.ZERO;
    Duration startedAt = Duration.ZERO;
    Duration ran = Duration.ZERO;
    Duration movedAt = Duration.ZERO;
    long movedBytes;
    ProgressThrottle pace = new ProgressThrottle();
    private long files;
    private long fileBytes;
    private long chunks;

    IncomingTransfer(StoredOffer offer, StoredTransfer stored) {
        this.offer = offer;
        this.stored = stored;
    }

    /// Counts what of the manifest an earlier run has got.
    void load(TransferStore store) {
        List<StoredFile> page;
        while (!(page = store.files(stored.id(), files, FileMessage.PAGE_ENTRIES_MAX)).isEmpty()) has(page);
    }

    /// Files of the manifest that are known.
    long files() {
        return files;
    }

    void has(List<StoredFile> page) {
        for (StoredFile file : page) {
            fileBytes += file.bytes();
            chunks += layout(file.bytes()).count();
        }
        files += page.size();
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

    /// The next page as files to keep. The manifest as a whole must be what the offer said; nothing is written before
    /// it is.
    List<StoredFile> checked(List<FileMessage.ManifestPage.Entry> entries) throws MalformedFrameException {
        OfferBody body = offer.body();
        var page = new ArrayList<StoredFile>();
        long left = body.bytes() - fileBytes;
        long numbered = chunks;
        for (FileMessage.ManifestPage.Entry entry : entries) {
            if (SafePath.names(entry.path()).size() > 1) {
                throw new MalformedFrameException("folders are not received yet");
            }
            if (!ChunkLayout.fits(entry.bytes(), body.chunkBytes())) {
                throw new MalformedFrameException("a file of " + entry.bytes() + " bytes");
            }
            if (entry.bytes() > left) throw new MalformedFrameException("more bytes than offered");
            left -= entry.bytes();
            numbered += layout(entry.bytes()).count();
            if (numbered > ChunkLayout.OFFER_CHUNKS_MAX) throw new MalformedFrameException("more chunks than may be");
            long number = files + page.size();
            if (number >= body.files()) throw new MalformedFrameException("more files than offered");
            page.add(new StoredFile(number, entry.path(), entry.bytes(), entry.modifiedMillis(), 0, "", "", false));
        }
        long now = files + page.size();
        if (now < body.files() && page.isEmpty()) throw new MalformedFrameException("fewer files than offered");
        if (now == body.files() && left != 0) throw new MalformedFrameException("fewer bytes than offered");
        return page;
    }

    private ChunkLayout layout(long bytes) {
        return new ChunkLayout(bytes, offer.body().chunkBytes());
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
                        state == TransferState.DONE ? offer.body().bytes() : bytes, offer.body().bytes()));
    }
}
