package io.landline.node;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Hands each event to all who watch, in one order for all of them. Any thread may publish.
final class EventBus {
    private final List<NodeWatcher> watchers = new CopyOnWriteArrayList<>();

    /// Synchronized, so that two events published at once are seen in the same order by everybody.
    synchronized void publish(NodeEvent event) {
        Instant at = Instant.now();
        for (NodeWatcher watcher : watchers) watcher.take(event, at);
    }

    /// From now on; closing the answer ends it.
    Subscription watch(NodeWatcher watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }
}
