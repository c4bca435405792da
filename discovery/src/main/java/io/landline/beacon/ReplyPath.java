package io.landline.beacon;

/// By which socket a datagram came; an answer to it leaves by the same.
public interface ReplyPath {
    /// The name of the interface that owns the socket; empty for a shared socket, which hears all interfaces.
    String interfaceName();
}
