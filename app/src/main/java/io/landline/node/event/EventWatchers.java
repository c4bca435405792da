package io.landline.node.event;

import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeWatcher;
import io.landline.node.port.Subscription;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Those who watch events of one kind, in the order in which they came. Any thread.
public final class EventWatchers {
    private static final System.Logger LOG = System.getLogger(EventWatchers.class.getName());

    private final List<NodeWatcher> watchers = new CopyOnWriteArrayList<>();

    /// From now on; closing the answer ends it.
    public Subscription watch(NodeWatcher watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /// Whether nobody watches.
    public boolean isEmpty() {
        return watchers.isEmpty();
    }

    /// A watcher that throws keeps no other one from hearing, and nothing of it falls back on who tells.
    public void tell(NodeEvent event, Instant at) {
        for (NodeWatcher watcher : watchers) {
            try {
                watcher.take(event, at);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "a watcher of events failed", e);
            }
        }
    }
}
