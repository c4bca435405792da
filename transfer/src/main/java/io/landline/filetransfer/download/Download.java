package io.landline.filetransfer.download;

import io.landline.filetransfer.chunk.ChunkQueue;
import io.landline.filetransfer.partial.DiskFailure;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.filetransfer.partial.DownloadFolder;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.chunk.HashFrame;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.partial.PartialFile;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.partial.VerifiedChunks;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.landline.filetransfer.download.FileReception.NoSpaceException;
import io.landline.filetransfer.download.FileReception.StoppedException;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.frame.MalformedFrameException;
import io.landline.session.BulkConnection;
import io.landline.session.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One incoming transfer while its bytes move, on one session. Three threads share the work and never wait for each
/// other's disk or cipher longer than the buffers between them last:
///
///     bulk ──(6 buffers)──► writer: hash, write, ask for more   control reader: the origin's hashes into the ledger
///                └────────► hash of the whole file              [ChunkRecheck]: what an earlier run left, read again
///
/// The writer is a platform thread, because hashing and writing never yield. It is the only one that sends. A download
/// is used once.
public final class Download {
    /// Chunks that nobody asked for, before the connection that brings them ends. A stopped transfer leaves up to
    /// [ChunkLedger#ASKED_MAX] of them on the way.
    static final int UNASKED_MAX = 1_024;
    /// Paths in the event of a finished transfer; more would be a list that nobody reads.
    private static final int PATHS_TOLD_MAX = 1_000;
    private static final int FILES_A_READ = 256;
    private static final System.Logger LOG = System.getLogger(Download.class.getName());

    /// How it ended. Told once, from the writer's thread, when no thread of it touches a file any more.
    public sealed interface Ended {
        record Complete(List<Path> paths, byte @Nullable [] sha256) implements Ended {}

        /// Somebody called [Download#stop], or the connection broke: what is verified is kept.
        record Stopped(boolean connectionLost) implements Ended {}

        record Failed(FailureReason reason, boolean resumable) implements Ended {}
    }

    private final StoredTransfer transfer;
    private final OfferBody offer;
    private final Session session;
    private final TransferStore store;
    private final BulkConnections lines;
    private final Executor checkpoints;
    private final VerifiedChunks proven;
    private final DiskSpace room;
    private final ChunkQueue queue;
    private final AtomicInteger unasked = new AtomicInteger();
    private final AtomicLong verifiedBytes = new AtomicLong();
    private volatile @Nullable FileReception current;
    private volatile @Nullable BulkConnection bulk;
    private volatile boolean stopped;
    private boolean finishing;
    private byte @Nullable [] sha256;

    /// `proven`: what earlier downloads of this transfer verified, and what this one will.
    public Download(StoredTransfer transfer, OfferBody offer, Session session, TransferStore store,
            BulkConnections lines,
            Executor checkpoints, VerifiedChunks proven, DiskSpace room) {
        this.proven = proven;
        this.room = room;
        this.transfer = transfer;
        this.offer = offer;
        this.session = session;
        this.store = store;
        this.lines = lines;
        this.checkpoints = checkpoints;
        queue = new ChunkQueue(offer.chunkBytes());
    }

    public void start(Consumer<Ended> end) {
        Thread.ofPlatform().name("files-write-" + transfer.id()).daemon().start(() -> end.accept(run()));
    }

    public Session session() {
        return session;
    }

    /// Bytes verified in all, earlier runs included. Any thread.
    public long verifiedBytes() {
        return verifiedBytes.get();
    }

    /// Asks it to end soon; any thread, any number of times. False where it is too late: every chunk is verified, and
    /// the last file gets its name.
    public boolean stop() {
        synchronized (this) {
            if (finishing) return false;
            stopped = true;
        }
        queue.stop();
        return true;
    }

    /// From here on nothing stops it: a transfer is either cancelled, and leaves nothing, or complete.
    private synchronized void commitToFinish(StoredFile file) throws StoppedException {
        if (stopped) throw new StoppedException();
        finishing = file.number() == offer.files() - 1;
    }

    /// The bulk connection ended; any thread.
    public void bulkClosed(BulkConnection closed) {
        if (closed == bulk) queue.poke();
    }

    /// A chunk, on the bulk connection's thread; waits while all buffers are in use, which is how the sender learns to
    /// slow down.
    public void data(int file, int chunk, ByteBuffer body) throws MalformedFrameException {
        FileReception now = current;
        if (now == null || stopped || !now.arriving(file, chunk)) {
            if (unasked.incrementAndGet() > UNASKED_MAX) {
                throw new MalformedFrameException("chunks that nobody asked for");
            }
            return;
        }
        try {
            now.data(chunk, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The origin's hashes, on the control connection's thread.
    public void hashes(HashFrame.Run run) {
        FileReception now = current;
        if (now != null) now.hashes(run);
    }

    private Ended run() {
        try {
            DownloadFolder folder = DownloadFolder.reopen(Path.of(transfer.acceptance().folder()));
            verifiedBytes.set(verifiedBefore());
            try (DiskSpace.Claim claim = room.claim(folder.path())) {
                claim.needs(offer.bytes() - onDiskBefore(folder));
                if (!claim.fits()) throw new NoSpaceException();
                BulkConnection line = lines.acquire(session);
                bulk = line;
                try {
                    return receiveAll(folder, line, claim);
                } finally {
                    lines.release(session);
                }
            }
        } catch (StoppedException e) {
            return new Ended.Stopped(!stopped);
        } catch (InterruptedException e) {
            return new Ended.Stopped(false);
        } catch (MalformedFrameException e) {
            LOG.log(WARNING, "Transfer {0}: {1}", transfer.id(), e.getMessage());
            return new Ended.Failed(FailureReason.SOURCE_CHANGED, false);
        } catch (BulkConnections.NoConnectionException e) {
            return new Ended.Stopped(true);
        } catch (NoSpaceException e) {
            LOG.log(INFO, "Transfer {0} stopped: there is no room for the rest of it and the reserve", transfer.id());
            return new Ended.Failed(FailureReason.DISK_FULL, true);
        } catch (IOException e) {
            FailureReason reason = DiskFailure.reason(e, Path.of(transfer.acceptance().folder()));
            LOG.log(WARNING, "Transfer " + transfer.id() + " stopped at the disk: " + reason.text(), e);
            return new Ended.Failed(reason, true);
        } catch (TransferStoreException e) {
            LOG.log(WARNING, "Transfer " + transfer.id() + " stopped at the store: " + e.reason().text(), e);
            return new Ended.Failed(e.reason(), true);
        } catch (RuntimeException e) {
            LOG.log(ERROR, "Transfer " + transfer.id() + " stopped by a fault of ours", e); // what is kept is kept
            return new Ended.Failed(FailureReason.LOST, true);
        } finally {
            current = null;
        }
    }

    private interface Measure {
        long bytes(StoredFile file);
    }

    private long sum(Measure measure) {
        long bytes = 0;
        List<StoredFile> page;
        for (long n = 0; !(page = store.files(transfer.id(), n, FILES_A_READ)).isEmpty(); n += page.size()) {
            for (StoredFile file : page) bytes += file.complete() ? file.bytes() : measure.bytes(file);
        }
        return bytes;
    }

    private long verifiedBefore() {
        return sum(file -> Math.min(file.bytes(), (long) file.verifiedChunks() * offer.chunkBytes()));
    }

    /// What is on the disk already, verified or not: it is written over and takes no more room.
    private long onDiskBefore(DownloadFolder folder) {
        return sum(file -> file.verifiedChunks() == 0 ? 0 : Math.min(file.bytes(), folder.bytesOf(file.partial())));
    }

    private Ended receiveAll(DownloadFolder folder, BulkConnection line, DiskSpace.Claim claim)
            throws IOException, InterruptedException, MalformedFrameException, StoppedException {
        var paths = new ArrayList<Path>();
        List<StoredFile> page;
        for (long n = 0; !(page = store.files(transfer.id(), n, FILES_A_READ)).isEmpty(); n += page.size()) {
            for (StoredFile file : page) {
                if (stopped) throw new StoppedException();
                String saved = file.complete() ? file.saved() : receive(folder, file, line, claim);
                if (paths.size() < PATHS_TOLD_MAX) paths.add(folder.path().resolve(saved));
            }
        }
        return new Ended.Complete(List.copyOf(paths), sha256);
    }

    private String receive(DownloadFolder folder, StoredFile file, BulkConnection line, DiskSpace.Claim claim)
            throws IOException, InterruptedException,
            MalformedFrameException, StoppedException {
        try (var partial = new PartialFile(store, transfer.id(), folder, file, offer.chunkBytes(), proven)) {
            if (!partial.open()) return partial.stored().saved();
            if (partial.stored().verifiedChunks() < file.verifiedChunks()) {
                verifiedBytes.set(verifiedBefore());
                claim.needs(offer.bytes() - onDiskBefore(folder));
            }
            var around = new FileReception.ReceptionContext(transfer.id(), offer.files() == 1, session, line, queue,
                    checkpoints, verifiedBytes, claim, () -> stopped);
            var now = new FileReception(around, partial);
            current = now;
            try {
                sha256 = now.receive();
                commitToFinish(file);
                partial.finish();
            } finally {
                partial.leave(now.verified());
            }
            return partial.stored().saved();
        }
    }
}
