package io.landline.node;

import io.landline.queue.PartClosedException;

/// How the end of a node shows to who uses it. Stateless; any thread.
public final class NodeEnd {
    private NodeEnd() {}

    /// The failure of what is asked of a part that is closed already, or is closing.
    ///
    /// @param part what it is: "the window"
    public static RuntimeException ofPart(String part) {
        return new PartClosedException(part);
    }

    /// Whether this failed since a part of the node is closed already. What was asked for may not be done then.
    public static boolean isWhy(RuntimeException failure) {
        return failure instanceof PartClosedException;
    }
}
