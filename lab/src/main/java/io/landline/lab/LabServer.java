package io.landline.lab;

import java.net.SocketAddress;
import java.time.Duration;

/// An experiment's server while it runs: its socket is open before this exists, and closed when [#stop] returns. Any
/// thread.
public interface LabServer extends AutoCloseable {
    /// Where it listens, with the port that it got.
    SocketAddress local();

    /// The socket that it listens with.
    SocketCard card();

    /// Closes every socket of it and waits until its threads are gone. Safe to call twice, and from anywhere but its
    /// own threads.
    void stop(LabMessage reason);

    /// Waits until it has ended by itself (one client served, or told to by a peer) or was stopped; false where time
    /// ran out first.
    boolean awaitEnd(Duration atMost) throws InterruptedException;

    @Override
    default void close() {
        stop(LabMessage.of("stopped here"));
    }
}
