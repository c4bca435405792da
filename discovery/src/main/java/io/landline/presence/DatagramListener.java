package io.landline.presence;

/// Sees every datagram that passes, on the presence thread: hand it on and return.
@FunctionalInterface
public interface DatagramListener {
    void passed(ObservedDatagram datagram);

    /// One of ours did not pass.
    default void refused(UnsentDatagram datagram) {}
}
