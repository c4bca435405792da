package io.landline.node.event;

import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeWatcher;
import io.landline.node.port.Subscription;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Hands each event to all who watch, in one order for all of them. What is published while the node is opened is kept
/// until it starts, since nobody can watch before. Any thread may publish.
public final class EventBus {
    /// Only a few things happen while a node is opened: a port is taken, an address cannot be listened on.
    private static final int EARLY_MAX = 64;
    private static final System.Logger LOG = System.getLogger(EventBus.class.getName());

    private final List<NodeWatcher> watchers = new CopyOnWriteArrayList<>();
    private final List<NodeEvent> early = new ArrayList<>();
    private final InstantSource clock;
    private boolean begun;

    public EventBus(InstantSource clock) { this.clock = clock; }

    /// Synchronized, so that two events published at once are seen in the same order by everybody.
    public synchronized void publish(NodeEvent event) {
        if (begun) {
            tell(event, clock.instant());
        } else if (early.size() < EARLY_MAX) {
            early.add(event);
        }
    }

    /// The node starts: watchers are told this event, then what was published before. All of it gets the time of the
    /// start, so that no time goes back.
    public synchronized void begin(NodeEvent first) {
        begun = true;
        Instant now = clock.instant();
        tell(first, now);
        for (NodeEvent each : early) tell(each, now);
        early.clear();
    }

    /// A watcher that throws keeps no other one from hearing, and nothing of it falls back on who published.
    private void tell(NodeEvent event, Instant at) {
        for (NodeWatcher watcher : watchers) {
            try {
                watcher.take(event, at);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "a watcher of events failed", e);
            }
        }
    }

    /// From now on; closing the answer ends it.
    public Subscription watch(NodeWatcher watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }
}
