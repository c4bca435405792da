package io.landline.swarm;

import java.time.Duration;

/// How a simulated node is connected: bytes a second each way, the delay to everybody, and the radio cell it shares.
///
/// @param cell nodes of one cell share its air; a wired node has [#NO_CELL]
record SimulatedLink(long up, long down, Duration delay, LinkKind kind, int cell) {
    static final int NO_CELL = -1;

    static SimulatedLink wired(long rate) {
        return new SimulatedLink(rate, rate, Duration.ofNanos(300_000), LinkKind.WIRED, NO_CELL);
    }

    static SimulatedLink wireless(long airRate) {
        return new SimulatedLink(airRate, airRate, Duration.ofMillis(3), LinkKind.WIRELESS, 0);
    }

    boolean isInCell() {
        return cell != NO_CELL;
    }
}
