package io.landline.ui.lab.card;

import io.landline.lab.LabMessage;
import java.time.Instant;

/// Where the program of a card stands. Immutable; any thread.
public sealed interface CardState {
    record Idle() implements CardState {}

    record Starting() implements CardState {}

    /// @param address of its socket; empty while it has none
    /// @param listens whether others may connect to its address
    /// @param open others on the network reach it: it listens, and not on the loopback address alone
    record Running(Instant since, String address, boolean listens, boolean open) implements CardState {}

    /// It was told to end.
    record Stopping() implements CardState {}

    /// @param reason may be empty
    record Ended(Instant at, LabMessage reason) implements CardState {}

    record Failed(Exception cause) implements CardState {}

    /// A file that a setting names cannot be read.
    record FileMissing(String path) implements CardState {}

    /// @param free a port that could be had instead
    record PortTaken(int port, int free) implements CardState {}

    /// Whether it has or may have a socket open.
    default boolean isBusy() {
        return switch (this) {
            case Starting _, Running _, Stopping _ -> true;
            case Idle _, Ended _, Failed _, FileMissing _, PortTaken _ -> false;
        };
    }
}
