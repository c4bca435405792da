package io.landline.presence;

/// Why a peer is no longer listed.
public enum LeaveReason {
    /// It said so, signed.
    LEAVE,
    /// Nothing was heard of it for five of its intervals, nor did it answer ten asks.
    SILENT
}
