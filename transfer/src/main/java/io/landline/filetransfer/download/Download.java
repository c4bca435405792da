package io.landline.filetransfer.download;

import io.landline.filetransfer.Choice;
import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferListener.Hashes;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.chunk.ChunkQueue;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.OfferChunks;
import io.landline.filetransfer.download.EarlyEnd.NothingLeftException;
import io.landline.filetransfer.download.FileReception.DiskLimitException;
import io.landline.filetransfer.download.FileReception.StoppedException;
import io.landline.filetransfer.download.ReceivedSums.Outcome;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.filetransfer.partial.DownloadFolder;
import io.landline.filetransfer.partial.ReceivedFolders;
import io.landline.filetransfer.partial.VerifiedChunks;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.session.BulkConnection;
import io.landline.session.BulkThread;
import io.landline.session.Session;
import io.landline.swarm.ChunkSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One incoming transfer while its bytes move, from its author or in a swarm. Three threads share the work and never
/// wait for each other's disk or cipher longer than the buffers between them last:
///
///     bulk ──(6 buffers)──► writer: hash, write, ask for more
///     control reader: pages of hashes into the ledger      [ChunkRecheck]: what an earlier run left, read again
///
/// The writer is a platform thread, because hashing and writing never yield. It is the only one that sends. A download
/// is used once.
public final class Download {
    /// Paths in the event of a finished transfer; more would be a list that nobody reads.
    private static final int PATHS_TOLD_MAX = 1_000;
    static final int FILES_A_READ = 256;

    /// How it ended. Told once, from the writer's thread, when no thread of it touches a file any more.
    public sealed interface Ended {
        /// @param lost what its author could not give, as the author is told
        record Complete(List<Path> paths, Hashes hashes, FailedFiles failures, LostNumbers lost) implements Ended {}

        /// Somebody called [Download#interrupt], or the connection broke: what is verified is kept.
        record Interrupted(boolean connectionLost) implements Ended {}

        /// Something stopped it that a person can mend, as a full disk: what is verified is kept.
        record Stopped(FailureReason reason) implements Ended {}

        /// Nothing more can come of it.
        record Failed(FailureReason reason) implements Ended {}
    }

    /// Numbers of the first files that could not be had.
    public record LostNumbers(List<Integer> changed, List<Integer> gone) {}

    private final StoredTransfer transfer;
    private final Path place;
    private final StoredOffer offer;
    private final OfferBody body;
    private final ReceivedSums sums;
    private final ChunkSupply supply;
    private final TransferStore store;
    private final Executor checkpoints;
    private final VerifiedChunks verified;
    private final DiskSpace space;
    private final Choice choice;
    private final LostAtAuthor lost;
    private final ChunkQueue queue;
    private final UnaskedChunks unasked = new UnaskedChunks();
    private final EarlyEnd early;
    private final BytesHere bytesHere;
    private volatile @Nullable AuthorReception reception;
    private volatile @Nullable SwarmReception swarming;
    private volatile @Nullable KnownPages pages;
    private volatile @Nullable ReceivedFolders received;
    private volatile @Nullable BulkConnection bulk;

    /// `proven`: what earlier downloads of this transfer verified, and what this one will. `lost` may grow while it
    /// runs; then [#lostNews] is called.
    public Download(StoredTransfer transfer, StoredOffer offer, ChunkSupply supply, TransferStore store,
            Executor checkpoints, VerifiedChunks verified, DiskSpace space, Choice choice, LostAtAuthor lost) {
        this.lost = lost;
        this.choice = choice;
        this.verified = verified;
        this.space = space;
        this.transfer = transfer;
        this.offer = offer;
        body = offer.body();
        place = Objects.requireNonNull(transfer.acceptance().place(), "no folder that can be spelled");
        early = new EarlyEnd(transfer, place);
        bytesHere = new BytesHere(transfer.bytes());
        sums = new ReceivedSums(store, transfer.id(), body.chunkBytes());
        this.supply = supply;
        this.store = store;
        this.checkpoints = checkpoints;
        queue = new ChunkQueue(body.chunkBytes());
    }

    public void start(Consumer<Ended> end) {
        BulkThread.start("files-write-" + transfer.id(), () -> end.accept(run()));
    }

    /// Whether this peer may bring chunks and pages.
    public boolean takesFrom(Fingerprint peer) {
        return switch (supply) {
            case ChunkSupply.Author(var session, _) -> session.peer().equals(peer);
            case ChunkSupply.Swarm _ -> true;
        };
    }

    /// Whether it does not end with the session of its author.
    public boolean isSwarm() {
        return supply instanceof ChunkSupply.Swarm;
    }

    /// Bytes on the disk in all, earlier runs included; the newest of them wait for their hashes. Any thread.
    public long bytesHere() {
        return bytesHere.shown();
    }

    /// Bytes that came in this run. Any thread.
    public long bytesArrived() {
        return bytesHere.arrived();
    }

    /// Bytes that will never come, since their author cannot give them any more. Any thread.
    public long bytesLost() {
        return bytesHere.lost();
    }

    /// Grows with each step forward, also while that only finds what earlier runs left. Any thread.
    public long bytesKnown() {
        return bytesHere.known();
    }

    /// Asks it to end soon; any thread, any number of times. False where it is too late: every chunk is verified, and
    /// the last file gets its name.
    public boolean interrupt() {
        if (!early.interrupt()) return false;
        queue.stop();
        return true;
    }

    /// Notes what has come of folders and waits to be noted for long enough: a kill costs a transfer that stands still
    /// no more than one that runs. To be called now and then; any thread.
    public void noteDue() {
        ReceivedFolders folders = received;
        if (folders == null) return;
        try {
            folders.noteDue();
        } catch (TransferStoreException e) {
            early.notKept(e);
            queue.poke();
        }
    }

    /// The author cannot give some file any more; any thread.
    public void lostNews() {
        queue.poke();
    }

    /// The bulk connection ended; any thread.
    public void bulkClosed(BulkConnection closed) {
        if (closed == bulk) queue.poke();
    }

    /// A chunk, on the bulk connection's thread; waits while all buffers are in use, which is how the sender learns to
    /// slow down.
    public void data(Fingerprint from, int chunk, ByteBuffer bytes) throws MalformedFrameException {
        AuthorReception now = reception;
        SwarmReception swarm = swarming;
        try {
            if (now != null && !early.isInterrupted() && now.data(from, chunk, bytes)) return;
            if (swarm != null && !early.isInterrupted() && swarm.arriving(from, chunk)) {
                swarm.data(from, chunk, bytes);
            } else {
                unasked.came(from);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A page of hashes, on the session's queue.
    public void paged(HashPage page) throws MalformedFrameException {
        KnownPages known = pages;
        if (known == null) return;
        try {
            known.add(page);
        } catch (KnownPages.TwoPagesException e) {
            early.twoPages(page.number());
            queue.poke();
            return;
        } catch (TransferStoreException e) {
            early.notKept(e);
            queue.poke();
            return;
        }
        AuthorReception now = reception;
        if (now != null) now.paged(page);
        SwarmReception swarm = swarming;
        if (swarm != null) swarm.paged(page);
        queue.poke();
    }

    private Ended run() {
        try {
            return early.within(this::receive);
        } finally {
            reception = null;
            queue.stop(); // who brings a chunk that nobody takes would wait, and hold its connection up
        }
    }

    private Ended receive()
            throws IOException, InterruptedException, MalformedFrameException, StoppedException, NothingLeftException {
        DownloadFolder folder = DownloadFolder.reopen(place);
        ReceivedSums.Beginning beginning = sums.beginning();
        if (!isSwarm()) {
            bytesHere.found(beginning.kept()); // in any order, so it must be looked at first
            bytesHere.counted();
        }
        bytesHere.lost(beginning.lost());
        pages = new KnownPages(offer, store, beginning.chunks());
        try (var folders = new ReceivedFolders(store, transfer, offer, folder, verified, choice);
                DiskSpace.Reservation reservation = space.reserve(folder.path())) {
            received = folders;
            reserve(reservation, beginning, folders);
            Outcome outcome = switch (supply) {
                case ChunkSupply.Author(var session, var connections) -> receiveFrom(session, connections, folders,
                        reservation);
                case ChunkSupply.Swarm(var link) -> receiveFrom(link, beginning.taken(), folders, reservation);
            };
            return complete(folders, outcome);
        }
    }

    private void reserve(DiskSpace.Reservation reservation, ReceivedSums.Beginning beginning, ReceivedFolders folders)
            throws DiskLimitException, IOException {
        if (!reservation.takesFileOf(beginning.largest())) throw new DiskLimitException(FailureReason.FILE_TOO_LARGE);
        long onDisk = beginning.kept() == 0 ? 0 : sums.onDisk(folders); // else no file needs to be looked at
        reservation.needs(beginning.taken() - onDisk);
        if (!reservation.fits()) throw new DiskLimitException(FailureReason.DISK_FULL);
    }

    private Ended complete(ReceivedFolders folders, Outcome outcome) {
        return new Ended.Complete(folders.paths(PATHS_TOLD_MAX), hashes(known(), outcome.failures()),
                outcome.failures(), new LostNumbers(outcome.changed(), outcome.gone()));
    }

    private static void throwWhereNothingIsLeft(Outcome outcome) throws NothingLeftException {
        if (outcome.failures().none() || outcome.wanted() > 0) return;
        throw new NothingLeftException(outcome.failures().first().getFirst().reason());
    }

    private Outcome receiveFrom(Session session, BulkConnections connections, ReceivedFolders folders,
            DiskSpace.Reservation reservation)
            throws IOException, InterruptedException, MalformedFrameException, StoppedException, NothingLeftException {
        folders.prepare();
        BulkConnection opened = connections.acquire(session);
        bulk = opened;
        try {
            var around = new AuthorReception.AuthorContext(context(reservation), sums, unasked);
            var all = new AuthorReception(around, folders, opened, known(), body.files());
            reception = all;
            all.receiveAll();
            Outcome outcome = commitToPublish(folders);
            folders.publish();
            return outcome;
        } finally {
            connections.release(session);
        }
    }

    private Outcome receiveFrom(SwarmLink link, long wanted, ReceivedFolders folders,
            DiskSpace.Reservation reservation)
            throws IOException, InterruptedException, MalformedFrameException, StoppedException, NothingLeftException {
        folders.prepare();
        OfferChunks chunks = ReceivedChunks.layout(store, transfer.id(), body);
        var place = new OfferPartials.Place(transfer.id(), store, folders, chunks, body.chunkBytes(), wanted,
                verified, new ChunkSet(chunks.count()));
        var around = new SwarmReception.SwarmContext(context(reservation), known(), link);
        var all = new SwarmReception(around, place);
        swarming = all;
        try {
            all.receiveAll();
        } finally {
            swarming = null;
        }
        Outcome outcome = commitToPublish(folders);
        link.whileNobodyReads(folders::publish);
        return outcome;
    }

    private DownloadContext context(DiskSpace.Reservation reservation) {
        return new DownloadContext(queue, checkpoints, bytesHere, reservation, new DiskWatch(reservation), lost,
                this::mustEnd, early::commitToFinish);
    }

    /// Everything that can be had is here.
    private Outcome commitToPublish(ReceivedFolders folders)
            throws IOException, NothingLeftException, StoppedException {
        folders.noteAll();
        Outcome outcome = sums.outcome(folders::checkWhole);
        throwWhereNothingIsLeft(outcome);
        early.commitToFinish(true);
        return outcome;
    }

    private boolean mustEnd() {
        if (early.isDue()) return true;
        BulkConnection opened = bulk;
        return switch (supply) {
            case ChunkSupply.Author(var session, _) -> opened == null || !opened.isOpen() || !session.isOpen();
            case ChunkSupply.Swarm _ -> false; // the peer to ask is not decided here
        };
    }

    private KnownPages known() {
        return Objects.requireNonNull(pages, "pages are known before the first file");
    }

    private Hashes hashes(KnownPages known, FailedFiles failures) {
        boolean oneChunk = body.files() == 1 && known.chunks() == 1;
        return new Hashes(choice.isAll() && failures.none() ? known.root() : null, oneChunk ? known.hash(0) : null);
    }
}
