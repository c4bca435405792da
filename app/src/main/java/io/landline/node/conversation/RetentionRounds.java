package io.landline.node.conversation;

import io.landline.filetransfer.EvenClock;
import java.time.Duration;
import java.time.InstantSource;

/// When what is too old is removed: once the clock is believed, then every [#EVERY]. What is removed does not come
/// back, and a clock that runs a year ahead for a moment would make all of it old. One thread.
final class RetentionRounds {
    /// Between two rounds: what is older than a month may be older by this.
    static final Duration EVERY = Duration.ofHours(6);
    /// How often [#isDue] is to be asked.
    static final Duration LOOK = Duration.ofSeconds(30);

    private final EvenClock clock;
    private Duration next = Duration.ZERO;

    RetentionRounds(InstantSource clock) { this.clock = new EvenClock(clock, EvenClock.SETTLED); }

    /// Whether a round is to be made now. To be asked every [#LOOK].
    ///
    /// @param uptime monotonic, since this was made
    boolean isDue(Duration uptime) {
        clock.tick(uptime);
        if (!clock.isBelieved() || uptime.compareTo(next) < 0) return false;
        next = uptime.plus(EVERY);
        return true;
    }
}
