package io.landline.presence;

/// Sees every datagram that passes, on the presence thread: hand it on and return.
@FunctionalInterface
public interface DatagramListener {
    void passed(PassedDatagram datagram);

    /// One of ours did not pass.
    default void refused(RefusedDatagram datagram) {}
}
