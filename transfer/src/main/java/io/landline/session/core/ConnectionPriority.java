package io.landline.session.core;

import java.time.Duration;

/// What decides which of two control connections to one peer stays (docs/protocol/session.md, "Which of two control
/// connections stays"). Immutable; no clock.
///
/// @param run the peer's run, from its hello
/// @param began when this side dialled or accepted the connection, as uptime
/// @param dialledBySmaller whether the smaller of the two fingerprints dialled it
record ConnectionPriority(long run, Duration began, boolean dialledBySmaller) {
    /// Begun closer together than this, the two were dialled at the same time for each other's sake.
    static final Duration SIMULTANEOUS = Duration.ofSeconds(5);

    /// Whether this connection takes the place of another of the same peer. Of any two exactly one takes the other's
    /// place, no matter which is asked. Only two that began in the same instant on the same side do not.
    boolean replaces(ConnectionPriority other) {
        if (run != other.run) return run > other.run;
        if (dialledBySmaller != other.dialledBySmaller && isSimultaneousWith(other)) return dialledBySmaller;
        return began.compareTo(other.began) > 0;
    }

    /// Whether the rule of the smaller fingerprint decides between the two.
    private boolean isSimultaneousWith(ConnectionPriority other) {
        return began.minus(other.began).abs().compareTo(SIMULTANEOUS) <= 0;
    }
}
