package io.landline.handshake;

import java.time.Duration;
import java.util.function.Supplier;

/// Bounds how often a room key can be guessed (design.md §5 and §10): one exchange is one guess. One for the whole node. Any thread.
public final class GuessQueue {
    /// Who began the exchange: budgets of the two are apart, so that strangers who guess do not keep us from joining others.
    public enum Direction { INBOUND, OUTBOUND }

    /// @param uptime monotonic time since some start
    public GuessQueue(Supplier<Duration> uptime) {}
}
