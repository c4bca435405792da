package io.landline.filetransfer.download;

import static java.lang.System.Logger.Level.INFO;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.chunk.ChunkBuffer;
import io.landline.filetransfer.chunk.ChunkQueue;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.OfferChunks;
import io.landline.filetransfer.download.FileReception.NoSpaceException;
import io.landline.filetransfer.download.FileReception.StoppedException;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.filetransfer.partial.PartialFile;
import io.landline.filetransfer.partial.ReceivedFolders;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.swarm.ChunkSet;
import io.landline.swarm.ChunkSpan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// All files of an offer while its chunks come from many, in any order (docs/protocol/swarm.md). Who is asked for what
/// is decided elsewhere, by way of [SwarmLink]; here each chunk is compared with its page of hashes, and written.
///
///     came ──page known──► equal: written, verified, told ─── last of its file ──► the file gets its name
///       │                    └───► differs: told who sent it
///       └──page missing──► written, waits for the page ──► equal, or differs
///
/// A file that its author cannot give any more is passed over, and so is what was not chosen. Files in folders stand in
/// the hidden folder in the end; the caller gives that its name.
///
/// Confined to the download's writer thread, but [#data], [#arriving] and [#paged].
final class SwarmReception {
    /// How long pages are waited for that prove what an earlier run left. What is not proven then is fetched again.
    static final Duration PAGES_PATIENCE = Duration.ofSeconds(5);
    /// Chunks of its author that may differ from the author's own page, each, before its file counts as changed.
    static final int ATTEMPTS_MAX = 3;
    private static final int NOT_LOOKED = -1;
    private static final System.Logger LOG = System.getLogger(SwarmReception.class.getName());

    /// What is taken over from the download.
    ///
    /// @param bytesHere verified and on the disk
    /// @param claim what is yet to be written
    /// @param stopped whether it should end now
    /// @param lost files that the author cannot give
    /// @param commit asked before a file gets its name
    record Around(KnownPages known, ChunkQueue queue, Executor checkpoints, AtomicLong bytesHere,
            DiskSpace.Claim claim, LostAtAuthor lost, BooleanSupplier stopped, WaitingFiles.Commit commit,
            SwarmLink link) {}

    private final Around around;
    private final DiskWatch disk;
    private final PartialFiles.Place place;
    private final OfferChunks chunks;
    private final ChunkSet held;
    /// What is held, not chosen, or lost.
    private final ChunkSet settled;
    private final PartialFiles files;
    private final UnprovenChunks unproven;
    private final Map<Integer, Integer> wrongOfAuthor = new HashMap<>();
    private final MessageDigest digest = Sha256.digest();
    private final Semaphore checkpointing = new Semaphore(1);
    private volatile @Nullable IOException notForced;
    private byte[] rereading = new byte[0];
    private boolean started;
    private int pagesSeen = NOT_LOOKED;
    private int lostSeen;
    private long checkpointedAtNanos = System.nanoTime();

    SwarmReception(Around around, PartialFiles.Place place) {
        this.around = around;
        disk = new DiskWatch(around.claim);
        this.place = place;
        chunks = place.chunks();
        held = place.held();
        settled = held.copy();
        unproven = new UnprovenChunks(around.link.author());
        files = new PartialFiles(place, this::look);
    }

    /// Whether this chunk was asked for and is not here yet; it counts as arrived from now on. Any thread.
    boolean arriving(int chunk) {
        return chunk >= 0 && chunk < chunks.count() && around.link.arriving(chunk);
    }

    /// A chunk that is [#arriving], on the thread of the connection that brings it.
    void data(Fingerprint from, int chunk, ByteBuffer body) throws MalformedFrameException, InterruptedException {
        if (body.remaining() != chunks.bytes(chunk)) {
            throw new MalformedFrameException("chunk of " + body.remaining() + " bytes");
        }
        around.queue.put(from, chunk, body);
    }

    /// A page of hashes has come and is known: it may say which files are lost. Any thread.
    void paged(HashPage page) {
        for (int chunk : page.lost()) {
            FailureReason reason = HashPage.lostReason(page.hash(chunk));
            if (reason != null) around.lost.add(List.of(chunks.fileOf(chunk)), reason);
        }
    }

    /// Gets all that is missing. When this returns or throws, what came is noted and no thread touches a partial.
    void receiveAll() throws IOException, InterruptedException, StoppedException, MalformedFrameException {
        try {
            begin();
            while (!settled.isFull()) {
                if (around.stopped.getAsBoolean()) throw new StoppedException();
                IOException failed = notForced;
                if (failed != null) throw failed;
                giveUpLost();
                settleUnproven();
                ChunkBuffer chunk = around.queue.next();
                if (chunk != null) take(chunk);
                checkpointIfDue();
            }
        } finally {
            checkpointing.acquire(); // a force that is under way uses the channels that are closed now
            files.leaveAll();
        }
    }

    /// Takes up what earlier runs left: each chunk is read again and compared with its page.
    private void begin() throws IOException, InterruptedException, StoppedException, MalformedFrameException {
        BitSet kept = keptFiles();
        awaitPages(kept);
        pagesKept();
        giveUpLost();
        for (int number = kept.nextSetBit(0); number >= 0; number = kept.nextSetBit(number + 1)) {
            if (around.stopped.getAsBoolean()) throw new StoppedException();
            if (isSettled(number)) continue;
            if (files.open(number) == null) whole(number);
            finishIfWhole(number);
        }
        ChunkSet told = held.copy();
        unproven.addEmptyTo(told); // nobody is asked for those of empty files
        around.bytesHere.set(bytesHeld());
        around.claim.needs(place.bytes() - bytesHeld());
        if (!around.claim.fits()) throw new NoSpaceException();
        started = true;
        around.link.start(chunks, told, settled.copy());
        List<Integer> pages = unproven.missing(around.known);
        if (!pages.isEmpty()) around.link.wantPages(pages);
    }

    /// Looks through all files: those with a name are held, others are not wanted. Returns those of which an earlier
    /// run left something.
    private BitSet keptFiles() {
        var kept = new BitSet();
        for (int number = 0; number < chunks.files();) {
            List<StoredFile> page = place.store().files(place.transfer(), number, Download.FILES_A_READ);
            if (page.isEmpty()) throw new IllegalStateException("file " + number + " of the offer is not in the store");
            for (StoredFile file : page) {
                boolean mayBeNamed = !file.saved().isEmpty() && !ReceivedFolders.isPlaced(file);
                if (!file.taken().isWanted()) {
                    settled.addAll(chunks.span(number));
                } else if (file.complete()) {
                    whole(number);
                } else if (file.bytes() == 0) {
                    unproven.addEmpty(chunks.first(number));
                } else if (file.keptChunks() > 0 || mayBeNamed) {
                    kept.set(number);
                }
                number++;
            }
        }
        return kept;
    }

    private void whole(int number) {
        held.addAll(chunks.span(number));
        settled.addAll(chunks.span(number));
    }

    private void awaitPages(BitSet keptFiles) throws InterruptedException, StoppedException {
        var missing = new TreeSet<Integer>();
        for (int number = keptFiles.nextSetBit(0); number >= 0; number = keptFiles.nextSetBit(number + 1)) {
            int last = HashPage.of(chunks.end(number) - 1);
            for (int page = HashPage.of(chunks.first(number)); page <= last; page++) missing.add(page);
        }
        missing.removeIf(page -> around.known.find(page) != null);
        if (missing.isEmpty()) return;
        around.link.wantPages(List.copyOf(missing));
        long began = System.nanoTime();
        while (!missing.isEmpty() && System.nanoTime() - began < PAGES_PATIENCE.toNanos()) {
            if (around.stopped.getAsBoolean()) throw new StoppedException();
            ChunkBuffer early = around.queue.next();
            if (early != null) early.release();
            missing.removeIf(page -> around.known.find(page) != null);
        }
    }

    /// An earlier run may have been ended between a page and what it says.
    private void pagesKept() {
        for (int number = 0; number < HashPage.pages(chunks.count()); number++) {
            HashPage page = around.known.find(number);
            if (page != null) paged(page);
        }
    }

    private void giveUpLost() throws IOException {
        for (int number : around.lost.since(lostSeen)) {
            lostSeen++;
            FailureReason reason = around.lost.reason(number);
            if (reason != null) giveUp(number, reason);
        }
    }

    /// The author cannot give it any more. A file that is whole stays.
    private void giveUp(int number, FailureReason reason) throws IOException {
        if (isSettled(number)) return;
        LOG.log(INFO, "Transfer {0}: file {1} cannot be had ({2}); the others go on", place.transfer(), number,
                reason.text());
        ChunkSpan span = chunks.span(number);
        long bytes = 0;
        long here = 0;
        for (int chunk = span.first(); chunk < span.end(); chunk++) {
            bytes += chunks.bytes(chunk);
            if (held.has(chunk)) here += chunks.bytes(chunk);
            held.remove(chunk);
            settled.add(chunk);
            unproven.take(chunk);
        }
        files.abandon(number, reason);
        around.bytesHere.addAndGet(-here);
        around.claim.written(bytes - here);
        if (started) around.link.givenUp(span);
    }

    /// A partial was opened: what it holds now is compared with its pages, unless this run left it as it is.
    private void look(int number, PartialFile file) throws IOException {
        int first = chunks.first(number);
        if (file.stored().bytes() == 0) return; // only its page tells of it
        for (int chunk = first; chunk < chunks.end(number); chunk++) {
            boolean before = held.has(chunk);
            boolean here = chunk - first < file.stored().keptChunks()
                    && (file.proven().get(chunk - first) || isAsItsPageSays(file, chunk, chunk - first));
            if (here && !before && !started) {
                held.add(chunk);
                settled.add(chunk);
            } else if (before && !here) {
                held.remove(chunk);
                settled.remove(chunk);
                around.bytesHere.addAndGet(-chunks.bytes(chunk));
                around.link.lost(chunk);
            }
        }
    }

    private boolean isAsItsPageSays(PartialFile file, int chunk, int at) throws IOException {
        byte[] word = around.known.hash(chunk);
        if (word == null) return false;
        if (rereading.length == 0) rereading = new byte[place.chunkBytes()];
        int length = file.read(at, rereading);
        if (length < chunks.bytes(chunk)) return false;
        digest.update(rereading, 0, length);
        return MessageDigest.isEqual(word, digest.digest());
    }

    private long bytesHeld() {
        long bytes = 0;
        for (ChunkSpan span : held.spans(held.chunks())) {
            for (int chunk = span.first(); chunk < span.end(); chunk++) bytes += chunks.bytes(chunk);
        }
        return bytes;
    }

    private void take(ChunkBuffer buffer)
            throws IOException, MalformedFrameException, StoppedException {
        int chunk = buffer.chunk();
        try {
            if (settled.has(chunk) || unproven.has(chunk)) return;
            digest.update(buffer.bytes(), 0, buffer.length());
            byte[] hash = digest.digest();
            byte[] word = around.known.hash(chunk);
            if (word != null && !MessageDigest.isEqual(word, hash)) {
                if (HashPage.lostReason(word) == null) differs(buffer.from(), chunk);
                return;
            }
            int number = chunks.fileOf(chunk);
            PartialFile file = files.open(number);
            if (file == null) throw new IOException("a file got its name from somebody else");
            int at = chunk - chunks.first(number);
            disk.keepRoom(file.bytesAdded(at));
            if (file.chunks().count() > 1) file.noteAnywhere(); // once a file; one of one chunk is done at once
            file.write(at, ByteBuffer.wrap(buffer.bytes(), 0, buffer.length()));
            if (word == null) {
                unproven.add(new UnprovenChunks.Chunk(chunk, hash, buffer.from()));
            } else {
                verified(buffer.from(), chunk);
            }
        } finally {
            buffer.release();
        }
    }

    /// Compares what waited for a page that has come.
    private void settleUnproven() throws IOException, MalformedFrameException, StoppedException {
        int pages = around.known.added();
        if (pages == pagesSeen) return;
        pagesSeen = pages;
        for (UnprovenChunks.Chunk each : unproven.settle(around.known)) {
            byte[] word = around.known.hash(each.number());
            if (word == null || settled.has(each.number())) continue;
            if (MessageDigest.isEqual(word, each.hash())) {
                verified(each.from(), each.number());
            } else if (HashPage.lostReason(word) == null) {
                differs(each.from(), each.number());
            }
        }
    }

    private void verified(Fingerprint from, int chunk) throws IOException, MalformedFrameException, StoppedException {
        held.add(chunk);
        settled.add(chunk);
        around.bytesHere.addAndGet(chunks.bytes(chunk));
        around.link.verified(from, chunk);
        finishIfWhole(chunks.fileOf(chunk));
    }

    private void finishIfWhole(int number) throws IOException, MalformedFrameException, StoppedException {
        if (!isWhole(number) || files.open(number) == null || !isWhole(number)) return; // opened again: looked at again
        around.commit.toFinish(settled.isFull() && !place.folders().any()); // else their names are the last step
        files.finish(number);
    }

    private boolean isWhole(int number) {
        return held.nextAbsent(chunks.first(number)) >= chunks.end(number);
    }

    private boolean isSettled(int number) {
        return settled.nextAbsent(chunks.first(number)) >= chunks.end(number);
    }

    /// Only of its author it means that a file has changed.
    private void differs(Fingerprint from, int chunk) throws IOException {
        around.link.wrong(from, chunk);
        if (from.equals(around.link.author()) && wrongOfAuthor.merge(chunk, 1, Integer::sum) >= ATTEMPTS_MAX) {
            giveUp(chunks.fileOf(chunk), FailureReason.SOURCE_CHANGED);
        }
    }

    private void checkpointIfDue() {
        if (System.nanoTime() - checkpointedAtNanos < FileReception.CHECKPOINT_INTERVAL.toNanos()) return;
        if (!checkpointing.tryAcquire()) return;
        checkpointedAtNanos = System.nanoTime();
        List<PartialFile> open = files.opened();
        around.checkpoints.execute(() -> {
            try {
                for (PartialFile file : open) file.force();
                place.folders().noteAll();
            } catch (IOException e) {
                notForced = e;
            } finally {
                checkpointing.release();
            }
        });
    }
}
