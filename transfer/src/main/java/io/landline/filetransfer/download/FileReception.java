package io.landline.filetransfer.download;

import io.landline.filetransfer.chunk.ChunkBuffer;
import io.landline.filetransfer.chunk.ChunkLedger;
import io.landline.filetransfer.chunk.ChunkQueue;
import io.landline.filetransfer.chunk.ChunkRun;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.filetransfer.chunk.HashFrame;
import io.landline.filetransfer.partial.PartialFile;
import io.landline.filetransfer.chunk.RangeFrame;
import io.landline.filetransfer.chunk.StreamingHash;
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
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One file of a download while its chunks come. The writer's thread runs [#receive]; the bulk reader brings chunks,
/// the control reader the origin's hashes.
final class FileReception {
    /// How often what is verified is forced to the disk and noted: at most this much work is lost in a crash.
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(2);
    /// A hash that is missing for this long is asked for again: it was lost with an earlier connection. Each time in
    /// vain doubles the wait, because a sender that lets us wait for our turn keeps every request, and bounds them.
    private static final Duration HASH_PATIENCE = Duration.ofSeconds(5);
    /// Chunks in one repeated request for missing hashes, besides those of [ChunkRecheck].
    private static final int HASHES_AGAIN_MAX = 128;

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
    /// @param checkpoints where what is verified is forced to the disk
    /// @param verifiedBytes of the whole transfer
    /// @param claim what the whole transfer has yet to write
    /// @param stopped whether it should end now
    record ReceptionContext(TransferId transfer, boolean onlyFile, Session session, BulkConnection line,
            ChunkQueue queue,
            Executor checkpoints, AtomicLong verifiedBytes, DiskSpace.Claim claim, BooleanSupplier stopped) {}

    private final ReceptionContext around;
    private final int file;
    private final PartialFile partial;
    private final ChunkLedger ledger;
    private final ChunkRecheck kept;
    private final @Nullable StreamingHash passing;
    /// Taken while what is verified is forced to the disk.
    private final Semaphore checkpointing = new Semaphore(1);
    private final MessageDigest chunkDigest = Sha256.digest();
    private volatile boolean wrongTooOften;
    private volatile @Nullable Exception notForced;
    private byte @Nullable [] sha256;
    private long writtenSinceLook;
    private long lookedAtNanos = System.nanoTime();
    private long checkpointedAtNanos = System.nanoTime();
    private volatile long heardAtNanos = System.nanoTime();
    private volatile boolean heard;
    private Duration patience = HASH_PATIENCE;

    FileReception(ReceptionContext around, PartialFile partial) {
        this.around = around;
        this.partial = partial;
        file = (int) partial.stored().number();
        int chunks = partial.chunks().count();
        int before = partial.stored().verifiedChunks();
        ledger = new ChunkLedger(file, chunks, before, partial.proven());
        kept = new ChunkRecheck(around.transfer, partial, ledger, ledger.unproven(), this::reread);
        passing = around.onlyFile && before == 0 && chunks > 1 ? new StreamingHash(around.transfer) : null;
    }

    /// Whether this chunk was asked for and is not here yet; it counts as arrived from now on.
    boolean arriving(int number, int chunk) {
        return number == file && ledger.arriving(chunk);
    }

    /// A chunk that is [#arriving], on the bulk connection's thread.
    void data(int chunk, ByteBuffer body) throws MalformedFrameException, InterruptedException {
        if (body.remaining() != partial.chunks().length(chunk)) {
            throw new MalformedFrameException("chunk of " + body.remaining() + " bytes");
        }
        around.queue.put(chunk, body, passing == null ? 1 : 2);
    }

    /// The origin's hashes, on the control connection's thread. Those of chunks that are not under way are ignored.
    void hashes(HashFrame.Run run) {
        if (run.file() != file) return;
        boolean wake = false;
        for (int i = 0; i < run.count(); i++) {
            int chunk = run.first() + i;
            if (kept.hashReceived(chunk, run.hash(i))) {
                hear();
            } else {
                wake |= settled(chunk, ledger.hashReceived(chunk, run.hash(i)));
            }
        }
        if (wake) around.queue.poke();
    }

    private void hear() {
        heardAtNanos = System.nanoTime();
        heard = true;
    }

    /// A kept chunk was compared, on the thread of those. It was counted as verified from the start.
    private void reread(int chunk, boolean same) {
        if (!same) around.verifiedBytes.addAndGet(-partial.chunks().length(chunk));
        around.queue.poke();
    }

    /// The chunks that this run of the program verified.
    BitSet verified() {
        return ledger.verified();
    }

    /// Counts what the ledger says; true where the writer should look.
    private boolean settled(int chunk, Outcome outcome) {
        return switch (outcome) {
            case VERIFIED -> {
                around.verifiedBytes.addAndGet(partial.chunks().length(chunk));
                yield true;
            }
            case WRONG -> true;
            case GIVEN_UP -> {
                wrongTooOften = true;
                yield true;
            }
            case WAITING, UNWANTED -> false;
        };
    }

    /// Gets all that is missing. The SHA-256 of the whole file where its bytes passed in order and it is the only one;
    /// else null. When this returns or throws, what is verified is noted and no thread touches the partial any more.
    byte @Nullable [] receive() throws IOException, InterruptedException, MalformedFrameException, StoppedException {
        try {
            receiveChunks();
        } finally {
            kept.close();
            if (passing != null && !ledger.isComplete()) passing.abandon();
            awaitCheckpoint();
            partial.checkpoint(ledger.prefix());
        }
        throwWhatWasNotForced();
        int chunks = partial.chunks().count();
        if (passing != null) sha256 = passing.finish(chunks);
        if (around.onlyFile && chunks == 0) sha256 = Sha256.digest().digest();
        return sha256;
    }

    private void receiveChunks() throws IOException, InterruptedException, MalformedFrameException, StoppedException {
        heardAtNanos = System.nanoTime();
        while (!ledger.isComplete()) {
            if (around.stopped.getAsBoolean() || !isConnected()) throw new StoppedException();
            if (wrongTooOften) throw new MalformedFrameException("a chunk differs from its hash again and again");
            kept.check();
            throwWhatWasNotForced();
            askForMore();
            ChunkBuffer chunk = around.queue.next();
            if (chunk == null) {
                askForHashes();
                continue;
            }
            hear();
            take(chunk);
            checkpointIfDue();
        }
    }

    private void take(ChunkBuffer chunk) throws IOException {
        try {
            if (passing != null) passing.pass(chunk);
            chunkDigest.update(chunk.bytes(), 0, chunk.length());
            byte[] hash = chunkDigest.digest();
            if (around.onlyFile && partial.chunks().count() == 1) sha256 = hash;
            keepRoom(partial.bytesAdded(chunk.chunk()));
            partial.write(chunk.chunk(), ByteBuffer.wrap(chunk.bytes(), 0, chunk.length()));
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
        request(FrameType.RANGE_REQUEST, ledger.ask());
        request(FrameType.HASH_REQUEST, kept.ask());
    }

    private void request(int type, List<ChunkRun> runs) throws StoppedException {
        if (runs.isEmpty()) return;
        try {
            around.line.send(type, new RangeFrame(around.transfer, runs).body(), ByteBuffer.allocate(0));
        } catch (IOException e) {
            throw new StoppedException(); // the connection: it is dialled again, and the transfer goes on
        }
    }

    private void askForHashes() throws StoppedException {
        if (System.nanoTime() - heardAtNanos < patience.toNanos()) return;
        heardAtNanos = System.nanoTime();
        patience = heard ? HASH_PATIENCE : patience.multipliedBy(2);
        heard = false;
        var runs = new ArrayList<>(kept.missing());
        runs.addAll(ledger.unhashed(HASHES_AGAIN_MAX));
        request(FrameType.HASH_REQUEST, runs);
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
