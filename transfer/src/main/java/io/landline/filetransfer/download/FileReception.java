package io.landline.filetransfer.download;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.chunk.ChunkBuffer;
import io.landline.filetransfer.chunk.ChunkLedger;
import io.landline.filetransfer.chunk.ChunkLedger.Outcome;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.RangeFrame;
import io.landline.filetransfer.partial.PartialFile;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.session.BulkConnection;
import io.landline.swarm.ChunkSpan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One file of a download while its chunks come. The writer's thread runs [#receive]; the bulk reader brings chunks,
/// the session's queue pages of hashes. Chunks are counted from the first one of the file, but in frames from the
/// first one of the offer.
final class FileReception {
    /// After this number of bytes it is noted how far the file is. A killed run loses these, and what is under way
    /// ([ChunkLedger#ASKED_MAX]).
    static final long NOTED_EACH_BYTES = 8L * 1024 * 1024;

    /// Somebody stopped it, or the connection broke.
    static final class StoppedException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /// What is to come does not go on the disk.
    static final class DiskLimitException extends IOException {
        private static final long serialVersionUID = 1;
        final FailureReason reason;

        /// @param reason there is no room left, or a file is too large for the file system
        DiskLimitException(FailureReason reason) { this.reason = reason; }
    }

    /// The author cannot give the file any more.
    static final class LostFileException extends Exception {
        private static final long serialVersionUID = 1;
        final FailureReason reason;

        LostFileException(FailureReason reason) { this.reason = reason; }
    }

    /// What a file needs of the download that it belongs to.
    ///
    /// @param bulk carries what is asked for
    /// @param pages of the whole offer
    /// @param others the other files
    record ReceptionContext(DownloadContext download, TransferId transfer, BulkConnection bulk, PageRequests pages,
            Others others) {
        WaitingFiles waiting() {
            return others.waiting;
        }

        KnownPages known() {
            return pages.known();
        }
    }

    /// What is known of the files around this one.
    ///
    /// @param waiting files before this one that lack a page
    /// @param prefetched small files that were asked for before their turn
    record Others(WaitingFiles waiting, PrefetchedChunks prefetched) {}

    private final ReceptionContext around;
    /// The number of the file's first chunk in the offer, and of the chunk behind its last one.
    private final int first;
    private final int end;
    private final PartialFile partial;
    private final ChunkLedger ledger;
    /// Asked for before its turn.
    private final boolean isEarly;
    private final ChunkRecheck kept;
    private final Checkpoints checkpoints;
    private final MessageDigest chunkDigest = Sha256.digest();
    /// What it counts for in the download's sum.
    private final AtomicLong bytesHere = new AtomicLong();
    private volatile boolean wrongTooOften;
    private volatile @Nullable FailureReason lostByPage;

    /// @param first the number of the file's first chunk in the offer
    FileReception(ReceptionContext around, PartialFile partial, int first) {
        this.around = around;
        checkpoints = new Checkpoints(around.download.checkpoints());
        this.partial = partial;
        this.first = first;
        end = first + partial.chunks().count();
        int count = partial.chunks().countWithBytes();
        int before = Math.min(partial.stored().keptChunks(), count);
        bytesHere.set(Math.min(partial.stored().bytes(), (long) before * partial.chunks().chunkBytes()));
        ledger = new ChunkLedger(count, before, partial.proven());
        isEarly = count == 1 && before == 0 && around.others.prefetched.holds(first);
        if (isEarly) ledger.underWay();
        kept = new ChunkRecheck(around.transfer, partial, ledger, ledger.unproven(), this::reread);
        around.pages.want(first + before, end); // those of kept chunks when their turn comes
    }

    /// Whether this chunk of the offer was asked for and is not here yet; it counts as arrived from now on.
    boolean arriving(int chunk) {
        return chunk >= first && chunk < end && ledger.arriving(chunk - first);
    }

    /// A chunk that is [#arriving], on the bulk connection's thread.
    void data(Fingerprint from, int chunk, ByteBuffer body) throws MalformedFrameException, InterruptedException {
        if (body.remaining() != partial.chunks().length(chunk - first)) {
            throw new MalformedFrameException("chunk of " + body.remaining() + " bytes");
        }
        around.download.queue().put(from, chunk, body);
    }

    /// A page of hashes has come and is known, on the session's queue. Hashes of chunks that are not under
    /// way are found again when they are.
    void paged(HashPage page) {
        int from = Math.max(first, HashPage.first(page.number()));
        int to = Math.min(end, HashPage.end(page.number(), around.known().chunks()));
        if (from >= to) return;
        for (int chunk = from; chunk < to; chunk++) told(chunk - first, page.hash(chunk));
        around.download.queue().poke();
    }

    /// The origin's word on a chunk.
    private void told(int chunk, byte[] hash) {
        FailureReason lost = HashPage.lostReason(hash);
        if (lost != null) lostByPage = lost;
        if (!kept.hashReceived(chunk, hash)) settled(chunk, ledger.hashReceived(chunk, hash));
    }

    /// A kept chunk was compared, on the thread of those. It was counted as here from the start.
    private void reread(int chunk, boolean same) {
        if (!same) came(-partial.chunks().length(chunk));
        around.download.queue().poke();
    }

    /// The chunks that this run of the program verified.
    BitSet verified() {
        return ledger.verified();
    }

    private void came(long bytes) {
        bytesHere.addAndGet(bytes);
        around.download.bytesHere().add(bytes);
    }

    /// What is here of it, verified or not.
    long bytesHere() {
        return bytesHere.get();
    }

    /// Chunks that were asked for, and have not come.
    int underWay() {
        return ledger.underWayCount();
    }

    /// A chunk that is not what it should be is not counted as here any more.
    private void settled(int chunk, Outcome outcome) {
        switch (outcome) {
            case WRONG -> came(-partial.chunks().length(chunk));
            case GIVEN_UP -> wrongTooOften = true;
            case VERIFIED, WAITING, UNWANTED -> {
            }
        }
    }

    /// What is written and waits for its hash: this reception does not compare it any more.
    Map<Integer, byte[]> takeUnhashed() {
        return ledger.takeUnhashed();
    }

    /// Gets all that is missing. False where all is written, and only a page is missing that the next files go on with.
    /// When this returns or throws, what came is noted and no thread touches the partial any more.
    boolean receive() throws IOException, InterruptedException, MalformedFrameException, StoppedException,
            LostFileException {
        boolean complete;
        try {
            complete = receiveChunks();
        } finally {
            kept.close();
            checkpoints.await();
            partial.checkpoint(ledger.prefix());
        }
        checkpoints.throwIfFailed();
        return complete;
    }

    /// An empty file has a chunk too, which only its page tells of.
    private boolean isComplete() {
        return ledger.isComplete()
                && (partial.chunks().countWithBytes() > 0 || around.known().find(HashPage.of(first)) != null);
    }

    /// Whether it can wait for its last page while the next files flow: nothing else is to be done for it.
    private boolean canWait() {
        int page = HashPage.of(end - 1);
        if (HashPage.end(page, around.known().chunks()) == end || !around.waiting().hasSpace()) return false;
        if (!ledger.isWritten() || around.known().find(page) != null) return false;
        int unproven = ledger.unproven().nextSetBit(0); // kept chunks: those before the last page are being read
        return unproven < 0 || HashPage.of(first + unproven) == page;
    }

    private void checkLost() throws LostFileException {
        FailureReason reason = around.download.lost().reason(partial.stored().number());
        byte[] empty = partial.chunks().countWithBytes() == 0 ? around.known().hash(first) : null;
        if (reason == null) reason = empty == null ? lostByPage : HashPage.lostReason(empty);
        if (reason == null && wrongTooOften) reason = FailureReason.SOURCE_CHANGED;
        if (reason != null) throw new LostFileException(reason);
    }

    private boolean receiveChunks()
            throws IOException, InterruptedException, MalformedFrameException, StoppedException, LostFileException {
        around.pages.heard();
        if (isEarly) tellKnown(List.of(new ChunkSpan(0, 1))); // its page may be here, too
        checkLost();
        while (!isComplete()) {
            if (around.download.stopped().getAsBoolean()) throw new StoppedException();
            checkLost();
            kept.check();
            checkpoints.throwIfFailed();
            around.waiting().finish();
            askForMore();
            if (canWait()) return false;
            byte[] early = around.others.prefetched.take(first);
            if (early != null) {
                around.pages.heard();
                take(0, early, early.length);
                noteIfDue();
                checkpoints.beginIfDue(this::checkpoint);
                continue;
            }
            ChunkBuffer chunk = around.download.queue().next();
            if (chunk == null) {
                around.pages.askAgain();
                continue;
            }
            around.pages.heard();
            take(chunk);
            noteIfDue();
            checkpoints.beginIfDue(this::checkpoint);
        }
        return true;
    }

    private void take(ChunkBuffer chunk) throws IOException {
        try {
            boolean ours = chunk.chunk() >= first && chunk.chunk() < end; // else of a file that was lost
            if (ours) take(chunk.chunk() - first, chunk.bytes(), chunk.length());
        } finally {
            chunk.release();
        }
    }

    private void take(int chunk, byte[] bytes, int length) throws IOException {
        around.download.disk().keepSpace(partial.bytesAdded(chunk));
        for (int at = 0; at < length; at += ChunkBuffer.SLICE_BYTES) {
            int slice = Math.min(ChunkBuffer.SLICE_BYTES, length - at);
            chunkDigest.update(bytes, at, slice);
            partial.write(chunk, at, ByteBuffer.wrap(bytes, at, slice));
        }
        came(length);
        settled(chunk, ledger.written(chunk, chunkDigest.digest()));
    }

    private void askForMore() throws StoppedException {
        List<ChunkSpan> fresh = ledger.ask(around.waiting().unhashed());
        tellKnown(fresh);
        if (!fresh.isEmpty()) {
            List<ChunkSpan> inOffer = fresh.stream().map(run -> run.plus(first)).toList();
            request(inOffer);
        }
        List<ChunkSpan> again = kept.ask();
        for (ChunkSpan run : again) around.pages.want(first + run.first(), first + run.end());
        tellKnown(again);
        boolean all = ledger.next() == partial.chunks().countWithBytes();
        around.pages.reached(all ? end : first + ledger.next());
    }

    private void request(List<ChunkSpan> runs) throws StoppedException {
        try {
            byte[] body = new RangeFrame(around.transfer, runs).body();
            around.bulk.send(FrameType.RANGE_REQUEST, body, ByteBuffer.allocate(0));
        } catch (IOException e) {
            throw new StoppedException(); // the connection: it is dialled again, and the transfer goes on
        }
    }

    /// What an earlier page told of these chunks.
    private void tellKnown(List<ChunkSpan> runs) {
        for (ChunkSpan run : runs) {
            for (int chunk = run.first(); chunk < run.end(); chunk++) {
                byte[] hash = around.known().hash(first + chunk);
                if (hash != null) told(chunk, hash);
            }
        }
    }

    private void noteIfDue() {
        int prefix = ledger.prefix();
        long fresh = (long) (prefix - partial.stored().keptChunks()) * partial.chunks().chunkBytes();
        if (fresh >= NOTED_EACH_BYTES) partial.note(prefix);
    }

    private Checkpoints.Checkpoint checkpoint() {
        int prefix = ledger.prefix();
        return () -> partial.checkpoint(prefix);
    }
}
