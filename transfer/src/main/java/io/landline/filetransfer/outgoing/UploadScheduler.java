package io.landline.filetransfer.outgoing;

import static java.lang.System.Logger.Level.DEBUG;

import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.frame.ConnectedPeers;
import io.landline.filetransfer.running.ProgressThrottle;
import io.landline.filetransfer.running.TransferEvents;
import io.landline.filetransfer.source.LostFile;
import io.landline.filetransfer.source.Upload;
import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.List;

/// Which of the transfers that receivers accepted are sent, by [UploadSlots], and what is told of them while they are:
/// to this user how far they are, to receivers what is lost. Confined to the files' queue, but [#slots].
public final class UploadScheduler {
    private static final System.Logger LOG = System.getLogger(UploadScheduler.class.getName());

    private final OutgoingTable table;
    private final TransferStore store;
    private final ConnectedPeers peers;
    private final TransferEvents events;
    private final UploadSlots slots;

    UploadScheduler(OutgoingTable table, TransferStore store, ConnectedPeers peers, TransferEvents events,
            UploadSlots slots) {
        this.table = table;
        this.store = store;
        this.peers = peers;
        this.events = events;
        this.slots = slots;
    }

    /// The uploads of accepted transfers.
    public UploadSlots slots() {
        return slots;
    }

    /// Its receiver accepts on this session: it waits for a slot from now on.
    void begin(OutgoingTransfer outgoing, Upload upload) {
        outgoing.upload = upload;
        outgoing.untold.add(upload.pages()); // a receiver that begins is told what is lost already
        tellLost(outgoing);
        outgoing.pace = new ProgressThrottle();
        slots.add(upload);
        schedule();
    }

    /// Ends its upload, if there is one. To be followed by [#schedule]: somebody may wait for its slot.
    void stop(OutgoingTransfer outgoing) {
        Upload upload = outgoing.upload;
        if (upload != null) slots.remove(upload);
        outgoing.stop(events.uptime());
    }

    /// The same; and it waits for its receiver to accept again.
    void interrupt(OutgoingTransfer outgoing) {
        stop(outgoing);
        if (outgoing.stored.state() == TransferState.RUNNING) {
            outgoing.become(outgoing.phase().interrupted(), store);
        }
    }

    /// Gives the slots of running transfers to those that have waited longest.
    void schedule() {
        for (OutgoingTransfer outgoing : slots.grant(table.all(), this::recall)) {
            outgoing.started(events.uptime());
            boolean isNoted = outgoing.stored.state() == TransferState.RUNNING; // its recall could not be noted
            if (!isNoted) noteIfPossible(outgoing, outgoing.phase().started());
        }
        slots.wake();
    }

    /// It waits for another slot.
    private void recall(OutgoingTransfer outgoing) {
        outgoing.recall(events.uptime());
        noteIfPossible(outgoing, outgoing.phase().interrupted());
    }

    private void noteIfPossible(OutgoingTransfer outgoing, TransferPhase phase) {
        try {
            outgoing.become(phase, store);
        } catch (TransferStoreException e) {
            LOG.log(DEBUG, "Whether a transfer is sent is not noted; it is as it is all the same", e);
        }
    }

    /// A source file is not what was offered: each receiver of the offer is told, and the other files go on.
    public void lost(Upload upload, LostFile file) {
        for (OutgoingTransfer outgoing : table.all()) {
            if (!outgoing.offer.id().equals(upload.pages().offer().id())) continue;
            outgoing.lost(file);
            if (outgoing.upload != null) tellLost(outgoing);
        }
    }

    /// Tells what is lost, as far as its receiver reads; [#tick] tells the rest.
    private void tellLost(OutgoingTransfer outgoing) {
        Fingerprint receiver = outgoing.stored.peer();
        while (!outgoing.untold.isEmpty() && peers.keepsUp(receiver)) {
            peers.send(receiver, outgoing.untold.next(outgoing.stored.id()));
        }
    }

    /// Does what is due for one transfer while it is sent: news of what is lost, and progress.
    void tick(OutgoingTransfer outgoing, Duration now) {
        Upload upload = outgoing.upload;
        if (upload == null) return;
        tellLost(outgoing);
        long rate = outgoing.pace.claim(now, upload.receivedBytes());
        if (rate >= 0) events.progress(outgoing.view(), rate);
    }

    /// A receiver that takes little goes behind those that wait.
    void recallSlow(Duration now) {
        List<OutgoingTransfer> slow = slots.slow(table.all(), now);
        for (OutgoingTransfer outgoing : slow) {
            recall(outgoing);
            table.toTheEnd(outgoing);
        }
        if (!slow.isEmpty()) schedule();
    }

    /// Whether something is being sent that has progress to report.
    public boolean isBusy() {
        return table.all().stream().anyMatch(outgoing -> outgoing.upload != null);
    }

    /// Notes how far each came: the next start counts on from there.
    public void close() {
        for (OutgoingTransfer outgoing : table.all()) {
            if (outgoing.upload == null) continue;
            stop(outgoing);
            try {
                store.saveTransfer(outgoing.stored);
            } catch (TransferStoreException e) {
                LOG.log(DEBUG, "How far a transfer came is not noted; its card begins at the last note", e);
            }
        }
    }
}
