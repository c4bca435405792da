package io.landline.node.file;

import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferListener;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.node.event.EventBus;
import io.landline.node.event.PeerNames;
import io.landline.node.port.FailureCode;
import io.landline.node.port.NodeEvent.Failure;
import io.landline.node.port.NodeEvent.Helping;
import io.landline.node.port.NodeEvent.Moved;
import io.landline.node.port.NodeEvent.Offered;
import io.landline.node.port.NodeEvent.Progress;
import io.landline.node.port.NodeEvent.TransferFailed;
import io.landline.node.port.NodeEvent.TransferId;
import io.landline.node.port.NodeEvent.TransferPaused;
import io.landline.node.port.NodeEvent.TransferResumed;
import io.landline.node.port.NodeEvent.Transferred;
import io.landline.node.port.NodeEvent.Unmatched;
import io.landline.node.room.ConversationLabels;
import io.landline.room.EntryId;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Turns what happens to transfers into events. On the files' queue.
public final class FileEvents implements TransferListener {
    private final EventBus events;
    private final PeerNames peerNames;
    private final ConversationLabels labels;
    private final TransferStore store;
    private final MissingSpace missing;
    private final Runnable tellsOffersAgain;
    private volatile Consumer<io.landline.filetransfer.TransferId> cleared = _ -> {};

    /// @param space which the downloads share
    /// @param tellsOffersAgain must not wait
    public FileEvents(EventBus events, PeerNames peerNames, ConversationLabels labels, TransferStore store,
            DiskSpace space, Runnable tellsOffersAgain) {
        this.store = store;
        missing = new MissingSpace(space);
        this.events = events;
        this.peerNames = peerNames;
        this.labels = labels;
        this.tellsOffersAgain = tellsOffersAgain;
    }

    private static TransferId id(TransferView t) {
        return new TransferId(t.offer().hex(), t.transfer().hex(), t.peer(), t.direction());
    }

    @Override
    public void offered(TransferView transfer, List<String> names, long folders) {
        events.publish(new Offered(id(transfer), peerNames.name(transfer.peer()),
                labels.label(transfer.conversation()), names, transfer.amount().files(), folders,
                transfer.amount().total()));
    }

    @Override
    public void passedOver() {
        tellsOffersAgain.run();
    }

    @Override
    public void progress(TransferView transfer, long rate) {
        events.publish(new Progress(id(transfer), transfer.amount().bytes(), transfer.amount().total(), rate,
                transfer.amount().from()));
    }

    @Override
    public void transferred(TransferView transfer, Run run, List<Path> paths, Hashes hashes, FailedFiles failures) {
        double seconds = run.took().toMillis() / 1_000.0;
        events.publish(new Transferred(id(transfer), peerNames.name(transfer.peer()), transfer.amount().files(),
                transfer.amount().total(),
                new Moved(run.bytes(), seconds), paths, hex(hashes.root()), hex(hashes.sha256()), failures));
    }

    private static @Nullable String hex(byte @Nullable [] hash) {
        return hash == null ? null : HexFormat.of().formatHex(hash);
    }

    @Override
    public void helping(EntryId offer, int peers, @Nullable Double sent, int onSharedAir) {
        events.publish(new Helping(offer.hex(), peers, sent, onSharedAir));
    }

    @Override
    public void storeFailed(String message) {
        events.publish(new Failure(FailureCode.STORAGE, message));
    }

    @Override
    public void failed(TransferView transfer, FailureReason reason, boolean resumable) {
        StoredTransfer stored = stored(transfer);
        long left = transfer.amount().total() - transfer.amount().bytes();
        events.publish(new TransferFailed(id(transfer), peerNames.name(transfer.peer()), reason, resumable,
                stored == null ? null : MissingFolder.of(stored, reason),
                stored == null || !resumable ? 0 : missing.of(stored, transfer, reason, left)));
    }

    /// Null where it cannot be read: the store itself may be what failed.
    private @Nullable StoredTransfer stored(TransferView transfer) {
        try {
            return store.transfer(transfer.transfer());
        } catch (TransferStoreException e) {
            return null;
        }
    }

    @Override
    public void unmatched(TransferView transfer, Path folder) {
        events.publish(new Unmatched(id(transfer), folder));
    }

    @Override
    public void cleared(io.landline.filetransfer.TransferId transfer) {
        cleared.accept(transfer);
    }

    /// `told` of each incoming transfer that is over and left nothing unfinished in its folder; it must not wait.
    public void onCleared(Consumer<io.landline.filetransfer.TransferId> told) {
        cleared = told;
    }

    @Override
    public void paused(TransferView transfer, Side by) {
        events.publish(new TransferPaused(id(transfer), by == Side.THERE));
    }

    @Override
    public void resumed(TransferView transfer, Side by) {
        events.publish(new TransferResumed(id(transfer), by == Side.THERE));
    }
}
