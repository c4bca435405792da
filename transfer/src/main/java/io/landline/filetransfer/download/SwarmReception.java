package io.landline.filetransfer.download;

import static java.lang.System.Logger.Level.INFO;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.chunk.ChunkBuffer;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.OfferChunks;
import io.landline.filetransfer.download.FileReception.DiskLimitException;
import io.landline.filetransfer.download.FileReception.StoppedException;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// All files of an offer while its chunks come from many, in any order (docs/protocol/swarm.md). Who is asked for what
/// is decided elsewhere, by way of [SwarmLink]; here each chunk is compared with its page of hashes, and written.
///
///     came ──page known──► equal: written, verified, told ─── last of its file ──► the file gets its name
///       │                    └───► differs: told who sent it
///       └──page missing──► written, waits for the page ──► equal, or differs
///
/// A file that its author cannot give any more is passed over, and so is what was not chosen. Files in folders stand in
/// the hidden folder in the end; the caller gives that its name. What an earlier run left is read again meanwhile
/// ([KeptChunks]), one chunk between two that come.
///
/// Confined to the download's writer thread, but [#data], [#arriving] and [#paged].
final class SwarmReception {
    /// Chunks of its author that may differ from the author's own page, each, before its file counts as changed.
    static final int ATTEMPTS_MAX = 3;
    private static final int NOT_LOOKED = -1;
    private static final System.Logger LOG = System.getLogger(SwarmReception.class.getName());

    record SwarmContext(DownloadContext download, KnownPages known, SwarmLink link) {}

    private final DownloadContext around;
    private final KnownPages known;
    private final SwarmLink link;
    private final OfferPartials.Place place;
    private final OfferChunks chunks;
    private final ChunkSet held;
    /// What is held, not chosen, or lost.
    private final ChunkSet settled;
    private final OfferPartials files;
    private final UnprovenChunks unproven;
    private final KeptChunks kept;
    private final Map<Integer, Integer> wrongOfAuthor = new HashMap<>();
    private final MessageDigest digest = Sha256.digest();
    private final Checkpoints checkpoints;
    private boolean started;
    private int pagesSeen = NOT_LOOKED;
    private int lostSeen;

    SwarmReception(SwarmContext context, OfferPartials.Place place) {
        this(context, place, new Checkpoints(context.download.checkpoints()));
    }

    SwarmReception(SwarmContext context, OfferPartials.Place place, Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
        around = context.download;
        known = context.known;
        link = context.link;
        this.place = place;
        chunks = place.chunks();
        held = place.held();
        settled = held.copy();
        unproven = new UnprovenChunks(link.author());
        files = new OfferPartials(place, this::look);
        kept = new KeptChunks(chunks, known);
    }

    /// Whether this peer was asked for this chunk and has not brought it; it counts as brought from now on. Any thread.
    boolean arriving(Fingerprint from, int chunk) {
        return chunk >= 0 && chunk < chunks.count() && link.arriving(from, chunk);
    }

    /// A chunk that is [#arriving], on the thread of the connection that brings it.
    void data(Fingerprint from, int chunk, ByteBuffer body) throws MalformedFrameException, InterruptedException {
        if (body.remaining() != chunks.bytes(chunk)) {
            throw new MalformedFrameException("chunk of " + body.remaining() + " bytes");
        }
        around.queue().put(from, chunk, body);
    }

    /// A page of hashes has come and is known: it may say which files are lost. Any thread.
    void paged(HashPage page) {
        for (int chunk : page.lost()) {
            FailureReason reason = HashPage.lostReason(page.hash(chunk));
            if (reason != null) around.lost().add(List.of(chunks.fileOf(chunk)), reason);
        }
    }

    /// Gets all that is missing. When this returns or throws, what came is noted and no thread touches a partial.
    void receiveAll() throws IOException, InterruptedException, StoppedException, MalformedFrameException {
        try {
            begin();
            while (!settled.isFull()) {
                if (around.stopped().getAsBoolean()) throw new StoppedException();
                checkpoints.throwIfFailed();
                giveUpLost();
                settleUnproven();
                boolean reads = readKept();
                ChunkBuffer chunk = reads ? around.queue().poll() : around.queue().next();
                if (chunk != null) take(chunk);
                checkpoints.beginIfDue(this::checkpoint);
            }
            kept.tellFound(link);
        } finally {
            checkpoints.await();
            files.leaveAll();
        }
        checkpoints.throwIfFailed();
    }

    /// Takes part at once: what earlier runs left is asked of nobody, and read again while other chunks come.
    private void begin() throws IOException, DiskLimitException {
        sortFiles();
        pagesKept();
        giveUpLost();
        ChunkSet told = held.copy();
        unproven.addEmptyTo(told); // nobody is asked for those of empty files
        around.bytesHere().found(bytesHeld());
        around.reservation().needs(place.bytes() - bytesHeld() - kept.bytes());
        if (!around.reservation().fits()) throw new DiskLimitException(FailureReason.DISK_FULL);
        started = true;
        link.start(chunks, told, settled.copy(), kept.unread().copy());
        var pages = new TreeSet<Integer>(kept.missingPages());
        pages.addAll(unproven.missing(known));
        if (!pages.isEmpty()) link.wantPages(List.copyOf(pages));
    }

    /// Looks through all files: those with a name are held, others are not wanted, of others an earlier run left
    /// something.
    private void sortFiles() {
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
                    kept.add(chunks.span(number));
                }
                number++;
            }
        }
    }

    private void whole(int number) {
        held.addAll(chunks.span(number));
        settled.addAll(chunks.span(number));
    }

    /// An earlier run may have been ended between a page and what it says.
    private void pagesKept() {
        for (int number = 0; number < HashPage.pages(chunks.count()); number++) {
            HashPage page = known.find(number);
            if (page != null) paged(page);
        }
    }

    private void giveUpLost() throws IOException {
        for (int number : around.lost().since(lostSeen)) {
            lostSeen++;
            if (!kept.hasAnyOf(chunks.span(number))) giveUpIfLost(number); // else it may be whole, and stays then
        }
    }

    private void giveUpIfLost(int number) throws IOException {
        FailureReason reason = around.lost().reason(number);
        if (reason != null) giveUp(number, reason);
    }

    /// The author cannot give it any more. A file that is whole stays.
    private void giveUp(int number, FailureReason reason) throws IOException {
        if (isSettled(number)) return;
        LOG.log(INFO, "Transfer {0}: file {1} cannot be had ({2}); the others go on", place.transfer(), number,
                reason.text());
        ChunkSpan span = chunks.span(number);
        long here = 0;
        long reserved = 0;
        long all = 0;
        for (int chunk = span.first(); chunk < span.end(); chunk++) {
            all += chunks.bytes(chunk);
            if (held.has(chunk)) {
                here += chunks.bytes(chunk);
            } else if (!kept.unread().has(chunk)) {
                reserved += chunks.bytes(chunk);
            }
            held.remove(chunk);
            settled.add(chunk);
            unproven.take(chunk);
            kept.remove(chunk);
        }
        files.abandon(number, reason);
        around.bytesHere().add(-here);
        around.bytesHere().lost(all);
        around.reservation().written(reserved);
        if (started) link.givenUp(span);
    }

    /// A partial was opened: what was verified of it is compared with its pages again, unless this run left it as it
    /// is.
    private void look(int number, PartialFile file) throws IOException {
        if (file.stored().bytes() == 0) return; // only its page tells of it
        for (int chunk = chunks.first(number); chunk < chunks.end(number); chunk++) {
            if (!held.has(chunk) || isLeft(file, chunk) || isAsItsPageSays(file, chunk)) continue;
            held.remove(chunk);
            settled.remove(chunk);
            around.bytesHere().add(-chunks.bytes(chunk));
            link.lost(chunk);
        }
    }

    /// Whether this run of the program verified it, and nobody changed the file since.
    private boolean isLeft(PartialFile file, int chunk) {
        int at = chunk - chunks.first(chunks.fileOf(chunk));
        return at < file.stored().keptChunks() && file.proven().get(at);
    }

    private boolean isAsItsPageSays(PartialFile file, int chunk) throws IOException {
        int at = chunk - chunks.first(chunks.fileOf(chunk));
        return at < file.stored().keptChunks() && kept.isAsItsPageSays(file, chunk, at);
    }

    /// Reads again one chunk that an earlier run left on the disk. False where none is left to read.
    private boolean readKept() throws IOException, MalformedFrameException, StoppedException, InterruptedException {
        int chunk = kept.next();
        if (chunk == KeptChunks.NONE) {
            kept.tellFound(link);
            if (kept.unread().count() == 0) around.bytesHere().counted();
            return false;
        }
        int number = chunks.fileOf(chunk);
        PartialFile file = files.open(number);
        boolean read = false;
        for (; chunk < chunks.end(number) && kept.unread().has(chunk); chunk++) {
            boolean isOld = file == null || isLeft(file, chunk); // it has its name, or was verified before a pause
            if (read && !isOld) return true;
            kept.remove(chunk);
            if (file == null || isOld || isAsItsPageSays(file, chunk)) {
                found(chunk);
            } else {
                around.reservation().written(-chunks.bytes(chunk));
                link.lost(chunk);
            }
            read |= !isOld;
        }
        if (kept.hasAnyOf(chunks.span(number))) return true;
        if (file != null) finishIfWhole(number);
        giveUpIfLost(number);
        return true;
    }

    private void found(int chunk) {
        held.add(chunk);
        settled.add(chunk);
        around.bytesHere().found(chunks.bytes(chunk));
        kept.found(chunk, link);
    }

    private long bytesHeld() {
        long bytes = 0;
        for (ChunkSpan span : held.spans(held.chunks())) {
            for (int chunk = span.first(); chunk < span.end(); chunk++) bytes += chunks.bytes(chunk);
        }
        return bytes;
    }

    private void take(ChunkBuffer buffer)
            throws IOException, MalformedFrameException, StoppedException, InterruptedException {
        int chunk = buffer.chunk();
        try {
            if (settled.has(chunk) || unproven.has(chunk)) return;
            digest.update(buffer.bytes(), 0, buffer.length());
            byte[] hash = digest.digest();
            byte[] word = known.hash(chunk);
            if (word != null && !MessageDigest.isEqual(word, hash)) {
                if (HashPage.lostReason(word) == null) differs(buffer.from(), chunk);
                return;
            }
            int number = chunks.fileOf(chunk);
            PartialFile file = files.open(number);
            if (file == null) throw new IOException("a file got its name from somebody else");
            int at = chunk - chunks.first(number);
            around.disk().keepSpace(file.bytesAdded(at));
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
    private void settleUnproven()
            throws IOException, MalformedFrameException, StoppedException, InterruptedException {
        int pages = known.added();
        if (pages == pagesSeen) return;
        pagesSeen = pages;
        for (UnprovenChunks.Chunk each : unproven.settle(known)) {
            byte[] word = known.hash(each.number());
            if (word == null || settled.has(each.number())) continue;
            if (MessageDigest.isEqual(word, each.hash())) {
                verified(each.from(), each.number());
            } else if (HashPage.lostReason(word) == null) {
                differs(each.from(), each.number());
            }
        }
    }

    private void verified(Fingerprint from, int chunk)
            throws IOException, MalformedFrameException, StoppedException, InterruptedException {
        held.add(chunk);
        settled.add(chunk);
        around.bytesHere().add(chunks.bytes(chunk));
        link.verified(from, chunk);
        finishIfWhole(chunks.fileOf(chunk));
    }

    private void finishIfWhole(int number)
            throws IOException, MalformedFrameException, StoppedException, InterruptedException {
        PartialFile file = isWhole(number) ? files.open(number) : null;
        if (file == null || !isWhole(number)) return; // opened again: looked at again
        if (!ReceivedFolders.isPlaced(file.stored())) checkpoints.awaitWhole(); // others get their names after all came
        around.commit().toFinish(settled.isFull() && !place.folders().any()); // else their names are the last step
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
        link.wrong(from, chunk);
        if (!from.equals(link.author())) return;
        boolean cannotCome = chunks.bytes(chunk) == 0; // nobody is asked for it again
        if (cannotCome || wrongOfAuthor.merge(chunk, 1, Integer::sum) >= ATTEMPTS_MAX) {
            giveUp(chunks.fileOf(chunk), FailureReason.SOURCE_CHANGED);
        }
    }

    private Checkpoints.Checkpoint checkpoint() {
        List<PartialFile> open = files.opened();
        return () -> {
            for (PartialFile file : open) file.force();
            place.folders().noteAll();
        };
    }
}
