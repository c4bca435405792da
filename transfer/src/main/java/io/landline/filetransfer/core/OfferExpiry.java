package io.landline.filetransfer.core;

import io.landline.filetransfer.TrustedWallClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Whether an offer's days are over. The end of an offer is final, so each stands until the clock is believed. One
/// thread.
public final class OfferExpiry {
    /// An offer stands until it is withdrawn, or this long (docs/protocol/files.md, "The offer's body").
    public static final Duration OFFER_STANDS = Duration.ofDays(7);

    private final TrustedWallClock clock;

    /// @param settled how long the clock must run evenly; [TrustedWallClock#SETTLED] but in tests
    OfferExpiry(Clock clock, Duration settled) { this.clock = new TrustedWallClock(clock, settled); }

    /// As [TrustedWallClock#tick].
    boolean tick(Duration uptime) {
        return clock.tick(uptime);
    }

    /// As [TrustedWallClock#at].
    Instant at(Duration uptime) {
        return clock.at(uptime);
    }

    /// As [TrustedWallClock#isBelieved].
    boolean isBelieved() {
        return clock.isBelieved();
    }

    /// Whether an offer that was written then has stood for [#OFFER_STANDS].
    boolean isOver(Instant written) {
        return clock.isBelieved() && seemsOver(written);
    }

    /// The same by a clock that may be wrong.
    boolean seemsOver(Instant written) {
        return written.plus(OFFER_STANDS).isBefore(clock.instant());
    }

    /// From when an offer of somebody else stands. An author's clock may be ahead, but a clock of ours that is behind
    /// must not make the offer older than it is: such an offer is dated again once the clock is believed.
    Instant standsFrom(Instant written) {
        Instant now = clock.instant();
        return clock.isBelieved() && written.isAfter(now) ? now : written;
    }
}
