package io.landline.filetransfer.outgoing;

import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferListener;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.filetransfer.running.PeerPause;
import io.landline.filetransfer.running.ProgressThrottle;
import io.landline.filetransfer.running.SlotUse;
import io.landline.filetransfer.source.LostFile;
import io.landline.filetransfer.source.SentChunks;
import io.landline.filetransfer.source.Upload;
import io.landline.peer.Direction;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One open transfer of an own offer to one receiver, as [OutgoingTransfers] keeps it. Confined to the files' queue.
final class OutgoingTransfer {
    StoredOffer offer;
    StoredTransfer stored;
    /// While the receiver has accepted on the session that there is now.
    @Nullable
    Upload upload;
    /// What is lost, and its receiver is to be told.
    final UntoldLosses untold = new UntoldLosses();
    final SentChunks sent;
    final PeerPause peerPause = new PeerPause();
    Duration startedAt = Duration.ZERO;
    private Duration ran = Duration.ZERO;
    /// What earlier runs of the program sent of it.
    private final long sentBefore;
    /// Of the slot that it has.
    private final SlotUse use = new SlotUse();
    ProgressThrottle pace = new ProgressThrottle();
    /// How much of the offer its receiver takes, as it said when it accepted last.
    FileMessage.Part taken;
    /// What a full disk at its receiver lacks, as it said last.
    private long missingThere;
    /// Once it is done: what its receiver did not get.
    FailedFiles failures = FailedFiles.NONE;
    /// Bytes of the offer that cannot be given any more, as far as this run knew last.
    private long bytesLost;
    /// Files that cannot be given any more, and that its receiver has.
    private final BitSet keptThere = new BitSet();
    private long bytesKeptThere;

    OutgoingTransfer(StoredOffer offer, StoredTransfer stored) {
        this.offer = offer;
        this.stored = stored;
        sent = new SentChunks(stored.bytes());
        sentBefore = stored.bytes();
        taken = new FileMessage.Part(offer.body().files(), offer.body().bytes());
    }

    /// The receiver accepts; null where it takes all. More than there is counts as all.
    void accepted(FileMessage.@Nullable Part part) {
        long files = offer.body().files();
        long bytes = offer.body().bytes();
        taken = part == null
                ? new FileMessage.Part(files, bytes)
                : new FileMessage.Part(Math.min(files, part.files()), Math.min(bytes, part.bytes()));
    }

    /// Bytes that its receiver takes and gets.
    long total() {
        return total(failures);
    }

    /// A file of the offer cannot be given any more: its receiver is to be told. What it has already stays there.
    void lost(LostFile file) {
        int number = (int) file.number();
        if (upload != null) untold.add(number, file.reason());
        boolean isThere = upload == null ? sent.hasAll(file.chunks()) : upload.receiverHasAll(file.chunks());
        if (!isThere || keptThere.get(number)) return;
        keptThere.set(number);
        bytesKeptThere += file.bytes();
    }

    /// Bytes that may still come to be there, with those that are: without what is lost. Of a part nobody here knows
    /// whether that is in it.
    private long expected() {
        if (upload != null) bytesLost = upload.pages().lostBytes() - bytesKeptThere;
        return taken.bytes() < offer.body().bytes() ? taken.bytes() : Math.max(0, taken.bytes() - bytesLost);
    }

    /// The same where these files could not be given.
    long total(FailedFiles without) {
        return Math.max(0, taken.bytes() - without.bytes());
    }

    /// How it moved in this run of the program. A run that was killed may have noted less than it sent, so what was
    /// handed to the network now counts. Nothing is counted of a swarm: then it is what the receiver got.
    TransferListener.Run run() {
        long left = Math.max(0, total() - sentBefore);
        long handed = sent.bytes() - sentBefore;
        return new TransferListener.Run(ran, handed > 0 ? Math.min(left, handed) : left);
    }

    /// Its receiver's disk is full, and lacks that number of bytes, as far as the receiver tells.
    void missesThere(long bytes) {
        missingThere = bytes;
    }

    TransferPhase phase() {
        return stored.phase();
    }

    void become(TransferPhase phase, TransferStore store) {
        note(stored.withPhase(phase), store);
    }

    /// What cannot be noted has not happened.
    void note(StoredTransfer next, TransferStore store) {
        store.saveTransfer(next);
        stored = next;
    }

    /// Whether it has one of the slots of running transfers.
    boolean holdsSlot() {
        return upload != null && upload.isGranted();
    }

    boolean waitsForSlot() {
        return upload != null && !upload.isGranted() && !upload.isEnded();
    }

    /// It has a slot from now on.
    void started(Duration uptime) {
        startedAt = uptime;
        use.begin(taken(), uptime);
    }

    /// Whether its receiver took little for long.
    boolean isSlow(Duration uptime) {
        return use.isSlow(taken(), uptime);
    }

    private long taken() {
        return upload == null ? stored.bytes() : upload.sentBytes();
    }

    /// Takes its slot away: it waits for another one.
    void recall(Duration uptime) {
        if (upload == null || !upload.isGranted()) return;
        upload.recall();
        ran = ran.plus(uptime.minus(startedAt));
    }

    /// Ends its upload, if there is one, and notes how far it came.
    void stop(Duration uptime) {
        Upload ended = upload;
        if (ended == null) return;
        if (ended.isGranted()) ran = ran.plus(uptime.minus(startedAt));
        ended.end();
        upload = null;
        untold.clear(); // the next accept is answered with all that is lost by then
        stored = stored.withBytes(ended.receivedBytes());
    }

    TransferView view() {
        long total = stored.state() == TransferState.DONE ? total() : expected();
        long bytes = Math.min(total, upload != null ? upload.receivedBytes() : stored.bytes());
        TransferState state = peerPause.shown(stored.state());
        return new TransferView(Direction.OUT, offer.id(), stored.id(), offer.conversation(), stored.peer(),
                new TransferView.Status(state, stored.reason(), peerPause.isOn(),
                        stored.reason() == FailureReason.DISK_FULL ? missingThere : 0),
                new TransferView.Amount(Math.max(0, taken.files() - failures.files()), bytes, total, List.of()));
    }
}
