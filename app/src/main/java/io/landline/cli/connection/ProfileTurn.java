package io.landline.cli.connection;

import io.landline.node.profile.NodeException;
import java.time.Duration;

/// The turn of a command at a profile that other commands have for a moment: who comes second tries again, and
/// meets the node that runs by then, or a free profile. One for each command; its thread.
public final class ProfileTurn {
    /// Others that only read have a profile for some ten milliseconds.
    private static final Duration TURN_WITHIN = Duration.ofSeconds(5);

    private final long began = System.nanoTime();

    /// Whether the profile was not opened since somebody else came first: it is worth another look.
    public boolean comesAgain(NodeException e) {
        return e.kind() == NodeException.Kind.IN_USE && isLeft();
    }

    /// Whether there is time for another look.
    public boolean isLeft() {
        return System.nanoTime() - began < TURN_WITHIN.toNanos();
    }
}
