package io.landline.filetransfer.chunk;

import io.landline.swarm.ChunkSpan;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which chunks of one file were asked for, have arrived, and are verified. A chunk is verified when its bytes were
/// written and their hash is the one that the origin told, whichever of the two came first. Any thread: each call holds
/// the monitor for a few assignments.
///
///     not asked ──ask──► asked ──arriving──► arrived ──written──► waits for its hash ──told──► verified
///         ▲                                     └──────── hash told before, equal ───────────────►┘
///         └───────────────── hash differs, at most ATTEMPTS_MAX times ──────────────┘
public final class ChunkLedger {
    /// Where this many chunks wait for their hash, no more are asked for (docs/protocol/files.md, "Binary frames").
    /// Four pages of hashes.
    public static final int UNHASHED_MAX = 256;
    /// A chunk with bytes that do not match the hash is fetched again; a peer that sends it wrong this often has
    /// changed it, or does so on purpose.
    static final int ATTEMPTS_MAX = 3;
    /// Chunks asked for and not written yet. 16 MiB fill a link of 10 Gbit/s for 13 ms, more than any local round trip.
    public static final int ASKED_MAX = 16;
    /// Asking in portions keeps requests few.
    private static final int ASKED_AT_ONCE_MIN = 4;

    public enum Outcome {
        /// It now counts.
        VERIFIED,
        /// The other half is still to come.
        WAITING,
        /// It will be asked for again.
        WRONG,
        /// It was wrong too often.
        GIVEN_UP,
        /// Nobody asked, or it is settled.
        UNWANTED
    }

    private final int count;
    private final BitSet asked = new BitSet();
    private final BitSet arrived = new BitSet();
    private final BitSet verified = new BitSet();
    /// Verified, or kept from an earlier run and not found wrong.
    private final BitSet held = new BitSet();
    private final ArrayDeque<Integer> again = new ArrayDeque<>();
    private final Map<Integer, byte[]> written = new HashMap<>();
    private final Map<Integer, byte[]> told = new HashMap<>();
    private final Map<Integer, Integer> attempts = new HashMap<>();
    private int next;
    private int verifiedCount;

    /// A file of `count` chunks; the first `kept` of them are on the disk since earlier. Those in `proven` count as
    /// verified; the others must be [#reread] first.
    public ChunkLedger(int count, int kept, BitSet proven) {
        this.count = count;
        next = kept;
        held.set(0, kept);
        verified.or(proven);
        verified.and(held);
        verifiedCount = verified.cardinality();
    }

    /// Kept chunks that are neither verified nor found wrong.
    public synchronized BitSet unproven() {
        var unproven = (BitSet) held.clone();
        unproven.andNot(verified);
        return unproven;
    }

    /// A kept chunk was read again: it is what the origin has, or is fetched again.
    public synchronized void reread(int chunk, boolean same) {
        if (same) {
            verify(chunk);
        } else {
            held.clear(chunk);
            again.addLast(chunk);
        }
    }

    private void verify(int chunk) {
        held.set(chunk);
        verified.set(chunk);
        verifiedCount++;
    }

    /// All that are verified, by number.
    public synchronized BitSet verified() {
        return (BitSet) verified.clone();
    }

    /// The one chunk of a small file was asked for already, elsewhere, and its bytes come from there.
    public synchronized void underWay() {
        if (count != 1 || next != 0) throw new IllegalStateException("not the only chunk, or asked for before");
        next = 1;
        arrived.set(0);
    }

    /// The runs to ask for now; empty while enough is under way. What is returned counts as asked.
    ///
    /// @param elsewhere chunks of other files that wait for their hash
    public synchronized List<ChunkSpan> ask(int elsewhere) {
        int underWay = asked.cardinality() + arrived.cardinality();
        int space = Math.min(ASKED_MAX - underWay, UNHASHED_MAX - underWay - written.size() - elsewhere);
        int left = again.size() + count - next;
        if (left == 0 || space < Math.min(ASKED_AT_ONCE_MIN, left)) return List.of();
        var runs = new ArrayList<ChunkSpan>();
        while (space > 0 && !again.isEmpty() && runs.size() < RangeFrame.RUNS_MAX - 1) {
            int chunk = again.removeFirst();
            asked.set(chunk);
            runs.add(new ChunkSpan(chunk, 1));
            space--;
        }
        int fresh = Math.min(space, count - next);
        if (fresh > 0) {
            asked.set(next, next + fresh);
            runs.add(new ChunkSpan(next, fresh));
            next += fresh;
        }
        return runs;
    }

    /// Takes a chunk in; false where it was not asked for, or has arrived before.
    public synchronized boolean arriving(int chunk) {
        if (!asked.get(chunk)) return false;
        asked.clear(chunk);
        arrived.set(chunk);
        return true;
    }

    /// The chunk is in the partial file, and this is the hash of what was written.
    public synchronized Outcome written(int chunk, byte[] hash) {
        if (!arrived.get(chunk)) return Outcome.UNWANTED;
        arrived.clear(chunk);
        byte[] expected = told.remove(chunk);
        if (expected == null) {
            written.put(chunk, hash);
            return Outcome.WAITING;
        }
        return compare(chunk, hash, expected);
    }

    /// The origin's word on this chunk. Only of chunks that are under way is it kept, so what is kept is bounded.
    public synchronized Outcome hashReceived(int chunk, byte[] hash) {
        byte[] ours = written.remove(chunk);
        if (ours != null) return compare(chunk, ours, hash);
        if (!asked.get(chunk) && !arrived.get(chunk)) return Outcome.UNWANTED;
        told.put(chunk, hash);
        return Outcome.WAITING;
    }

    private Outcome compare(int chunk, byte[] ours, byte[] origins) {
        if (MessageDigest.isEqual(ours, origins)) {
            verify(chunk);
            attempts.remove(chunk);
            return Outcome.VERIFIED;
        }
        if (attempts.merge(chunk, 1, Integer::sum) >= ATTEMPTS_MAX) return Outcome.GIVEN_UP;
        again.addLast(chunk);
        return Outcome.WRONG;
    }

    /// Chunks that were asked for, and have not come.
    public synchronized int underWayCount() {
        return asked.cardinality();
    }

    /// Behind the last chunk that was ever asked for in order.
    public synchronized int next() {
        return next;
    }

    /// The number of chunks, from the first on, that are on the disk without a gap: verified, kept, or written and
    /// waiting for their hash.
    public synchronized int prefix() {
        int prefix = held.nextClearBit(0);
        while (held.get(prefix) || written.containsKey(prefix)) prefix++;
        return prefix;
    }

    /// Whether every chunk is on the disk, and only hashes are missing.
    public synchronized boolean isWritten() {
        return next == count && again.isEmpty() && asked.isEmpty() && arrived.isEmpty();
    }

    /// Takes out what is written and waits for its hash: chunk and hash of what was written.
    public synchronized Map<Integer, byte[]> takeUnhashed() {
        var taken = Map.copyOf(written);
        written.clear();
        return taken;
    }

    /// Whether every chunk is verified; what an earlier run verified counts only once it was [#reread].
    public synchronized boolean isComplete() {
        return verifiedCount == count;
    }
}
