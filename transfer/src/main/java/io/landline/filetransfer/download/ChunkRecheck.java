package io.landline.filetransfer.download;

import static java.lang.System.Logger.Level.WARNING;

import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.chunk.ChunkLedger;
import io.landline.filetransfer.partial.PartialFile;
import io.landline.peer.Sha256;
import io.landline.swarm.ChunkSpan;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The chunks of a partial file that an earlier run of the program verified. Somebody may have changed the file since,
/// so each is read again and compared with the origin's hash, in a thread of its own beside the running transfer: one
/// chunk at a time, one buffer.
///
///     kept ──ask──► hash asked for ──told──► hash known ──read again──► equal: verified
///                                                            └────────► differs, or cannot be read: fetched again
///
/// Any thread; the monitor is held for a few assignments, never while reading.
final class ChunkRecheck {
    /// Hashes that are asked for and not compared yet: 32 bytes each, and enough that the re-reading never waits for a
    /// round trip.
    static final int AHEAD_MAX = 32;
    /// Nothing more comes.
    private static final int NONE = -1;
    private static final System.Logger LOG = System.getLogger(ChunkRecheck.class.getName());

    /// Told of each chunk, on the thread that reads.
    interface Compared {
        void accept(int chunk, boolean same);
    }

    private final PartialFile partial;
    private final ChunkLedger ledger;
    private final Compared compared;
    /// Neither asked for nor compared.
    private final BitSet left;
    private final BitSet asked = new BitSet();
    private final TreeMap<Integer, byte[]> told = new TreeMap<>();
    private final Thread thread;
    private volatile @Nullable RuntimeException failure;
    private boolean stopped;

    /// Starts the thread. `compared` is told each chunk on that thread, after the ledger knows.
    ChunkRecheck(TransferId transfer, PartialFile partial, ChunkLedger ledger, BitSet unproven, Compared compared) {
        this.partial = partial;
        this.ledger = ledger;
        this.compared = compared;
        left = (BitSet) unproven.clone();
        thread = Thread.ofPlatform().name("files-reread-" + transfer).daemon().unstarted(this::run);
        if (!left.isEmpty()) thread.start();
    }

    /// The chunks to get hashes for now; empty while enough are on their way. What is returned counts as asked.
    synchronized List<ChunkSpan> ask() {
        int space = AHEAD_MAX - asked.cardinality() - told.size();
        if (left.isEmpty() || space < AHEAD_MAX / 2) return List.of();
        var runs = new ArrayList<ChunkSpan>();
        for (int from; space > 0 && (from = left.nextSetBit(0)) >= 0; space -= runs.getLast().count()) {
            int end = Math.min(left.nextClearBit(from), from + space);
            runs.add(new ChunkSpan(from, end - from));
            asked.set(from, end);
            left.clear(from, end);
        }
        return runs;
    }

    /// The origin's word on a chunk; false where it was not asked for here.
    synchronized boolean hashReceived(int chunk, byte[] hash) {
        if (!asked.get(chunk)) return false;
        asked.clear(chunk);
        told.put(chunk, hash);
        notifyAll();
        return true;
    }

    /// Throws what ended the thread before its time; a fault of ours.
    void check() {
        RuntimeException fault = failure;
        if (fault != null) throw new IllegalStateException("reading kept chunks again failed", fault);
    }

    /// Ends the thread; when this returns it does not touch the partial any more.
    void close() throws InterruptedException {
        synchronized (this) {
            stopped = true;
            notifyAll();
        }
        thread.join();
    }

    private void run() {
        try {
            MessageDigest digest = Sha256.digest();
            byte[] bytes = new byte[partial.chunks().chunkBytes()];
            int differ = 0;
            for (int chunk; (chunk = next()) != NONE;) {
                byte[] ours = hash(chunk, bytes, digest);
                boolean same = MessageDigest.isEqual(ours, take(chunk)) && ours != null;
                if (!same) differ++;
                ledger.reread(chunk, same);
                compared.accept(chunk, same);
            }
            if (differ > 0) {
                LOG.log(WARNING,
                        "{0} chunks of a partial file are not what was verified before; they are fetched again",
                        differ);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does; the thread ends
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /// The next chunk with a known hash; waits for one. [#NONE] when all are compared, or stopped.
    private synchronized int next() throws InterruptedException {
        while (!stopped && told.isEmpty() && !(left.isEmpty() && asked.isEmpty())) wait();
        return stopped || told.isEmpty() ? NONE : told.firstKey();
    }

    private synchronized byte @Nullable [] take(int chunk) {
        return told.remove(chunk);
    }

    /// Null where the bytes cannot be had: then they are fetched again, which also brings them to a sound place of the
    /// disk.
    private byte @Nullable [] hash(int chunk, byte[] bytes, MessageDigest digest) {
        try {
            int length = partial.read(chunk, bytes);
            if (length < partial.chunks().length(chunk)) return null;
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (IOException e) {
            LOG.log(WARNING, "A chunk of a partial file cannot be read; it is fetched again", e);
            return null;
        }
    }
}
