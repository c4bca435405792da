package io.landline.filetransfer.running;

import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TrustedWallClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Whether an offer's days are over. The end of an offer is final, so each stands until the clock is believed. One
/// thread.
public final class OfferExpiry {
    private final TrustedWallClock clock;

    /// @param settled how long the clock must run evenly; [TrustedWallClock#SETTLED] but in tests
    public OfferExpiry(Clock clock, Duration settled) { this.clock = new TrustedWallClock(clock, settled); }

    /// As [TrustedWallClock#tick].
    public boolean tick(Duration uptime) {
        return clock.tick(uptime);
    }

    /// As [TrustedWallClock#at].
    public Instant at(Duration uptime) {
        return clock.at(uptime);
    }

    /// As [TrustedWallClock#isBelieved].
    public boolean isBelieved() {
        return clock.isBelieved();
    }

    /// Whether an offer that was written then has stood for [OfferBody#STANDS].
    public boolean isOver(Instant written) {
        return clock.isBelieved() && seemsOver(written);
    }

    /// The same by a clock that may be wrong.
    public boolean seemsOver(Instant written) {
        return written.plus(OfferBody.STANDS).isBefore(clock.instant());
    }

    /// From when an offer of somebody else stands. An author's clock may be ahead, but a clock of ours that is behind
    /// must not make the offer older than it is: such an offer is dated again once the clock is believed.
    public Instant standsFrom(Instant written) {
        Instant now = clock.instant();
        return clock.isBelieved() && written.isAfter(now) ? now : written;
    }
}
