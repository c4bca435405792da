package io.landline.node.message;

import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeWatcher;
import io.landline.node.port.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Tells what this user writes, in the events of what others write, to programs that ask for it: a chat that is open
/// shows what was said in the window. To all others it is history, and no news. Any thread.
public final class OwnEntryFeed {
    private final List<NodeWatcher> watchers = new CopyOnWriteArrayList<>();

    /// From now on; closing the answer ends it.
    public Subscription watch(NodeWatcher watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /// Whether anybody asked. To make an event reads the database.
    boolean isWatched() {
        return !watchers.isEmpty();
    }

    void tell(NodeEvent event, Instant at) {
        watchers.forEach(each -> each.take(event, at));
    }
}
