package io.landline.swarm;

import org.jspecify.annotations.Nullable;

/// Which chunks are with some receiver, and which with several: so to ask whether somebody else has a chunk takes no
/// look at each receiver. Counts to two, since one who asks is one of them at most. Confined to its owner's thread.
final class ChunkHolders {
    private final ChunkSet once;
    private final ChunkSet twice;
    /// Receivers that may have anything: their chunks are not kept.
    private int unknown;

    ChunkHolders(int chunks) {
        once = new ChunkSet(chunks);
        twice = new ChunkSet(chunks);
    }

    /// One more receiver has this chunk.
    void add(int chunk) {
        if (!once.add(chunk)) twice.add(chunk);
    }

    /// One more receiver is here with these; null where they are not kept.
    void add(@Nullable ChunkSet has) {
        if (has == null) {
            unknown++;
        } else {
            twice.addCommon(once, has);
            once.addCommon(has, has);
        }
    }

    void clear() {
        once.clear();
        twice.clear();
        unknown = 0;
    }

    /// Whether a receiver has it, or may have it.
    boolean isWithAnybody(int chunk) {
        return unknown > 0 || once.has(chunk);
    }

    /// Whether another than one of the receivers does.
    ///
    /// @param has what that one has; null where it is not kept
    boolean isWithAnother(int chunk, @Nullable ChunkSet has) {
        if (has == null) return unknown > 1 || once.has(chunk);
        return unknown > 0 || (has.has(chunk) ? twice : once).has(chunk);
    }
}
