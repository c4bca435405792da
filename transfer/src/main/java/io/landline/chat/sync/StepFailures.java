package io.landline.chat.sync;

import io.landline.chat.EntryStoreException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// What is said of steps of the conversations that failed. Where the store is the reason, the listener hears of it too.
/// Confined to the conversations' thread.
final class StepFailures {
    /// A full disk is said once a minute, not once an entry. Another reason is said at once.
    private static final Duration STORE_FAILURE_TOLD_MIN = Duration.ofMinutes(1);
    /// Further reasons in that time are not told: what is kept of them is bounded.
    static final int REASONS_TOLD_MAX = 8;
    private static final System.Logger LOG = System.getLogger(StepFailures.class.getName());

    private final PendingEvents events;
    private final Supplier<Duration> uptime;
    /// By reason, when it was told.
    private final Map<String, Duration> told = new HashMap<>();

    /// @param uptime of the conversations' thread
    StepFailures(PendingEvents events, Supplier<Duration> uptime) {
        this.events = events;
        this.uptime = uptime;
    }

    void failed(RuntimeException e) {
        if (e instanceof EntryStoreException store) {
            storeFailed(store);
        } else {
            LOG.log(Level.ERROR, "a step of the conversations failed", e);
        }
    }

    void storeFailed(EntryStoreException e) {
        String reason = String.valueOf(e.getMessage());
        if (!isDue(reason, uptime.get())) return;
        LOG.log(Level.ERROR, "conversations could not be stored", e);
        events.add(to -> to.storeFailed(reason));
        events.tell();
    }

    /// Whether this reason is to be told now; it counts as told from here on.
    private boolean isDue(String reason, Duration now) {
        told.values().removeIf(at -> now.minus(at).compareTo(STORE_FAILURE_TOLD_MIN) >= 0);
        if (told.containsKey(reason) || told.size() >= REASONS_TOLD_MAX) return false;
        told.put(reason, now);
        return true;
    }
}
