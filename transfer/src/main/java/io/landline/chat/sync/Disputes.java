package io.landline.chat.sync;

import io.landline.chat.LogKey;
import io.landline.room.ConversationId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/// Logs of one peer's own in which it contradicts what is held here, and since when. A node mends a restored profile as
/// soon as it sees what others have: it gets the time for that. Confined to the conversations' thread.
final class Disputes {
    /// How long an author who contradicts what is held here is not taken for a liar.
    static final Duration AUTHOR_MENDS_WITHIN = Duration.ofSeconds(30);
    /// New ones after which those of logs that are gone are forgotten.
    static final int DISPUTES_TO_SWEEP = 64;

    private final Map<LogKey, Duration> since = new HashMap<>();
    private int sweptAt = DISPUTES_TO_SWEEP;

    /// The peer contradicts what is held of this log. Says whether it may still be mending that.
    ///
    /// @param isHeld whether something of a log is held
    boolean mayBeMended(LogKey log, Duration uptime, Predicate<LogKey> isHeld) {
        if (since.size() >= sweptAt) sweep(isHeld);
        Duration first = since.putIfAbsent(log, uptime);
        return first == null || uptime.minus(first).compareTo(AUTHOR_MENDS_WITHIN) < 0;
    }

    private void sweep(Predicate<LogKey> isHeld) {
        since.keySet().removeIf(isHeld.negate());
        sweptAt = since.size() + DISPUTES_TO_SWEEP;
    }

    void forget(ConversationId conversation) {
        since.keySet().removeIf(log -> log.conversation().equals(conversation));
    }

    int size() {
        return since.size();
    }
}
