package io.landline.swarm;

import io.landline.cost.TokenBucket;
import io.landline.frame.MalformedFrameException;
import java.time.Duration;

/// Counts the frames by which one peer tells what it has: more than it may send breaks the protocol. What waited in a
/// connection that was stuck comes all at once, so a pause saves up. Confined to its owner's thread.
final class FramePace {
    /// Twice what an honest peer sends (docs/protocol/swarm.md, "Limits").
    static final int PER_SECOND = 8;
    /// What an honest peer sends while a connection is stuck, before that is given up; and all pages of a bitmap.
    static final int SAVED_MAX = 64;

    private final TokenBucket news = new TokenBucket(PER_SECOND, SAVED_MAX);

    void count(Duration now) throws MalformedFrameException {
        if (!news.take(now)) throw new MalformedFrameException("tells too often what it has");
    }
}
