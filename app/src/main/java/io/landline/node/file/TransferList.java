package io.landline.node.file;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.node.event.PeerNames;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Ids;
import io.landline.node.port.FileTransfers.Other;
import io.landline.node.port.FileTransfers.Part;
import io.landline.node.port.FileTransfers.Progress;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.node.room.ConversationLabels;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.storage.transfers.TransferHistory;
import io.landline.storage.transfers.TransferHistory.Past;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Transfers of the database as a window and a command line show them. Keeps nothing of its own. Any thread.
public final class TransferList {
    private final ConversationLabels labels;
    private final PeerNames peerNames;
    private final MissingSpace missing;

    /// @param space which the downloads share
    public TransferList(ConversationLabels labels, PeerNames peerNames, DiskSpace space) {
        missing = new MissingSpace(space);
        this.labels = labels;
        this.peerNames = peerNames;
    }

    /// Where no node moves them.
    ///
    /// @param kept how many bytes of an incoming one are here: a node that was killed did not note it with the transfer
    public List<Transfer> atRest(List<Past> all, ToLongFunction<Past> kept) {
        return of(all.stream().map(past -> atRest(past, kept)).toList(), Map.of());
    }

    /// @param live the open ones as they were before `all` was read; what is open in the database and not among these
    /// has begun since, and is as the database has it
    public List<Transfer> of(List<Past> all, Map<TransferId, TransferView> live) {
        Map<Fingerprint, String> names = new HashMap<>();
        var list = new ArrayList<Transfer>();
        for (Past past : all) {
            String name = names.computeIfAbsent(past.transfer().peer(), peerNames::name);
            list.add(transfer(past, live.get(past.transfer().id()), name));
        }
        return list;
    }

    private static Part part(Past past) {
        OfferBody body = past.offer().body();
        TransferHistory.Part part = past.part();
        // where it ended before its list came, nobody knows how much it would have been
        return part != null && part.files() > 0
                ? new Part(part.files(), part.bytes(), part.isRest() || isLeftBehind(past, part))
                : new Part(body.files(), body.bytes());
    }

    /// Whether some of it was not taken, and its author took the offer back, or cancelled the rest.
    private static boolean isLeftBehind(Past past, TransferHistory.Part part) {
        boolean isTakenBack = past.offer().withdrawn() || past.restFailed() == FailureReason.CANCELLED;
        return isTakenBack && part.files() < past.offer().body().files();
    }

    private Transfer transfer(Past past, @Nullable TransferView view, String name) {
        StoredTransfer stored = past.transfer();
        OfferBody body = past.offer().body();
        TransferView live = stored.state().isOpen() ? view : null;
        TransferState state = live != null ? live.state() : stored.state();
        FailureReason reason = live != null ? live.status().reason() : reason(past);
        Content content = new Content(body.names(), body.files(), body.bytes(), body.folders());
        Part taken = live != null ? new Part(live.amount().files(), live.amount().total()) : part(past);
        long bytes = live != null ? live.amount().bytes() : here(stored, taken.bytes() - past.failures().bytes());
        FailureReason stopped = state == TransferState.PAUSED ? reason : null;
        return new Transfer(
                new Ids(stored.offer().hex(), stored.id().hex(), labels.label(past.offer().conversation())),
                stored.direction(), new Other(stored.peer(), name),
                content, taken,
                new Progress(state, bytes, reason, live != null && live.status().pausedByPeer(),
                        stored.state() == TransferState.PAUSED, past.failures(),
                        MissingFolder.of(stored, stopped), missing.of(stored, live, stopped, taken.bytes() - bytes)),
                past.offer().written(), past.paths());
    }

    /// What somebody wanted so is no news where the first part stands.
    private static @Nullable FailureReason reason(Past past) {
        FailureReason rest = past.restFailed();
        return rest == null || rest.isByAPerson() ? past.transfer().reason() : rest;
    }

    /// Of one to us that failed, the files that were whole: the rest was removed. Of others nothing is known.
    private static long here(StoredTransfer stored, long whole) {
        return switch (stored.state()) {
            case DONE -> whole;
            case FAILED -> stored.direction() == Direction.IN ? stored.bytes() : 0;
            case OFFERED, WAITING, RUNNING, PAUSED -> stored.bytes();
        };
    }

    /// Where no node moves it, nothing runs: it goes on once one does.
    private static Past atRest(Past past, ToLongFunction<Past> kept) {
        StoredTransfer stored = past.transfer();
        if (stored.state() != TransferState.RUNNING) return past;
        StoredTransfer waiting = stored.withPhase(stored.phase().interrupted());
        if (stored.direction() == Direction.IN) waiting = waiting.withBytes(kept.applyAsLong(past));
        return new Past(waiting, past.offer(), past.part(), past.paths(), past.failures(), past.restFailed());
    }
}
