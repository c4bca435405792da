package io.landline.swarm;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The chunks to which the origin said *later*: it leaves them to other receivers, and after a while they are asked of
/// it again (docs/protocol/swarm.md, "The origin"). Confined to its owner's thread.
final class OriginRefusals {
    /// Chunks of which is remembered that the origin said *later*.
    static final int LATER_MAX = 512;

    /// @param since the first time
    /// @param until the chunk is not asked for before
    private record Refusal(Duration since, Duration until) {}

    private final Map<Integer, Refusal> byChunk = new HashMap<>();
    private final ChunkSet chunks;
    private Duration pausedUntil = Duration.ZERO;

    /// @param chunks of the offer
    OriginRefusals(int chunks) { this.chunks = new ChunkSet(chunks); }

    /// The origin leaves this chunk to others. What it refuses beyond the bound is asked for again like what was never
    /// asked for.
    void add(int chunk, Duration now, Duration until) {
        pausedUntil = until;
        Refusal before = byChunk.get(chunk);
        if (before == null && byChunk.size() >= LATER_MAX) return;
        byChunk.put(chunk, new Refusal(before == null ? now : before.since, until));
        chunks.add(chunk);
    }

    /// It is not to be asked for any more.
    void remove(int chunk) {
        byChunk.remove(chunk);
        chunks.remove(chunk);
    }

    /// Whether the origin may be asked for what it has not refused.
    boolean mayAskForOthers(Duration now) {
        return now.compareTo(pausedUntil) >= 0 && byChunk.size() < LATER_MAX;
    }

    /// Whether a refused chunk may be asked of the origin again.
    ///
    /// @param patience how long partners get to show it
    boolean isDue(int chunk, Duration patience, Duration now) {
        Refusal refusal = byChunk.get(chunk);
        return refusal != null && now.compareTo(refusal.until) >= 0
                && now.minus(refusal.since).compareTo(patience) >= 0;
    }

    Set<Integer> numbers() {
        return byChunk.keySet();
    }

    /// The same as a set of chunks.
    ChunkSet chunks() {
        return chunks;
    }
}
