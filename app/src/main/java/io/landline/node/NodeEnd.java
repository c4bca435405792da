package io.landline.node;

import io.landline.queue.PartClosedException;

/// How the end of a node shows to who uses it. Stateless; any thread.
public final class NodeEnd {
    private NodeEnd() {}

    /// Whether this failed since a part of the node is closed already. What was asked for may not be done then.
    public static boolean isWhy(RuntimeException failure) {
        return failure instanceof PartClosedException;
    }
}
