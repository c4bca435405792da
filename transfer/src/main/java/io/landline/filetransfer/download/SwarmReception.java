package io.landline.filetransfer.download;

import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.chunk.ChunkBuffer;
import io.landline.filetransfer.chunk.ChunkQueue;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.OfferChunks;
import io.landline.filetransfer.download.FileReception.NoSpaceException;
import io.landline.filetransfer.download.FileReception.StoppedException;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.filetransfer.partial.PartialFile;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.swarm.ChunkSet;
import io.landline.swarm.ChunkSpan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
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
/// Confined to the download's writer thread, but [#data] and [#arriving].
final class SwarmReception {
    /// How long pages are waited for that prove what an earlier run left. What is not proven then is fetched again.
    static final Duration PAGES_PATIENCE = Duration.ofSeconds(5);
    /// Chunks of its author that may differ from the author's own page, each, before the offer counts as changed.
    static final int ATTEMPTS_MAX = 3;
    private static final byte[] NOTHING = Sha256.digest().digest();

    /// What is taken over from the download.
    ///
    /// @param bytesHere verified and on the disk
    /// @param claim what is yet to be written
    /// @param stopped whether it should end now
    /// @param commit asked before a file gets its name
    record Around(KnownPages known, ChunkQueue queue, Executor checkpoints, AtomicLong bytesHere,
            DiskSpace.Claim claim, BooleanSupplier stopped, WaitingFiles.Commit commit, SwarmLink link) {}

    /// A chunk that was written before its page came.
    private record Unproven(byte[] hash, Fingerprint from) {}

    private final Around around;
    private final DiskWatch disk;
    private final PartialFiles.Place place;
    private final OfferChunks chunks;
    private final ChunkSet held;
    private final PartialFiles files;
    private final Map<Integer, Unproven> unproven = new HashMap<>();
    private final Map<Integer, Integer> wrongOfAuthor = new HashMap<>();
    private final MessageDigest digest = Sha256.digest();
    private final Semaphore checkpointing = new Semaphore(1);
    private volatile @Nullable IOException notForced;
    private byte[] rereading = new byte[0];
    private boolean started;
    private int pagesSeen;
    private long checkpointedAtNanos = System.nanoTime();

    SwarmReception(Around around, PartialFiles.Place place) {
        this.around = around;
        disk = new DiskWatch(around.claim);
        this.place = place;
        chunks = place.chunks();
        held = place.held();
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

    /// Gets all that is missing. When this returns or throws, what came is noted and no thread touches a partial.
    void receiveAll() throws IOException, InterruptedException, MalformedFrameException, StoppedException {
        try {
            begin();
            while (!held.isFull()) {
                if (around.stopped.getAsBoolean()) throw new StoppedException();
                IOException failed = notForced;
                if (failed != null) throw failed;
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
    private void begin() throws IOException, InterruptedException, MalformedFrameException, StoppedException {
        List<Integer> kept = keptFiles();
        awaitPages(kept);
        for (int number : kept) {
            if (around.stopped.getAsBoolean()) throw new StoppedException();
            if (files.open(number) == null) whole(number);
            finishIfWhole(number);
        }
        ChunkSet told = held.copy();
        unproven.keySet().forEach(told::add); // those of empty files: nobody is asked for them
        around.bytesHere.set(bytesHeld());
        around.claim.needs(place.bytes() - bytesHeld());
        if (!around.claim.fits()) throw new NoSpaceException();
        started = true;
        around.link.start(chunks, told);
        wantPagesOf(unproven.keySet());
    }

    /// Looks through all files: those with a name are held. Returns those of which an earlier run left something.
    private List<Integer> keptFiles() {
        var kept = new ArrayList<Integer>();
        for (int number = 0; number < chunks.files();) {
            List<StoredFile> page = place.store().files(place.transfer(), number, Download.FILES_A_READ);
            if (page.isEmpty()) throw new IllegalStateException("file " + number + " of the offer is not in the store");
            for (StoredFile file : page) {
                if (file.complete()) {
                    whole(number);
                } else if (file.bytes() == 0) {
                    unproven.put(chunks.first(number), new Unproven(NOTHING, around.link.author()));
                } else if (file.keptChunks() > 0 || !file.saved().isEmpty()) {
                    kept.add(number);
                }
                number++;
            }
        }
        return kept;
    }

    private void whole(int number) {
        held.addAll(new ChunkSpan(chunks.first(number), chunks.end(number) - chunks.first(number)));
    }

    private void awaitPages(List<Integer> keptFiles) throws InterruptedException, StoppedException {
        var missing = new TreeSet<Integer>();
        for (int number : keptFiles) {
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
            } else if (before && !here) {
                held.remove(chunk);
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
            if (held.has(chunk) || unproven.containsKey(chunk)) return;
            digest.update(buffer.bytes(), 0, buffer.length());
            byte[] hash = digest.digest();
            byte[] word = around.known.hash(chunk);
            if (word != null && !MessageDigest.isEqual(word, hash)) {
                differs(buffer.from(), chunk);
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
                unproven.put(chunk, new Unproven(hash, buffer.from()));
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
        if (unproven.isEmpty() || pages == pagesSeen) return;
        pagesSeen = pages;
        var proven = new HashMap<Integer, Unproven>();
        for (Iterator<Map.Entry<Integer, Unproven>> all = unproven.entrySet().iterator(); all.hasNext();) {
            Map.Entry<Integer, Unproven> each = all.next();
            byte[] word = around.known.hash(each.getKey());
            if (word == null) continue;
            all.remove();
            if (MessageDigest.isEqual(word, each.getValue().hash)) {
                proven.put(each.getKey(), each.getValue());
            } else {
                differs(each.getValue().from, each.getKey());
            }
        }
        for (Map.Entry<Integer, Unproven> each : proven.entrySet()) verified(each.getValue().from, each.getKey());
    }

    private void verified(Fingerprint from, int chunk) throws IOException, MalformedFrameException, StoppedException {
        held.add(chunk);
        around.bytesHere.addAndGet(chunks.bytes(chunk));
        around.link.verified(from, chunk);
        finishIfWhole(chunks.fileOf(chunk));
    }

    private void finishIfWhole(int number) throws IOException, MalformedFrameException, StoppedException {
        if (!isWhole(number) || files.open(number) == null || !isWhole(number)) return; // opened again: looked at again
        around.commit.toFinish(held.isFull());
        files.finish(number);
    }

    private boolean isWhole(int number) {
        return held.nextAbsent(chunks.first(number)) >= chunks.end(number);
    }

    /// Only of its author it means that a file has changed.
    private void differs(Fingerprint from, int chunk) throws MalformedFrameException {
        around.link.wrong(from, chunk);
        if (from.equals(around.link.author()) && wrongOfAuthor.merge(chunk, 1, Integer::sum) >= ATTEMPTS_MAX) {
            throw new MalformedFrameException("a chunk differs from its hash again and again");
        }
    }

    private void wantPagesOf(Iterable<Integer> some) {
        var pages = new TreeSet<Integer>();
        for (int chunk : some) if (around.known.find(HashPage.of(chunk)) == null) pages.add(HashPage.of(chunk));
        if (!pages.isEmpty()) around.link.wantPages(List.copyOf(pages));
    }

    private void checkpointIfDue() {
        if (System.nanoTime() - checkpointedAtNanos < FileReception.CHECKPOINT_INTERVAL.toNanos()) return;
        if (!checkpointing.tryAcquire()) return;
        checkpointedAtNanos = System.nanoTime();
        List<PartialFile> open = files.opened();
        around.checkpoints.execute(() -> {
            try {
                for (PartialFile file : open) file.force();
            } catch (IOException e) {
                notForced = e;
            } finally {
                checkpointing.release();
            }
        });
    }
}
