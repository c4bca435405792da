package io.landline.filetransfer.source;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore.StoredSource;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.source.SourceFile.SourceException;
import io.landline.peer.Sha256;
import io.landline.session.Session;
import io.landline.swarm.ChunkSet;
import io.landline.swarm.ChunkSpan;
import java.security.MessageDigest;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One outgoing transfer that its receiver has accepted, on one session: what the servers of its chunks need. One
/// server at a time reads, under a lock; the rest is any thread, and waits for no disk.
public final class Upload {
    /// What [#read] answers where the offer has no such chunk.
    static final int NO_CHUNK = -1;
    private static final long UNTOLD = -1;

    private final TransferId id;
    private final Session session;
    private final OwnPages pages;
    private final MessageDigest digest = Sha256.digest();
    private final SentChunks sent;
    /// Held while a chunk is read.
    private final ReentrantLock reading = new ReentrantLock();
    private SourceIndex.@Nullable Block block;
    /// Where the chunk was that was looked for last.
    private @Nullable Place place;
    private @Nullable SourceFile open;
    /// Chunks of the offer that the open file has: from the first on, up to the end.
    private int openFirst;
    private int openEnd;
    /// In a swarm, from whomever.
    private volatile long receiverHas;
    /// The same, by its chunks. Of the files' queue.
    private @Nullable ChunkSet swarmHas;
    /// In its own words; [#UNTOLD] where it does not tell.
    private volatile long received = UNTOLD;
    private volatile boolean granted;
    private volatile boolean ended;

    /// @param pages those of the offer, shared by its uploads
    /// @param sent shared by the uploads of one transfer, which follow each other
    public Upload(TransferId id, Session session, OwnPages pages, SentChunks sent) {
        this.sent = sent;
        this.id = id;
        this.session = session;
        this.pages = pages;
    }

    public TransferId id() {
        return id;
    }

    public Session session() {
        return session;
    }

    public OwnPages pages() {
        return pages;
    }

    /// Handed to the network so far, on earlier sessions too. In a swarm what the receiver has, from whomever.
    public long sentBytes() {
        return Math.min(pages.offer().body().bytes(), Math.max(receiverHas, sent.bytes()));
    }

    /// What the receiver has verified, on earlier sessions too, as far as it told. A receiver of the first versions
    /// does not tell: then [#sentBytes], which runs ahead of it by all that lies in buffers.
    public long receivedBytes() {
        long told = received;
        return told == UNTOLD ? sentBytes() : Math.max(receiverHas, told);
    }

    /// As the receiver told of itself. It may tell what it likes: this is for people to look at.
    public void received(long bytes) {
        received = bytes;
    }

    /// As the receiver told those of its swarm.
    public void receiverHas(long bytes) {
        receiverHas = bytes;
    }

    /// The same by chunks, as they are from now on; null where that is not kept. On the files' queue.
    public void receiverHas(@Nullable ChunkSet chunks) {
        swarmHas = chunks;
    }

    /// Whether its receiver has all of these, or they are on their way there, as far as this run of the program knows.
    /// On the files' queue.
    public boolean receiverHasAll(ChunkSpan chunks) {
        ChunkSet there = swarmHas;
        return sent.hasAll(chunks) || there != null && there.hasAll(chunks);
    }

    void sent(int chunk, int bytes) {
        sent.sent(chunk, bytes);
    }

    /// Whether it has one of the few places of running transfers, or waits for one.
    public boolean isGranted() {
        return granted && !ended;
    }

    public void grant() {
        granted = true;
    }

    /// Its place is for another one: it waits again.
    public void recall() {
        granted = false;
    }

    public boolean isEnded() {
        return ended;
    }

    /// Nothing more of it is read or sent. Does not wait for a thread that reads: that thread closes the file.
    public void end() {
        ended = true;
        closeIfNobodyReads();
    }

    private void closeIfNobodyReads() {
        if (!reading.tryLock()) return;
        try {
            closeSource();
        } finally {
            reading.unlock();
        }
    }

    private void doneReading() {
        reading.unlock();
        if (ended) closeIfNobodyReads();
    }

    private void closeSource() {
        if (open != null) open.close();
        open = null;
        openEnd = openFirst;
    }

    /// The length of a chunk, 0 for that of an empty file; [#NO_CHUNK] where the offer has no such chunk.
    int length(int chunk) {
        reading.lock();
        try {
            if (chunk >= pages.index().chunks()) return NO_CHUNK;
            Place its = placeOf(chunk);
            return new ChunkLayout(its.file.bytes(), pages.offer().body().chunkBytes()).length(chunk - its.first);
        } finally {
            doneReading();
        }
    }

    /// Reads a chunk of the offer into the head of `into`, and notes its hash. Returns its length, 0 for
    /// that of an empty file; [#NO_CHUNK] where the offer has no such chunk, or its file is lost.
    int read(int chunk, byte[] into) throws SourceException {
        reading.lock();
        try {
            return readOne(chunk, into);
        } finally {
            doneReading();
        }
    }

    private int readOne(int chunk, byte[] into) throws SourceException {
        if (ended || chunk >= pages.index().chunks() || pages.isLost(chunk)) return NO_CHUNK;
        if (open == null || chunk < openFirst || chunk >= openEnd) open(chunk);
        SourceFile source = open;
        if (source == null) return NO_CHUNK;
        digest.reset(); // a read that failed may have left a part
        int length = source.read(chunk - openFirst, into, digest);
        pages.read(length);
        pages.hashed(chunk, digest.digest());
        return length;
    }

    /// The file of this chunk is not what was offered: none of it is given any more. Which one it is.
    LostFile lose(int chunk, FailureReason reason) {
        reading.lock();
        try {
            closeSource();
            Place its = placeOf(chunk);
            var lost = new LostFile(its.number, new ChunkSpan(its.first, its.end - its.first), its.file.bytes(),
                    reason);
            pages.lose(lost);
            return lost;
        } finally {
            doneReading();
        }
    }

    /// A file of the offer, and the chunks of the offer that are its.
    private record Place(StoredSource file, long number, int first, int end) {}

    private void open(int chunk) throws SourceException {
        closeSource();
        Place its = placeOf(chunk);
        open = SourceFile.open(its.file, pages.offer().body().chunkBytes());
        openFirst = its.first;
        openEnd = its.end;
    }

    private Place placeOf(int chunk) {
        Place last = place;
        if (last != null && last.first <= chunk && chunk < last.end) return last;
        return place = find(chunk);
    }

    private Place find(int chunk) {
        SourceIndex.Block files = block;
        if (files == null || !files.holds(chunk)) block = files = pages.index().blockOf(chunk);
        if (!files.holds(chunk)) throw new IllegalArgumentException("the offer has no chunk " + chunk);
        int at = files.fileOf(chunk);
        return new Place(files.sources().get(at), files.number() + at, files.firsts()[at], files.firsts()[at + 1]);
    }
}
