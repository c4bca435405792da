package io.landline.presence.packet;

/// A datagram that is no presence packet of ours: the sender's fault. The message says why, without repeating the
/// sender's text. Without a stack trace: strangers can cause many.
public final class MalformedPacketException extends Exception {
    MalformedPacketException(String message) { super(message, null, false, false); }
}
