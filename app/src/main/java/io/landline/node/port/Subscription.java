package io.landline.node.port;

/// Something that is being watched, until it is closed. Safe to close twice.
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
