package io.landline.handshake;

/// How a pair of rooms that was tried ended without success.
enum PairVerdict {
    /// The keys differ.
    WRONG,
    /// Our key was tested, and no answer came in time. The peer has used its guess all the same.
    UNANSWERED,
    /// No key was tested, since a turn or an answer did not come in time.
    LATE,
    /// Given up by either side.
    VOID;

    /// Whether the peer has tested a key of ours.
    boolean isTested() {
        return this == WRONG || this == UNANSWERED;
    }

    /// Whether another attempt may end otherwise, with the same rooms.
    boolean isOutOfTime() {
        return this == UNANSWERED || this == LATE;
    }
}
