package io.landline.filetransfer.incoming;

import static java.lang.System.Logger.Level.WARNING;

import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.download.Download;
import io.landline.filetransfer.frame.ConnectedPeers;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.filetransfer.running.TransferEvents;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import java.nio.file.Path;
import java.util.List;

/// What becomes of transfers to us: noted first, then told to their authors and to this user. Confined to the files'
/// queue.
final class IncomingOutcomes {
    private static final System.Logger LOG = System.getLogger(IncomingOutcomes.class.getName());

    private final IncomingTable table;
    private final TransferStore store;
    private final ConnectedPeers peers;
    private final TransferEvents events;
    private final DiskSpace space;

    IncomingOutcomes(IncomingTable table, IncomingContext context) {
        this.table = table;
        store = context.store();
        peers = context.peers();
        events = context.events();
        space = context.space();
    }

    /// What cannot be noted has not happened.
    void become(IncomingTransfer incoming, TransferPhase phase) {
        store.saveTransfer(incoming.stored.withPhase(phase));
        incoming.become(phase);
    }

    void complete(IncomingTransfer incoming, Download.Ended.Complete ended) {
        FailedFiles failures = ended.failures();
        if (!failures.none()) store.saveFailures(incoming.stored.id(), failures);
        become(incoming, incoming.stored.phase().finished());
        incoming.failures = failures;
        table.over(incoming);
        var lost = new FileMessage.Lost(failures.files(), failures.bytes(), ended.lost().changed(),
                ended.lost().gone());
        peers.send(incoming.stored.peer(), new FileMessage.Done(incoming.stored.id(), lost));
        events.transferred(incoming.view(), incoming.ran, ended.paths(), ended.hashes(), failures);
    }

    /// It will never be done, and its author knows or does not matter.
    void fail(IncomingTransfer incoming, FailureReason reason) {
        become(incoming, incoming.stored.phase().failed(reason));
        table.over(incoming);
        incoming.release();
        events.failed(incoming.view(), reason, false);
    }

    void tellFailed(IncomingTransfer incoming, FailureReason reason) {
        peers.send(incoming.stored.peer(), new FileMessage.Failed(incoming.stored.id(), reason, false));
    }

    /// Answers a peer that asks for a transfer which is not open: what became of it, if it was one to us of that peer.
    void tellAgain(TransferId id, Fingerprint author) {
        StoredTransfer over = store.transfer(id);
        if (over == null || over.direction() != Direction.IN || !over.peer().equals(author)) return;
        if (over.state() == TransferState.DONE) {
            peers.send(author, new FileMessage.Done(id, lost(over)));
        } else if (over.reason() == FailureReason.DECLINED) {
            peers.send(author, new FileMessage.Decline(over.offer()));
        } else {
            peers.send(author,
                    new FileMessage.Failed(id, over.reason() == null ? FailureReason.LOST : over.reason(), false));
        }
    }

    /// What a transfer that is done could not get, as its author is told.
    private FileMessage.Lost lost(StoredTransfer done) {
        FailedFiles failures = store.failures(done.id());
        return failures.none()
                ? FileMessage.Lost.NONE
                : new FileMessage.Lost(failures.files(), failures.bytes(), List.of(), List.of());
    }

    /// Something stopped it that a person may mend. Said also where it cannot be noted: what stopped it may be the
    /// store itself, and the next run of the program only tries again.
    void stop(IncomingTransfer incoming, FailureReason reason) {
        incoming.become(incoming.stored.phase().stopped(reason));
        try {
            store.saveTransfer(incoming.stored);
        } catch (TransferStoreException e) {
            LOG.log(WARNING, "Transfer " + incoming.stored.id() + " is stopped, and that cannot be noted", e);
            events.storeFailed(String.valueOf(e.getMessage()));
        }
        tellStopped(incoming, reason);
        events.failed(incoming.view(), reason, true);
    }

    /// Its author hears why it stopped, and of a full disk how much room it lacks.
    void tellStopped(IncomingTransfer incoming, FailureReason reason) {
        peers.send(incoming.stored.peer(), new FileMessage.Failed(incoming.stored.id(), reason, true,
                reason == FailureReason.DISK_FULL ? missing(incoming) : 0));
    }

    /// 0 where that cannot be told.
    private long missing(IncomingTransfer incoming) {
        Path folder = incoming.stored.acceptance().place();
        TransferView.Amount amount = incoming.view().amount();
        return folder == null
                ? 0
                : Math.min(OfferBody.BYTES_MAX, space.missingTold(folder, amount.total() - amount.bytes()));
    }

    void notNoted(IncomingTransfer incoming, TransferStoreException e) {
        LOG.log(WARNING, "What became of transfer " + incoming.stored.id() + " cannot be noted", e);
        incoming.release();
        stop(incoming, e.reason());
    }

    /// Nothing of the offer is what was chosen: it is as if it had not been accepted, and its manifest is asked for
    /// again.
    void unmatched(IncomingTransfer incoming) {
        Path folder = incoming.folder();
        var again = new IncomingTransfer(incoming.offer, incoming.stored.unmatched());
        store.saveChoice(again.stored, List.of());
        table.replace(incoming, again);
        events.unmatched(again.view(), folder);
    }
}
