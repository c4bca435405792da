package io.landline.session;

/// The order of frames on the control connection. A lane is emptied before the next one moves: so a file's hashes never
/// delay a message, and a message never delays a ping. Each lane has a bound of its own.
public enum Lane {
    /// Handshake, ping, bulk tokens: the session itself.
    SESSION,
    /// Entries, receipts, what I have.
    CHAT,
    /// Offers' manifests, hashes, transfer states.
    FILES
}
