package io.landline.filetransfer;

import org.jspecify.annotations.Nullable;

/// Where a transfer stands: exactly one of these, each with what belongs to it alone. The methods are the only ways
/// from one to the next (docs/architecture.md, "The states of a transfer"); one that is not drawn there is a fault of
/// ours, and throws an [IllegalStateException]. Immutable; any thread.
public sealed interface TransferPhase {
    /// Proposed; the receiver has not decided.
    record Undecided() implements TransferPhase {}

    /// Accepted; waits for the peer to be there, or for its turn.
    record Waiting() implements TransferPhase {}

    /// Bytes move.
    record Running() implements TransferPhase {}

    /// The person here holds it up. `decided`: whether the receiver had accepted before.
    record Paused(boolean decided) implements TransferPhase {}

    /// Something that a person can mend holds it up, as a full disk does.
    record Stopped(boolean decided, FailureReason reason) implements TransferPhase {}

    /// Every file that is wanted is complete and under its name.
    record Done() implements TransferPhase {}

    /// Over, and not done.
    record Failed(FailureReason reason) implements TransferPhase {}

    /// The receiver takes it; so it may run as soon as there is a place.
    default TransferPhase accepted() {
        requireOpen("accepted");
        return new Waiting();
    }

    /// It has a place among those that run.
    default TransferPhase started() {
        if (this instanceof Waiting) return new Running();
        throw new IllegalStateException(this + " cannot be started");
    }

    /// The bytes stopped and nothing is wrong: the connection broke, or the program ended. Changes only what ran.
    default TransferPhase interrupted() {
        requireOpen("interrupted");
        return this instanceof Running ? new Waiting() : this;
    }

    /// Nothing of what the person chose is in it: the person decides anew.
    default TransferPhase unmatched() {
        if (this instanceof Waiting) return new Undecided();
        throw new IllegalStateException(this + " cannot be unmatched");
    }

    /// The person here holds it up.
    default TransferPhase paused() {
        requireOpen("paused");
        return new Paused(isAccepted());
    }

    /// Something holds it up that a person can mend.
    default TransferPhase stopped(FailureReason reason) {
        requireOpen("stopped");
        return new Stopped(isAccepted(), reason);
    }

    /// What held it up is over.
    default TransferPhase resumed() {
        return switch (this) {
            case Paused(var accepted) -> accepted ? new Waiting() : new Undecided();
            case Stopped(var accepted, _) -> accepted ? new Waiting() : new Undecided();
            case Undecided _, Waiting _, Running _, Done _, Failed _ -> throw new IllegalStateException(
                    this + " cannot be resumed");
        };
    }

    /// Everything is there. This may cross what was just said about it.
    default TransferPhase finished() {
        requireOpen("finished");
        return new Done();
    }

    default TransferPhase failed(FailureReason reason) {
        requireOpen("failed");
        return new Failed(reason);
    }

    /// The person here wants it after all, or the rest of what is done in part: it is decided anew.
    default TransferPhase retried() {
        if (this instanceof Failed || this instanceof Done) return new Undecided();
        throw new IllegalStateException(this + " cannot be retried");
    }

    /// Whether something may still come of it.
    default boolean isOpen() {
        return state().isOpen();
    }

    private boolean isAccepted() {
        return switch (this) {
            case Undecided _ -> false;
            case Paused(var accepted) -> accepted;
            case Stopped(var accepted, _) -> accepted;
            case Waiting _, Running _, Done _, Failed _ -> true;
        };
    }

    private void requireOpen(String what) {
        if (!isOpen()) throw new IllegalStateException(this + " cannot be " + what);
    }

    /// The word for it in events, windows and databases.
    default TransferState state() {
        return switch (this) {
            case Undecided _ -> TransferState.OFFERED;
            case Waiting _ -> TransferState.WAITING;
            case Running _ -> TransferState.RUNNING;
            case Paused _, Stopped _ -> TransferState.PAUSED;
            case Done _ -> TransferState.DONE;
            case Failed _ -> TransferState.FAILED;
        };
    }

    /// Why it is stopped or failed; null for all others.
    default @Nullable FailureReason reason() {
        return switch (this) {
            case Stopped(_, var reason) -> reason;
            case Failed(var reason) -> reason;
            case Undecided _, Waiting _, Running _, Paused _, Done _ -> null;
        };
    }

    /// What [#state] and [#reason] told, as a database kept them.
    static TransferPhase of(TransferState state, @Nullable FailureReason reason, boolean accepted) {
        return switch (state) {
            case OFFERED -> new Undecided();
            case WAITING -> new Waiting();
            case RUNNING -> new Running();
            case PAUSED -> reason == null ? new Paused(accepted) : new Stopped(accepted, reason);
            case DONE -> new Done();
            case FAILED -> new Failed(reason == null ? FailureReason.LOST : reason);
        };
    }
}
