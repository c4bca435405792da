package io.landline.session;

/// What a frame waits behind on the control connection: a lane is emptied before the next one moves, so that no file's
/// hashes delay a message, and no message a ping. Each lane has a bound of its own.
public enum Lane {
    /// Handshake, ping, bulk tokens: the session itself.
    SESSION,
    /// Entries, receipts, what I have.
    CHAT,
    /// Offers' manifests, hashes, transfer states.
    FILES
}
