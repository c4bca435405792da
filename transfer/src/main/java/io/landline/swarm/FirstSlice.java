package io.landline.swarm;

import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The part of an offer that a receiver asks the origin for: the receivers that are known share the chunks out by a
/// hash, without a word. So each chunk leaves the origin about once, and nobody has the same chunks as everybody else
/// (docs/protocol/swarm.md, "First slice"). Pure; any thread.
public final class FirstSlice {
    /// Chunks of one signed page of hashes. A slice begins with one, so the origin need not read what others asked for.
    public static final int PAGE_CHUNKS = 64;

    private FirstSlice() {}

    /// Null where there are more receivers than chunks, and this one gets none.
    static @Nullable ChunkSpan of(EntryId offer, Fingerprint self, Set<Fingerprint> others, int chunks) {
        long own = SwarmOrder.ofReceiver(offer, self);
        int receivers = 1;
        int before = 0;
        for (Fingerprint other : others) {
            if (other.equals(self)) continue;
            receivers++;
            if (SwarmOrder.ofReceiver(offer, other) < own) before++;
        }
        int first = boundary(before, receivers, chunks);
        int end = boundary(before + 1, receivers, chunks);
        return first == end ? null : new ChunkSpan(first, end - first);
    }

    /// Where slice `n` begins: at a page, unless there are fewer pages than receivers. Then most would get nothing.
    private static int boundary(int n, int receivers, int chunks) {
        int pages = (chunks - 1) / PAGE_CHUNKS + 1;
        if (pages < receivers) return (int) ((long) chunks * n / receivers);
        return Math.min(chunks, (int) ((long) pages * n / receivers) * PAGE_CHUNKS);
    }
}
