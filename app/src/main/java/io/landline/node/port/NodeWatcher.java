package io.landline.node.port;

import java.time.Instant;

/// Takes an event and the wall-clock time at which it happened here. Called on the threads of the node, one call at a
/// time: it only puts the event aside, and neither waits nor throws.
@FunctionalInterface
public interface NodeWatcher {
    void take(NodeEvent event, Instant at);
}
