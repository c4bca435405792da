package io.landline.chat.sync;

import io.landline.chat.EntryStoreException;
import io.landline.queue.SerialQueue;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What is said of steps of the conversations that failed. Where the store is the reason, the listener hears of it too.
/// Confined to the conversations' thread.
final class StepFailures {
    /// A full disk is said once a minute, not once an entry.
    private static final Duration STORE_FAILURE_TOLD_MIN = Duration.ofMinutes(1);
    private static final System.Logger LOG = System.getLogger(StepFailures.class.getName());

    private final PendingEvents events;
    private final SerialQueue queue;
    private @Nullable Duration storeFailureTold;

    /// @param queue the conversations' thread
    StepFailures(PendingEvents events, SerialQueue queue) {
        this.events = events;
        this.queue = queue;
    }

    void failed(RuntimeException e) {
        if (e instanceof EntryStoreException store) {
            storeFailed(store);
        } else {
            LOG.log(Level.ERROR, "a step of the conversations failed", e);
        }
    }

    void storeFailed(EntryStoreException e) {
        Duration now = queue.uptime();
        if (storeFailureTold != null && now.minus(storeFailureTold).compareTo(STORE_FAILURE_TOLD_MIN) < 0) return;
        storeFailureTold = now;
        LOG.log(Level.ERROR, "conversations could not be stored", e);
        events.add(to -> to.storeFailed(String.valueOf(e.getMessage())));
        events.tell();
    }
}
