package io.landline.filetransfer.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Whether an offer's days are over. The end of an offer is final, and the wall clock may be wrong for a while: after a
/// start without a battery, before the first answer of a time server, by a user's mistake. So the clock is believed
/// only once it has run evenly with the monotonic one for [#SETTLED]. Until then each offer stands. One thread.
final class OfferTerm {
    /// A computer that starts with a wrong clock has set it right by then, if it can.
    static final Duration SETTLED = Duration.ofMinutes(10);
    /// More than a clock is moved by without being set; what is slept counts as set.
    private static final Duration SET_MIN = Duration.ofMinutes(1);

    private final Clock clock;
    private final Duration settled;
    /// Wall clock minus uptime; changes when the clock is set.
    private Instant origin;
    private Duration evenSince = Duration.ZERO;
    private boolean believed;
    private boolean wasBelieved;

    /// @param settled how long the clock must run evenly; [#SETTLED] but in tests
    OfferTerm(Clock clock, Duration settled) {
        this.clock = clock;
        this.settled = settled;
        origin = clock.instant();
    }

    /// Looks at the clock. To be called at least once a minute. True once, when the clock is believed for the first
    /// time.
    ///
    /// @param uptime monotonic
    boolean tick(Duration uptime) {
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

    /// Whether an offer that was written then has stood for [Transfers#OFFER_STANDS].
    boolean isOver(Instant written) {
        return believed && written.plus(Transfers.OFFER_STANDS).isBefore(clock.instant());
    }
}
