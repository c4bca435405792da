package io.landline.swarm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How fast the partners of a receiver give, all together, beside how fast the origin would (docs/protocol/swarm.md,
/// "Slow partners"). Confined to its owner's thread.
final class PartnersPace {
    /// So long is counted; and so long may what is lacking still take. As the least time of an answer.
    static final Duration MEASURED = Duration.ofSeconds(2);
    /// Partners are slow where the origin gives this many times as much: equal links differ by less.
    static final int SLOWER_TIMES = 4;

    private @Nullable Duration since;
    private int chunks;
    /// From one chunk to the next, as counted last; null as long as nothing was counted.
    private @Nullable Duration between;

    /// Something is asked of partners.
    void asked(Duration now) {
        if (since == null) since = now;
    }

    /// A partner gave a chunk.
    void gave() {
        chunks++;
    }

    /// Whether what is lacking would take long from partners, and the origin was much faster, or gave nothing yet.
    ///
    /// @param lacking chunks that are yet to come
    boolean isSlow(@Nullable Partner origin, int lacking, Duration now) {
        count(now);
        if (between == null || origin == null) return false;
        if (between.multipliedBy(lacking).compareTo(MEASURED) <= 0) return false;
        if (!origin.responses.isKnown()) return origin.openChunks == 0; // one chunk will tell
        return between.compareTo(origin.responses.betweenChunks().multipliedBy(SLOWER_TIMES)) > 0;
    }

    private void count(Duration now) {
        if (since == null) return;
        Duration time = now.minus(since);
        if (time.compareTo(MEASURED) < 0) return;
        between = time.dividedBy(Math.max(1, chunks));
        since = now;
        chunks = 0;
    }
}
