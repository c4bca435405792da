package io.landline.filetransfer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The wall clock, for what is final: the end of an offer, the removal of old messages. It may be wrong for a while:
/// after a start without a battery, before the first answer of a time server, by a user's mistake. So it is believed
/// only once it has run evenly with the monotonic clock for [#SETTLED]. One thread.
public final class TrustedWallClock {
    /// A computer that starts with a wrong clock has set it right by then, if it can.
    public static final Duration SETTLED = Duration.ofMinutes(10);
    /// More than a clock is moved by without being set; what is slept counts as set.
    private static final Duration SET_MIN = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Duration settled;
    /// Wall clock minus uptime; changes when the clock is set.
    private Instant origin;
    private Duration evenSince = Duration.ZERO;
    private boolean believed;
    private boolean wasBelieved;

    /// @param settled how long the clock must run evenly; [#SETTLED] but in tests
    public TrustedWallClock(InstantSource clock, Duration settled) {
        this.clock = clock;
        this.settled = settled;
        origin = clock.instant();
    }

    /// Looks at the clock. To be called at least once a minute. True once, when the clock is believed for the first
    /// time.
    ///
    /// @param uptime monotonic, since this was made
    public boolean tick(Duration uptime) {
        Instant now = clock.instant().minus(uptime);
        if (Duration.between(origin, now).abs().compareTo(SET_MIN) > 0) {
            origin = now;
            evenSince = uptime;
        }
        believed = uptime.minus(evenSince).compareTo(settled) >= 0;
        boolean first = believed && !wasBelieved;
        wasBelieved |= believed;
        return first;
    }

    /// Whether it is believed, as of the last look.
    public boolean isBelieved() {
        return believed;
    }

    public Instant instant() {
        return clock.instant();
    }

    /// What it would have shown at this uptime, if it had run evenly since: right once it is believed.
    public Instant at(Duration uptime) {
        return origin.plus(uptime);
    }
}
