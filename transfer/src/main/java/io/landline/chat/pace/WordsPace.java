package io.landline.chat.pace;

import io.landline.cost.CostRules;
import io.landline.cost.TokenBucket;
import io.landline.peer.BoundedMap;
import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.Map;

/// How often each person may hand over new words for a room. Outlives sessions, so that to come again wins nothing.
/// Confined to the conversations' thread.
public final class WordsPace {
    /// Each costs a stretching of 0.3 s: a peer that changed words twice needs two at once.
    public static final int BURST = 5;
    public static final Duration EVERY = Duration.ofSeconds(10);

    /// Of as many people as have sessions.
    private final Map<Fingerprint, TokenBucket> people = BoundedMap.leastRecentlyUsed(CostRules.SESSIONS_MAX);

    /// Words above the limit are passed over: their author hands them over again.
    public boolean allows(Fingerprint person, Duration uptime) {
        return people.computeIfAbsent(person, _ -> new TokenBucket(EVERY, BURST)).take(uptime);
    }
}
