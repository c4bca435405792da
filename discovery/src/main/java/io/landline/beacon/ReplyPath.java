package io.landline.beacon;

/// By which socket a datagram came; an answer to it leaves by the same.
public interface ReplyPath {
    /// The interface whose own socket it is; empty for a shared one, which hears all interfaces.
    String interfaceName();
}
