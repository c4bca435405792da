package io.landline.filetransfer.download;

import java.util.Objects;
import io.landline.filetransfer.TransferListener.Hashes;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.ChunkQueue;
import io.landline.filetransfer.partial.DiskFailure;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.filetransfer.partial.DownloadFolder;
import io.landline.filetransfer.FailureReason;
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
///     bulk ──(6 buffers)──► writer: hash, write, ask for more
///     control reader: pages of hashes into the ledger      [ChunkRecheck]: what an earlier run left, read again
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
        record Complete(List<Path> paths, Hashes hashes) implements Ended {}

        /// Somebody called [Download#stop], or the connection broke: what is verified is kept.
        record Stopped(boolean connectionLost) implements Ended {}

        record Failed(FailureReason reason, boolean resumable) implements Ended {}
    }

    private final StoredTransfer transfer;
    private final StoredOffer offer;
    private final OfferBody body;
    private final Session session;
    private final TransferStore store;
    private final BulkConnections lines;
    private final Executor checkpoints;
    private final VerifiedChunks proven;
    private final DiskSpace room;
    private final ChunkQueue queue;
    private final AtomicInteger unasked = new AtomicInteger();
    private final AtomicLong bytesHere = new AtomicLong();
    private volatile @Nullable FileReception current;
    private volatile @Nullable KnownPages pages;
    private volatile boolean twoPages;
    private volatile @Nullable TransferStoreException pageNotKept;
    private volatile @Nullable BulkConnection bulk;
    private volatile boolean stopped;
    private boolean finishing;

    /// `proven`: what earlier downloads of this transfer verified, and what this one will.
    public Download(StoredTransfer transfer, StoredOffer offer, Session session, TransferStore store,
            BulkConnections lines,
            Executor checkpoints, VerifiedChunks proven, DiskSpace room) {
        this.proven = proven;
        this.room = room;
        this.transfer = transfer;
        this.offer = offer;
        body = offer.body();
        this.session = session;
        this.store = store;
        this.lines = lines;
        this.checkpoints = checkpoints;
        queue = new ChunkQueue(body.chunkBytes());
    }

    public void start(Consumer<Ended> end) {
        Thread.ofPlatform().name("files-write-" + transfer.id()).daemon().start(() -> end.accept(run()));
    }

    public Session session() {
        return session;
    }

    /// Bytes on the disk in all, earlier runs included; the newest of them wait for their hashes. Any thread.
    public long bytesHere() {
        return bytesHere.get();
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
        finishing = file.number() == body.files() - 1;
    }

    /// The bulk connection ended; any thread.
    public void bulkClosed(BulkConnection closed) {
        if (closed == bulk) queue.poke();
    }

    /// A chunk, on the bulk connection's thread; waits while all buffers are in use, which is how the sender learns to
    /// slow down.
    public void data(int chunk, ByteBuffer bytes) throws MalformedFrameException {
        FileReception now = current;
        if (now == null || stopped || !now.arriving(chunk)) {
            if (unasked.incrementAndGet() > UNASKED_MAX) {
                throw new MalformedFrameException("chunks that nobody asked for");
            }
            return;
        }
        try {
            now.data(chunk, bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A page of hashes, on the control connection's thread.
    public void paged(HashPage page) throws MalformedFrameException {
        KnownPages known = pages;
        if (known == null) return;
        try {
            known.add(page);
        } catch (KnownPages.TwoPagesException e) {
            LOG.log(WARNING, "Transfer {0}: the author signed two different pages {1}", transfer.id(), page.number());
            twoPages = true;
            queue.poke();
            return;
        } catch (TransferStoreException e) {
            pageNotKept = e;
            queue.poke();
            return;
        }
        FileReception now = current;
        if (now != null) now.paged(page);
    }

    private Ended run() {
        try {
            DownloadFolder folder = DownloadFolder.reopen(Path.of(transfer.acceptance().folder()));
            bytesHere.set(keptBefore());
            pages = new KnownPages(offer, store, chunks());
            try (DiskSpace.Claim claim = room.claim(folder.path())) {
                claim.needs(body.bytes() - onDiskBefore(folder));
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
            if (twoPages) return new Ended.Failed(FailureReason.SOURCE_CHANGED, false);
            TransferStoreException notKept = pageNotKept;
            if (notKept != null) return new Ended.Failed(notKept.reason(), true);
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

    /// Of the whole offer.
    private int chunks() {
        return (int) sum(file -> layout(file).count(), file -> layout(file).count());
    }

    private ChunkLayout layout(StoredFile file) {
        return new ChunkLayout(file.bytes(), body.chunkBytes());
    }

    private interface Measure {
        long of(StoredFile file);
    }

    private long sum(Measure measure) {
        return sum(measure, StoredFile::bytes);
    }

    private long sum(Measure measure, Measure complete) {
        long sum = 0;
        List<StoredFile> page;
        for (long n = 0; !(page = store.files(transfer.id(), n, FILES_A_READ)).isEmpty(); n += page.size()) {
            for (StoredFile file : page) sum += file.complete() ? complete.of(file) : measure.of(file);
        }
        return sum;
    }

    private long keptBefore() {
        return sum(file -> Math.min(file.bytes(), (long) file.keptChunks() * body.chunkBytes()));
    }

    /// What is on the disk already, verified or not: it is written over and takes no more room.
    private long onDiskBefore(DownloadFolder folder) {
        return sum(file -> file.keptChunks() == 0 ? 0 : Math.min(file.bytes(), folder.bytesOf(file.partial())));
    }

    private Ended receiveAll(DownloadFolder folder, BulkConnection line, DiskSpace.Claim claim)
            throws IOException, InterruptedException, MalformedFrameException, StoppedException {
        var paths = new ArrayList<Path>();
        int first = 0;
        List<StoredFile> page;
        for (long n = 0; !(page = store.files(transfer.id(), n, FILES_A_READ)).isEmpty(); n += page.size()) {
            for (StoredFile file : page) {
                if (stopped) throw new StoppedException();
                String saved = file.complete() ? file.saved() : receive(folder, file, first, line, claim);
                first += layout(file).count();
                if (paths.size() < PATHS_TOLD_MAX) paths.add(folder.path().resolve(saved));
            }
        }
        return new Ended.Complete(List.copyOf(paths), hashes(known()));
    }

    private boolean mustEnd() {
        return stopped || twoPages || pageNotKept != null;
    }

    private KnownPages known() {
        return Objects.requireNonNull(pages, "pages are known before the first file");
    }

    private Hashes hashes(KnownPages known) {
        boolean oneChunk = body.files() == 1 && known.chunks() == 1;
        return new Hashes(known.root(), oneChunk ? known.hash(0) : null);
    }

    private String receive(DownloadFolder folder, StoredFile file, int first, BulkConnection line,
            DiskSpace.Claim claim)
            throws IOException, InterruptedException,
            MalformedFrameException, StoppedException {
        try (var partial = new PartialFile(store, transfer.id(), folder, file, body.chunkBytes(), proven)) {
            if (!partial.open()) return partial.stored().saved();
            if (partial.stored().keptChunks() < file.keptChunks()) {
                bytesHere.set(keptBefore());
                claim.needs(body.bytes() - onDiskBefore(folder));
            }
            var around = new FileReception.ReceptionContext(transfer.id(), session, line, queue, checkpoints,
                    bytesHere, claim, known(), this::mustEnd);
            var now = new FileReception(around, partial, first);
            current = now;
            try {
                now.receive();
                commitToFinish(file);
                partial.finish();
            } finally {
                partial.leave(now.verified());
            }
            return partial.stored().saved();
        }
    }
}
