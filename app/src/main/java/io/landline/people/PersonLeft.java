package io.landline.people;

/// Why a peer is not listed any more.
public enum PersonLeft {
    /// It said so.
    LEAVE,
    /// Nothing was heard of it for too long.
    SILENT,
    /// Its session was closed by the system, and it did not answer afterwards.
    CLOSED
}
