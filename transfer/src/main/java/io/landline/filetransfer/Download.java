package io.landline.filetransfer;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.landline.filetransfer.ChunkLedger.Outcome;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.session.BulkConnection;
import io.landline.session.Lane;
import io.landline.session.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One incoming transfer while its bytes move, on one session. Three threads share the work and never wait for each other's disk or
/// cipher longer than the buffers between them last:
///
///     bulk reader ──(6 buffers)──► writer: hash, write, ask for more      control reader: the origin's hashes into the ledger
///                       └────────► hash of the whole file
///
/// The writer is a platform thread, because hashing and writing never yield. It is the only one that sends. A download is used once.
final class Download {
    /// Between the bulk reader and the writer: enough that neither waits for the other's hiccup, 6 MiB for each running transfer.
    private static final int BUFFERS = 6;
    /// Chunks that nobody asked for, before the connection that brings them ends. A stopped transfer leaves up to
    /// [ChunkLedger#ASKED_MAX] of them on the way.
    static final int UNASKED_MAX = 1_024;
    /// How often what is verified is forced to the disk and noted: so much work a crash may cost.
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(2);
    /// A hash that is missing for so long is asked for again: it was lost with an earlier connection.
    private static final Duration HASH_PATIENCE = Duration.ofSeconds(5);
    /// How long a wait lasts before what should have happened is looked at again.
    private static final Duration LOOK = Duration.ofMillis(200);
    /// Paths in the event of a finished transfer; more would be a list that nobody reads.
    private static final int PATHS_TOLD_MAX = 1_000;
    private static final int FILES_A_READ = 256;
    private static final ChunkBuffer POKE = new ChunkBuffer(0);
    private static final System.Logger LOG = System.getLogger(Download.class.getName());

    /// How it ended. Told once, from the writer's thread, when no thread of it touches a file any more.
    sealed interface Ended {
        record Complete(List<Path> paths, byte @Nullable [] sha256) implements Ended {}

        /// Somebody called [Download#stop], or the connection broke: what is verified is kept.
        record Stopped(boolean connectionLost) implements Ended {}

        record Failed(FailureReason reason, boolean resumable) implements Ended {}
    }

    /// The file that is being received, with what is known of its chunks.
    private record Current(int file, PartialFile partial, ChunkLedger ledger, @Nullable PassingHash passing) {}

    private static final class StoppedException extends Exception {
        private static final long serialVersionUID = 1;
    }

    private final StoredTransfer transfer;
    private final OfferBody offer;
    private final Session session;
    private final TransferStore store;
    private final BulkLines lines;
    private final Executor checkpoints;
    private final BlockingQueue<ChunkBuffer> free = new ArrayBlockingQueue<>(BUFFERS);
    private final BlockingQueue<ChunkBuffer> arrived = new ArrayBlockingQueue<>(BUFFERS + 1);
    private final AtomicInteger buffersMade = new AtomicInteger();
    private final AtomicInteger unasked = new AtomicInteger();
    private final AtomicLong verifiedBytes = new AtomicLong();
    /// Taken while what is verified is forced to the disk.
    private final Semaphore checkpointing = new Semaphore(1);
    private final MessageDigest chunkDigest = Sha256.digest();
    private volatile @Nullable Current current;
    private volatile @Nullable BulkConnection bulk;
    private volatile boolean stopped;
    private boolean finishing;
    private volatile boolean wrongTooOften;
    private byte @Nullable [] sha256;
    private long checkpointedAtNanos = System.nanoTime();
    private long heardAtNanos = System.nanoTime();

    Download(StoredTransfer transfer, OfferBody offer, Session session, TransferStore store, BulkLines lines, Executor checkpoints) {
        this.transfer = transfer;
        this.offer = offer;
        this.session = session;
        this.store = store;
        this.lines = lines;
        this.checkpoints = checkpoints;
    }

    void start(Consumer<Ended> end) {
        Thread.ofPlatform().name("files-write-" + transfer.id()).daemon().start(() -> end.accept(run()));
    }

    Session session() {
        return session;
    }

    /// Bytes verified in all, earlier runs included. Any thread.
    long verifiedBytes() {
        return verifiedBytes.get();
    }

    /// Asks it to end soon; any thread, any number of times. False where it is too late: every chunk is verified, and the last file gets
    /// its name.
    boolean stop() {
        synchronized (this) {
            if (finishing) return false;
            stopped = true;
        }
        arrived.offer(POKE);
        return true;
    }

    /// From here on nothing stops it: a transfer is either cancelled, and leaves nothing, or complete.
    private synchronized void commitToFinish(StoredFile file) throws StoppedException {
        if (stopped) throw new StoppedException();
        finishing = file.number() == offer.files() - 1;
    }

    /// The bulk connection ended; any thread.
    void bulkClosed(BulkConnection closed) {
        if (closed == bulk) arrived.offer(POKE);
    }

    /// A chunk, on the bulk connection's thread; waits while all buffers are in use, which is how the sender learns to slow down.
    void data(int file, int chunk, ByteBuffer body) throws MalformedFrameException {
        Current now = current;
        if (now == null || now.file != file || stopped || !now.ledger.arriving(chunk)) {
            if (unasked.incrementAndGet() > UNASKED_MAX) throw new MalformedFrameException("chunks that nobody asked for");
            return;
        }
        int length = now.partial.chunks().length(chunk);
        if (body.remaining() != length) throw new MalformedFrameException("chunk of " + body.remaining() + " bytes");
        try {
            ChunkBuffer buffer = freeBuffer();
            if (buffer == null) return;
            body.get(buffer.bytes(), 0, length);
            buffer.hold(chunk, length, now.passing == null ? 1 : 2, free);
            arrived.put(buffer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable ChunkBuffer freeBuffer() throws InterruptedException {
        ChunkBuffer buffer = free.poll();
        if (buffer != null) return buffer;
        if (buffersMade.getAndUpdate(made -> Math.min(BUFFERS, made + 1)) < BUFFERS) return new ChunkBuffer(offer.chunkBytes());
        while (buffer == null && !stopped) buffer = free.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return buffer;
    }

    /// The origin's hashes, on the control connection's thread. Those of chunks that are not under way are ignored.
    void hashes(HashFrame.Run run) {
        Current now = current;
        if (now == null || now.file != run.file()) return;
        boolean wake = false;
        for (int i = 0; i < run.count(); i++) wake |= settled(now, run.first() + i, now.ledger.told(run.first() + i, run.hash(i)));
        if (wake) arrived.offer(POKE);
    }

    /// Counts what the ledger says; true where the writer should look.
    private boolean settled(Current now, int chunk, Outcome outcome) {
        return switch (outcome) {
            case VERIFIED -> {
                verifiedBytes.addAndGet(now.partial.chunks().length(chunk));
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

    private Ended run() {
        try {
            DownloadFolder folder = DownloadFolder.reopen(Path.of(transfer.folder()));
            verifiedBytes.set(verifiedBefore());
            if (!folder.hasRoomFor(offer.bytes() - verifiedBytes.get())) return new Ended.Failed(FailureReason.DISK_FULL, true);
            bulk = lines.acquire(session);
            try {
                return receiveAll(folder);
            } finally {
                lines.release(session);
            }
        } catch (StoppedException e) {
            return new Ended.Stopped(!stopped);
        } catch (InterruptedException e) {
            return new Ended.Stopped(false);
        } catch (MalformedFrameException e) {
            LOG.log(WARNING, "Transfer {0}: {1}", transfer.id(), e.getMessage());
            return new Ended.Failed(FailureReason.SOURCE_CHANGED, false);
        } catch (BulkLines.NoLineException e) {
            return new Ended.Stopped(true);
        } catch (IOException e) {
            LOG.log(WARNING, "Transfer " + transfer.id() + " cannot write", e);
            return new Ended.Failed(reason(e), true);
        } catch (RuntimeException e) {
            LOG.log(ERROR, "Transfer " + transfer.id() + " stopped", e); // the store: a full disk, most likely; what is kept is kept
            return new Ended.Failed(FailureReason.DISK_FULL, true);
        } finally {
            current = null;
        }
    }

    private long verifiedBefore() {
        long bytes = 0;
        List<StoredFile> page;
        for (long n = 0; !(page = store.files(transfer.id(), n, FILES_A_READ)).isEmpty(); n += page.size()) {
            for (StoredFile file : page) {
                bytes += file.complete() ? file.bytes() : Math.min(file.bytes(), (long) file.verifiedChunks() * offer.chunkBytes());
            }
        }
        return bytes;
    }

    private Ended receiveAll(DownloadFolder folder) throws IOException, InterruptedException, MalformedFrameException, StoppedException {
        var paths = new ArrayList<Path>();
        List<StoredFile> page;
        for (long n = 0; !(page = store.files(transfer.id(), n, FILES_A_READ)).isEmpty(); n += page.size()) {
            for (StoredFile file : page) {
                if (stopped) throw new StoppedException();
                String saved = file.complete() ? file.saved() : receive(folder, file);
                if (paths.size() < PATHS_TOLD_MAX) paths.add(folder.path().resolve(saved));
            }
        }
        return new Ended.Complete(List.copyOf(paths), sha256);
    }

    private String receive(DownloadFolder folder, StoredFile file) throws IOException, InterruptedException, MalformedFrameException,
            StoppedException {
        try (var partial = new PartialFile(store, transfer.id(), folder, file, offer.chunkBytes())) {
            if (!partial.open()) return partial.stored().saved();
            if (partial.stored().verifiedChunks() < file.verifiedChunks()) verifiedBytes.set(verifiedBefore());
            int chunks = partial.chunks().count();
            int before = partial.stored().verifiedChunks();
            boolean wholeHash = offer.files() == 1 && before == 0 && chunks > 1;
            var now = new Current((int) file.number(), partial, new ChunkLedger((int) file.number(), chunks, before),
                    wholeHash ? new PassingHash(transfer.id()) : null);
            current = now;
            try {
                receiveChunks(now);
            } finally {
                if (now.passing != null && !now.ledger.isComplete()) now.passing.abandon();
                awaitCheckpoint();
                partial.checkpoint(now.ledger.prefix());
            }
            if (now.passing != null) sha256 = now.passing.finish(chunks);
            if (offer.files() == 1 && chunks == 0) sha256 = Sha256.digest().digest();
            commitToFinish(file);
            partial.finish();
            return partial.stored().saved();
        }
    }

    private void receiveChunks(Current now) throws IOException, InterruptedException, MalformedFrameException, StoppedException {
        heardAtNanos = System.nanoTime();
        while (!now.ledger.isComplete()) {
            if (stopped || !isConnected()) throw new StoppedException();
            if (wrongTooOften) throw new MalformedFrameException("a chunk differs from its hash again and again");
            askForMore(now);
            ChunkBuffer chunk = arrived.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            if (chunk == null) askForHashes(now);
            if (chunk == null || chunk == POKE) continue;
            heardAtNanos = System.nanoTime();
            take(now, chunk);
            checkpointIfDue(now);
        }
    }

    private void take(Current now, ChunkBuffer chunk) throws IOException {
        try {
            if (now.passing != null) now.passing.pass(chunk);
            chunkDigest.update(chunk.bytes(), 0, chunk.length());
            byte[] hash = chunkDigest.digest();
            if (offer.files() == 1 && now.partial.chunks().count() == 1) sha256 = hash;
            now.partial.write(chunk.chunk(), ByteBuffer.wrap(chunk.bytes(), 0, chunk.length()));
            settled(now, chunk.chunk(), now.ledger.written(chunk.chunk(), hash));
        } finally {
            chunk.release();
        }
    }

    private void askForMore(Current now) throws StoppedException {
        List<ChunkRun> runs = now.ledger.ask();
        if (runs.isEmpty()) return;
        BulkConnection line = bulk;
        try {
            if (line == null) throw new StoppedException();
            line.send(FrameType.RANGE_REQUEST, new RangeFrame(transfer.id(), runs).body(), ByteBuffer.allocate(0));
        } catch (IOException e) {
            throw new StoppedException(); // the connection: it is dialled again, and the transfer goes on
        }
    }

    private void askForHashes(Current now) {
        if (System.nanoTime() - heardAtNanos < HASH_PATIENCE.toNanos()) return;
        heardAtNanos = System.nanoTime();
        List<ChunkRun> runs = now.ledger.unhashed();
        if (runs.isEmpty()) return;
        // Where the lane is full there is much on the way already, and the next look asks again.
        session.offer(Lane.FILES, new Frame(FrameType.HASH_REQUEST, new RangeFrame(transfer.id(), runs).body()));
    }

    private void checkpointIfDue(Current now) {
        if (System.nanoTime() - checkpointedAtNanos < CHECKPOINT_INTERVAL.toNanos()) return;
        if (!checkpointing.tryAcquire()) return;
        checkpointedAtNanos = System.nanoTime();
        int prefix = now.ledger.prefix();
        checkpoints.execute(() -> {
            try {
                now.partial.checkpoint(prefix);
            } catch (IOException e) {
                LOG.log(INFO, "Transfer " + transfer.id() + " could not be forced to the disk", e); // the writer meets it too
            } finally {
                checkpointing.release();
            }
        });
    }

    /// A forcing that is under way uses the channel that is to be closed.
    private void awaitCheckpoint() throws InterruptedException {
        checkpointing.acquire();
        checkpointing.release();
    }

    private boolean isConnected() {
        BulkConnection line = bulk;
        return line != null && line.isOpen() && session.isOpen();
    }

    /// Java tells a full disk by its text alone, and in the system's words.
    private static FailureReason reason(IOException e) {
        if (e instanceof AccessDeniedException) return FailureReason.NO_PERMISSION;
        String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        boolean full = text.contains("no space left") || text.contains("space on the disk") || text.contains("quota")
                || text.contains("file too large");
        return full ? FailureReason.DISK_FULL : FailureReason.NO_PERMISSION;
    }
}
