package io.landline.node.conversation;

import io.landline.filetransfer.TrustedWallClock;
import java.time.Duration;
import java.time.InstantSource;

/// When what is too old is removed: once the clock is believed, then every [#EVERY]. What is removed does not come
/// back, and a clock that runs a year ahead for a moment would make all of it old. Any thread.
final class RetentionRounds {
    /// Between two rounds: what is older than a month may be older by this.
    static final Duration EVERY = Duration.ofHours(6);
    /// How often [#isDue] is to be asked.
    static final Duration LOOK = Duration.ofSeconds(30);

    /// Times as long as words were taken out of the search, nothing is taken out afterwards. So who has texts removed
    /// without end makes this node write the index for a twentieth of the time.
    static final int CLEARING_PAUSE = 20;

    private final TrustedWallClock clock;
    private Duration next = Duration.ZERO;
    private Duration nextClearing = Duration.ZERO;

    RetentionRounds(InstantSource clock) { this.clock = new TrustedWallClock(clock, TrustedWallClock.SETTLED); }

    /// Whether a round is to be made now. To be asked every [#LOOK].
    ///
    /// @param uptime monotonic, since this was made
    synchronized boolean isDue(Duration uptime) {
        clock.tick(uptime);
        if (!clock.isBelieved() || uptime.compareTo(next) < 0) return false;
        next = uptime.plus(EVERY);
        return true;
    }

    /// Whether what the user chooses now may remove something at once. If not, the next round comes as soon as the
    /// clock is believed.
    synchronized boolean mayRemoveNow(Duration uptime) {
        clock.tick(uptime);
        if (!clock.isBelieved()) next = Duration.ZERO;
        return clock.isBelieved();
    }

    /// Whether words of removed texts may leave the search now. No clock decides about that.
    synchronized boolean isClearingDue(Duration uptime) {
        return uptime.compareTo(nextClearing) >= 0;
    }

    /// @param took how long the words that were due took, or some of them
    synchronized void cleared(Duration took, Duration uptime) {
        nextClearing = uptime.plus(took.multipliedBy(CLEARING_PAUSE));
    }
}
