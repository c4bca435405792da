package io.landline.filetransfer.download;

import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.PageRequest;
import io.landline.filetransfer.chunk.ChunkBuffer;
import io.landline.filetransfer.chunk.ChunkLedger;
import io.landline.filetransfer.chunk.ChunkQueue;
import io.landline.filetransfer.chunk.ChunkRun;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.filetransfer.partial.PartialFile;
import io.landline.filetransfer.chunk.RangeFrame;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.chunk.ChunkLedger.Outcome;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Sha256;
import io.landline.session.BulkConnection;
import io.landline.session.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One file of a download while its chunks come. The writer's thread runs [#receive]; the bulk reader brings chunks,
/// the control reader pages of hashes. Chunks are counted from the first one of the file, but in frames from the
/// first one of the offer.
final class FileReception {
    /// How often what is verified is forced to the disk and noted: at most this much work is lost in a crash.
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(2);
    /// A page that is missing for this long is asked for again: it was lost with an earlier connection. Each time in
    /// vain doubles the wait, because a sender that lets us wait for our turn keeps every request, and bounds them.
    private static final Duration PAGE_PATIENCE = Duration.ofSeconds(5);
    /// Somebody stopped it, or the connection broke.
    static final class StoppedException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /// The disk has no room left for what is to come.
    static final class NoSpaceException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /// What a file needs of the download that it belongs to.
    ///
    /// @param line carries what is asked for
    /// @param checkpoints where what came is forced to the disk
    /// @param bytesHere of the whole transfer, on the disk
    /// @param claim what the whole transfer has yet to write
    /// @param pages of the whole offer
    /// @param stopped whether it should end now
    record ReceptionContext(TransferId transfer, Session session, BulkConnection line, ChunkQueue queue,
            Executor checkpoints, AtomicLong bytesHere, DiskSpace.Claim claim, KnownPages pages,
            BooleanSupplier stopped) {}

    private final ReceptionContext around;
    /// The number of the file's first chunk in the offer, and of the chunk behind its last one.
    private final int first;
    private final int end;
    private final PartialFile partial;
    private final ChunkLedger ledger;
    private final ChunkRecheck kept;
    /// Pages that were asked for in this reception.
    private final BitSet requested = new BitSet();
    /// The next page to ask for because all its chunks of this file were asked for.
    private int nextPage;
    /// Taken while what is verified is forced to the disk.
    private final Semaphore checkpointing = new Semaphore(1);
    private final MessageDigest chunkDigest = Sha256.digest();
    private volatile boolean wrongTooOften;
    private volatile @Nullable Exception notForced;
    private long writtenSinceLook;
    private long lookedAtNanos = System.nanoTime();
    private long checkpointedAtNanos = System.nanoTime();
    private volatile long heardAtNanos = System.nanoTime();
    private volatile boolean heard;
    private Duration patience = PAGE_PATIENCE;

    /// @param first the number of the file's first chunk in the offer
    FileReception(ReceptionContext around, PartialFile partial, int first) {
        this.around = around;
        this.partial = partial;
        this.first = first;
        end = first + partial.chunks().count();
        int count = partial.chunks().countWithBytes();
        int before = Math.min(partial.stored().keptChunks(), count);
        ledger = new ChunkLedger(count, before, partial.proven());
        kept = new ChunkRecheck(around.transfer, partial, ledger, ledger.unproven(), this::reread);
        nextPage = HashPage.of(first + Math.min(before, Math.max(0, count - 1)));
    }

    /// Whether this chunk of the offer was asked for and is not here yet; it counts as arrived from now on.
    boolean arriving(int chunk) {
        return chunk >= first && chunk < end && ledger.arriving(chunk - first);
    }

    /// A chunk that is [#arriving], on the bulk connection's thread.
    void data(int chunk, ByteBuffer body) throws MalformedFrameException, InterruptedException {
        if (body.remaining() != partial.chunks().length(chunk - first)) {
            throw new MalformedFrameException("chunk of " + body.remaining() + " bytes");
        }
        around.queue.put(chunk - first, body);
    }

    /// A page of hashes has come and is known, on the control connection's thread. Hashes of chunks that are not under
    /// way are found again when they are.
    void paged(HashPage page) {
        int from = Math.max(first, HashPage.first(page.number()));
        int to = Math.min(end, HashPage.end(page.number(), around.pages.chunks()));
        if (from >= to) return;
        for (int chunk = from; chunk < to; chunk++) told(chunk - first, page.hash(chunk));
        hear();
        around.queue.poke();
    }

    /// The origin's word on a chunk.
    private void told(int chunk, byte[] hash) {
        if (!kept.hashReceived(chunk, hash)) settled(chunk, ledger.hashReceived(chunk, hash));
    }

    private void hear() {
        heardAtNanos = System.nanoTime();
        heard = true;
    }

    /// A kept chunk was compared, on the thread of those. It was counted as here from the start.
    private void reread(int chunk, boolean same) {
        if (!same) around.bytesHere.addAndGet(-partial.chunks().length(chunk));
        around.queue.poke();
    }

    /// The chunks that this run of the program verified.
    BitSet verified() {
        return ledger.verified();
    }

    /// A chunk that is not what it should be is not counted as here any more.
    private void settled(int chunk, Outcome outcome) {
        switch (outcome) {
            case WRONG -> around.bytesHere.addAndGet(-partial.chunks().length(chunk));
            case GIVEN_UP -> wrongTooOften = true;
            case VERIFIED, WAITING, UNWANTED -> {
            }
        }
    }

    /// Gets all that is missing. When this returns or throws, what came is noted and no thread touches the partial any
    /// more.
    void receive() throws IOException, InterruptedException, MalformedFrameException, StoppedException {
        try {
            receiveChunks();
        } finally {
            kept.close();
            awaitCheckpoint();
            partial.checkpoint(ledger.prefix());
        }
        throwWhatWasNotForced();
    }

    /// An empty file has a chunk too, which only its page tells of.
    private boolean isComplete() {
        return ledger.isComplete()
                && (partial.chunks().countWithBytes() > 0 || around.pages.find(HashPage.of(first)) != null);
    }

    private void receiveChunks() throws IOException, InterruptedException, MalformedFrameException, StoppedException {
        heardAtNanos = System.nanoTime();
        while (!isComplete()) {
            if (around.stopped.getAsBoolean() || !isConnected()) throw new StoppedException();
            if (wrongTooOften) throw new MalformedFrameException("a chunk differs from its hash again and again");
            kept.check();
            throwWhatWasNotForced();
            askForMore();
            ChunkBuffer chunk = around.queue.next();
            if (chunk == null) {
                askForPagesAgain();
                continue;
            }
            hear();
            take(chunk);
            checkpointIfDue();
        }
    }

    private void take(ChunkBuffer chunk) throws IOException {
        try {
            chunkDigest.update(chunk.bytes(), 0, chunk.length());
            byte[] hash = chunkDigest.digest();
            keepRoom(partial.bytesAdded(chunk.chunk()));
            partial.write(chunk.chunk(), ByteBuffer.wrap(chunk.bytes(), 0, chunk.length()));
            around.bytesHere.addAndGet(chunk.length());
            settled(chunk.chunk(), ledger.written(chunk.chunk(), hash));
        } finally {
            chunk.release();
        }
    }

    /// Looks at the disk again before every reserve's worth of bytes, and at each checkpoint's time: others write to it
    /// as well.
    private void keepRoom(int bytes) throws IOException {
        boolean due = System.nanoTime() - lookedAtNanos >= CHECKPOINT_INTERVAL.toNanos();
        if (due || writtenSinceLook + bytes > DiskSpace.RESERVE_BYTES) {
            if (!around.claim.fits()) throw new NoSpaceException();
            lookedAtNanos = System.nanoTime();
            writtenSinceLook = 0;
        }
        writtenSinceLook += bytes;
        around.claim.written(bytes);
    }

    private void askForMore() throws StoppedException {
        List<ChunkRun> fresh = ledger.ask();
        tellKnown(fresh);
        if (!fresh.isEmpty()) {
            List<ChunkRun> inOffer = fresh.stream().map(run -> run.plus(first)).toList();
            send(FrameType.RANGE_REQUEST, new RangeFrame(around.transfer, inOffer).body());
        }
        var missing = new BitSet();
        for (; nextPage <= HashPage.of(end - 1) && isAskedFor(nextPage); nextPage++) missing.set(nextPage);
        List<ChunkRun> again = kept.ask();
        for (ChunkRun run : again) {
            missing.set(HashPage.of(first + run.first()), HashPage.of(first + run.end() - 1) + 1);
        }
        tellKnown(again);
        missing.andNot(requested);
        requested.or(missing);
        request(missing);
    }

    /// What an earlier page told of these chunks.
    private void tellKnown(List<ChunkRun> runs) {
        for (ChunkRun run : runs) {
            for (int chunk = run.first(); chunk < run.end(); chunk++) {
                byte[] hash = around.pages.hash(first + chunk);
                if (hash != null) told(chunk, hash);
            }
        }
    }

    /// Whether all chunks that this file has in a page were asked for: so the origin has read, or will read, them
    /// anyway.
    private boolean isAskedFor(int page) {
        return first + ledger.next() >= Math.min(HashPage.end(page, around.pages.chunks()),
                first + partial.chunks().countWithBytes());
    }

    /// Asks for those of these pages that are not here.
    private void request(BitSet numbers) throws StoppedException {
        List<Integer> pages = numbers.stream().filter(page -> around.pages.find(page) == null).boxed().toList();
        for (int at = 0; at < pages.size(); at += PageRequest.PAGES_MAX) {
            List<Integer> part = pages.subList(at, Math.min(pages.size(), at + PageRequest.PAGES_MAX));
            send(FrameType.HASH_REQUEST, new PageRequest(around.transfer, part).body());
        }
    }

    private void send(int type, byte[] body) throws StoppedException {
        try {
            around.line.send(type, body, ByteBuffer.allocate(0));
        } catch (IOException e) {
            throw new StoppedException(); // the connection: it is dialled again, and the transfer goes on
        }
    }

    private void askForPagesAgain() throws StoppedException {
        if (System.nanoTime() - heardAtNanos < patience.toNanos()) return;
        heardAtNanos = System.nanoTime();
        patience = heard ? PAGE_PATIENCE : patience.multipliedBy(2);
        heard = false;
        request(requested);
    }

    private void checkpointIfDue() {
        if (System.nanoTime() - checkpointedAtNanos < CHECKPOINT_INTERVAL.toNanos()) return;
        if (!checkpointing.tryAcquire()) return;
        checkpointedAtNanos = System.nanoTime();
        int prefix = ledger.prefix();
        around.checkpoints.execute(() -> {
            try {
                partial.checkpoint(prefix);
            } catch (IOException | RuntimeException e) {
                notForced = e;
            } finally {
                checkpointing.release();
            }
        });
    }

    /// The system may report a failed force only once, so a failure must not be ignored.
    private void throwWhatWasNotForced() throws IOException {
        Exception failed = notForced;
        if (failed instanceof IOException disk) throw disk;
        if (failed instanceof RuntimeException store) throw store;
    }

    /// A force that is under way still uses the channel about to be closed.
    private void awaitCheckpoint() throws InterruptedException {
        checkpointing.acquire();
        checkpointing.release();
    }

    private boolean isConnected() {
        return around.line.isOpen() && around.session.isOpen();
    }
}
