package io.landline.filetransfer.source;

import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.source.SourceFile.SourceException;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredSource;
import io.landline.peer.Sha256;
import io.landline.session.Session;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One outgoing transfer that its receiver has accepted, on one session: what the servers of its chunks need. One
/// server at a time reads (its monitor); the rest is any thread.
public final class Upload {
    private static final int SOURCES_A_READ = 1_000;

    private final TransferId id;
    private final StoredOffer offer;
    private final Session session;
    private final TransferStore store;
    private final AtomicLong sentBytes = new AtomicLong();
    private final MessageDigest identity = Sha256.digest();
    private @Nullable SourceFile open;
    private int openFile = -1;
    private int identityFile;
    private int identityChunk;
    private long identityChunks;
    private volatile boolean granted;
    private volatile boolean ended;

    public Upload(TransferId id, StoredOffer offer, Session session, TransferStore store) {
        this.id = id;
        this.offer = offer;
        this.session = session;
        this.store = store;
    }

    public TransferId id() {
        return id;
    }

    public Session session() {
        return session;
    }

    /// Handed to the network so far; counts a chunk that went twice only while that stays within the total.
    public long sentBytes() {
        return Math.min(offer.body().bytes(), sentBytes.get());
    }

    void sent(int bytes) {
        sentBytes.addAndGet(bytes);
    }

    /// Whether it has one of the few places of running transfers, or waits for one.
    public boolean isGranted() {
        return granted && !ended;
    }

    public void grant() {
        granted = true;
    }

    public boolean isEnded() {
        return ended;
    }

    /// Nothing more of it is read or sent.
    public void end() {
        ended = true;
        closeSource();
    }

    synchronized void closeSource() {
        if (open != null) open.close();
        open = null;
        openFile = -1;
    }

    /// Reads a chunk into the head of `into` and returns its length; 0 where there is no such chunk in the manifest.
    synchronized int read(int file, int chunk, byte[] into) throws SourceException {
        if (ended || file >= offer.body().files()) return 0;
        if (openFile != file) {
            closeSource();
            List<StoredSource> stored = store.sources(offer.id(), file, 1);
            if (stored.isEmpty()) return 0;
            open = SourceFile.open(stored.getFirst(), offer.body().chunkBytes());
            openFile = file;
        }
        SourceFile source = open;
        return source == null || !source.chunks().holds(chunk) ? 0 : source.read(chunk, into);
    }

    /// Follows the chunks' hashes as long as they come in the manifest's order; files without chunks are passed over.
    synchronized void hashed(int file, int chunk, byte[] hash) {
        boolean next = file == identityFile ? chunk == identityChunk : file > identityFile && chunk == 0;
        if (!next) return;
        identity.update(hash);
        identityFile = file;
        identityChunk = chunk + 1;
        identityChunks++;
    }

    /// The SHA-256 over all chunk hashes; null where they did not all pass here in order. Once.
    public synchronized byte @Nullable [] identity() {
        int chunkBytes = offer.body().chunkBytes();
        long expected = 0;
        List<StoredSource> page;
        for (long n = 0; !(page = store.sources(offer.id(), n, SOURCES_A_READ)).isEmpty(); n += page
                .size()) {
            for (StoredSource source : page) expected += new ChunkLayout(source.bytes(), chunkBytes).count();
        }
        return identityChunks == expected ? identity.digest() : null;
    }
}
