package io.landline.node.message;

import io.landline.node.event.EventWatchers;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeWatcher;
import io.landline.node.port.Subscription;
import java.time.Instant;

/// Tells what this user writes, in the events of what others write, to programs that ask for it: a chat that is open
/// shows what was said in the window. To all others it is history, and no news. Any thread.
public final class OwnEntryFeed {
    private final EventWatchers watchers = new EventWatchers();

    /// From now on; closing the answer ends it.
    public Subscription watch(NodeWatcher watcher) {
        return watchers.watch(watcher);
    }

    /// Whether anybody asked. To make an event reads the database.
    boolean isWatched() {
        return !watchers.isEmpty();
    }

    void tell(NodeEvent event, Instant at) {
        watchers.tell(event, at);
    }
}
