package io.landline.swarm;

import java.time.Duration;

/// Whether somebody who has everything goes on helping: until nobody lacks anything, but not for ever
/// (docs/protocol/swarm.md, "Staying"). Pure; any thread.
final class SeedingRules {
    static final Duration LONGEST = Duration.ofMinutes(30);

    private SeedingRules() {}

    /// @param finishedAt when the last chunk was verified
    /// @param lacking how many of the others still lack something
    static boolean isOver(Duration now, Duration finishedAt, int lacking) {
        return lacking == 0 || now.minus(finishedAt).compareTo(LONGEST) >= 0;
    }
}
