package io.landline.node.event;

import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeWatcher;
import io.landline.node.port.Subscription;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Hands each event to all who watch, in one order for all of them. What is published while the node is opened is kept
/// until it starts, since nobody can watch before. Any thread may publish.
public final class EventBus {
    /// Only a few things happen while a node is opened: a port is taken, an address cannot be listened on.
    private static final int EARLY_MAX = 64;

    private final EventWatchers watchers = new EventWatchers();
    private final List<NodeEvent> early = new ArrayList<>();
    private final InstantSource clock;
    private boolean begun;

    public EventBus(InstantSource clock) { this.clock = clock; }

    /// Synchronized, so that two events published at once are seen in the same order by everybody.
    public synchronized void publish(NodeEvent event) {
        if (begun) {
            watchers.tell(event, clock.instant());
        } else if (early.size() < EARLY_MAX) {
            early.add(event);
        }
    }

    /// The node starts: watchers are told this event, then what was published before. All of it gets the time of the
    /// start, so that no time goes back.
    public synchronized void begin(NodeEvent first) {
        begun = true;
        Instant now = clock.instant();
        watchers.tell(first, now);
        for (NodeEvent each : early) watchers.tell(each, now);
        early.clear();
    }

    /// From now on; closing the answer ends it.
    public Subscription watch(NodeWatcher watcher) {
        return watchers.watch(watcher);
    }
}
