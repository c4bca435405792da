package io.landline.filetransfer.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TrustedWallClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OfferExpiryTest {
    private static final Instant WRITTEN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant OVER = WRITTEN.plus(OfferBody.STANDS).plusSeconds(1);

    /// Runs with the uptime until it is set.
    private final class SettableClock extends Clock {
        @Override
        public Instant instant() {
            return atStart.plus(uptime);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private Instant atStart = OVER;
    private Duration uptime = Duration.ZERO;
    private final OfferExpiry expiry = new OfferExpiry(new SettableClock(), TrustedWallClock.SETTLED);

    private int pass(Duration time) {
        int believed = 0;
        for (Duration end = uptime.plus(time); uptime.compareTo(end) < 0;) {
            uptime = uptime.plusSeconds(30);
            if (expiry.tick(uptime)) believed++;
        }
        return believed;
    }

    @Test
    void anOfferEndsAfterItsDaysOnceTheClockRanEvenlyForTenMinutes() {
        assertEquals(0, pass(TrustedWallClock.SETTLED.minusSeconds(30)));
        assertFalse(expiry.isOver(WRITTEN));
        assertEquals(1, pass(Duration.ofSeconds(30)));
        assertTrue(expiry.isOver(WRITTEN));
        assertFalse(expiry.isOver(WRITTEN.plus(Duration.ofDays(1))));
        assertEquals(0, pass(Duration.ofHours(1)));
    }

    @Test
    void h85_aClockThatIsSetAheadForAWhileEndsNothing() {
        atStart = WRITTEN;
        pass(Duration.ofHours(1));
        assertFalse(expiry.isOver(WRITTEN));
        atStart = WRITTEN.plus(Duration.ofDays(3650));
        pass(Duration.ofMinutes(9));
        assertFalse(expiry.isOver(WRITTEN));
        atStart = WRITTEN;
        pass(Duration.ofHours(1));
        assertFalse(expiry.isOver(WRITTEN));
    }

    @Test
    void h85_aClockThatIsMovedByATimeServerStaysBelieved() {
        pass(Duration.ofHours(1));
        atStart = OVER.plusMillis(800);
        pass(Duration.ofSeconds(30));
        assertTrue(expiry.isOver(WRITTEN));
    }
}
