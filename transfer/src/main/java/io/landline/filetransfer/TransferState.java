package io.landline.filetransfer;

/// Where a transfer stands. The order of the names is kept in databases by name, never by number.
public enum TransferState {
    /// Proposed; the receiver has not decided.
    OFFERED,
    /// Accepted; waits for the peer to be there, or for its turn.
    WAITING,
    /// Bytes move.
    RUNNING,
    /// A person, or a full disk, stopped it; it goes on by `resume`.
    PAUSED,
    /// Every file is complete and under its name.
    DONE,
    /// Over, for a [FailureReason].
    FAILED;

    /// Whether something may still come of it.
    public boolean isOpen() {
        return this != DONE && this != FAILED;
    }
}
