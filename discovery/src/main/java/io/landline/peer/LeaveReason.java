package io.landline.peer;

/// Why a peer is no longer listed.
public enum LeaveReason {
    /// It said so, signed.
    LEAVE,
    /// Nothing was heard of it for too long: presence says how long that is.
    SILENT,
    /// It was listed on the word of a packet, and the signature of that does not hold.
    FORGED,
    /// Its session was closed by the system, and it did not answer afterwards. Presence never says this.
    CLOSED
}
