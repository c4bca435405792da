package io.landline.node;

import java.util.ArrayDeque;
import java.util.Deque;

/// The parts of a node that were opened until now. They close in the reverse order, also when opening fails half-way.
/// Not safe for several threads: one opens, and one closes.
final class OpenedParts implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(OpenedParts.class.getName());

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /// @return the part itself
    <T extends AutoCloseable> T keep(T part) {
        opened.push(part);
        return part;
    }

    /// As if this one had been opened last.
    void closeFirst(AutoCloseable part) {
        opened.remove(part);
        opened.push(part);
    }

    /// A part that fails does not keep the others open.
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            AutoCloseable part = opened.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.log(System.Logger.Level.WARNING, "closing " + part.getClass().getSimpleName(), e);
            }
        }
    }
}
