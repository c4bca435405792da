package io.landline.violations.node;

import java.time.Instant;
import java.time.InstantSource;

/// Notes when something was, by a clock that no test can set.
final class MakesItsOwnClock {
    private final InstantSource clock = InstantSource.system();

    Instant noted() {
        return clock.instant();
    }
}
