package io.landline.ui.transfers.state;

import io.landline.filetransfer.FailureReason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where an offer stands, as one card shows it: all its transfers together. Immutable.
public sealed interface OfferState {
    /// Not read from the disk yet.
    record Loading() implements OfferState {}

    /// Somebody offers it, and this person has not decided.
    record Asked() implements OfferState {}

    /// This user blocked its author, so no file of it comes.
    ///
    /// @param accepted whether this person had taken it before
    record Blocked(boolean accepted) implements OfferState {}

    /// We offer it, and nobody takes it now.
    record Standing(Receivers receivers) implements OfferState {}

    /// We offer it to a room, and nobody has seen it.
    ///
    /// @param waitsFor those who have been in the room, by name: somebody's texts
    record Unreached(List<String> waitsFor) implements OfferState {}

    /// Accepted; waits for the other, or for its turn.
    record Waiting(long bytes, long total, Receivers receivers) implements OfferState {}

    /// Accepted, and all who take it are away: goes on when they are back.
    ///
    /// @param takers names: somebody's text
    record Away(long bytes, long total, List<String> takers) implements OfferState {}

    /// It should move, but no byte came or went for a while.
    ///
    /// @param inTurn whether other files move with the same people meanwhile
    record Stalled(long bytes, long total, boolean inTurn) implements OfferState {}

    /// @param bytes of all who take it, verified or sent
    /// @param rate bytes a second; 0 where it is not known yet
    record Running(long bytes, long total, long rate, Receivers receivers) implements OfferState {
        /// Null where nobody can tell.
        public @Nullable Duration left() {
            return rate <= 0 ? null : Duration.ofSeconds(Math.max(0, total - bytes) / rate);
        }
    }

    /// @param reason what stopped it; null: a person did
    /// @param missingFolder the folder here that was to take it, where that is gone
    /// @param missingBytes on a full disk here: how many must be freed; else 0
    /// @param triedAt when this person resumed it last, if nothing has come since; null for never
    record Paused(@Nullable FailureReason reason, @Nullable String missingFolder, long missingBytes, Pauser by,
            @Nullable Instant triedAt, long bytes, long total, Receivers receivers) implements OfferState {}

    /// @param paths of received files; empty for sent ones
    record Done(List<Path> paths, Receivers receivers) implements OfferState {}

    /// Nothing more comes of it.
    record Over(FailureReason reason, Receivers receivers) implements OfferState {}

    /// It is older than offers stand, so nobody serves it any more.
    record Expired() implements OfferState {}

    /// Who paused; of an offer to many some receivers may have, and we the others.
    enum Pauser { WE, THEY, BOTH, SEVERAL }

    /// Whether something may still come of it.
    default boolean isOpen() {
        return switch (this) {
            case Asked _, Blocked _, Standing _, Unreached _, Waiting _, Away _, Stalled _, Running _, Paused _ -> true;
            case Loading _, Done _, Over _, Expired _ -> false;
        };
    }

    /// Whether the time alone may change it: what moves may stand, and what waits may be in its turn.
    default boolean changesWithTime() {
        return this instanceof Running || this instanceof Stalled || this instanceof Waiting;
    }
}
