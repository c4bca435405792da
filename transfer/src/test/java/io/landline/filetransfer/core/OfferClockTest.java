package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.room.EntryId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// Offers that arrive while the clock of this computer is wrong.
class OfferClockTest extends TransferFixture {
    private static final Duration MOMENT = Duration.ofMillis(20);
    /// Half a minute: longer than a busy machine stands still.
    private static final int LOOKS_MAX = 1_500;

    @Test
    void anOfferThatArrivesWhileTheClockIsYearsAheadIsAskedForAgainOnceTheClockIsBelieved() throws Exception {
        var clock = new WrongClock(WrongClock.YEARS);
        restartBen(clock, Duration.ofMillis(1));
        EntryId offer = anna.send(ben, file("photo", 5));
        ben.transfers.open();
        assertEquals(List.of(), ben.recorder.all());
        clock.isRight = true; // a time server has answered
        boolean asked = false;
        for (int look = 0; look < LOOKS_MAX && !asked; look++) {
            ben.transfers.open(); // after each step the clock is looked at
            asked = ben.recorder.isPassedOver(MOMENT);
        }
        assertTrue(asked);
        anna.tell(ben, offer);
        assertEquals(offer, ben.recorder.await(Told.Offered.class).view().offer());
    }

    @Test
    void anOfferThatArrivesWhileTheClockIsYearsBehindStandsAfterItWasSetRight() throws Exception {
        restartBen(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Duration.ofHours(1));
        EntryId offer = anna.send(ben, file("photo", 5));
        assertEquals(offer, ben.recorder.await(Told.Offered.class).view().offer());
        restartBen(Clock.systemUTC(), Duration.ZERO);
        ben.transfers.open();
        ben.transfers.open(); // the queue looked at the clock between the two
        assertEquals(List.of(), ben.recorder.all());
        assertEquals(1, ben.transfers.open().size());
    }

    @Test
    void anOfferFromTheFutureStandsFromNowOnOnceTheClockIsBelieved() throws Exception {
        var clock = new WrongClock(Duration.ZERO);
        restartBen(clock, Duration.ofMillis(1));
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(file("photo", 5)));
        anna.tell(ben, offer, true, Instant.now().plus(WrongClock.YEARS));
        ben.transfers.open();
        assertTrue(written(ben, offer).isAfter(Instant.now()));
        clock.isRight = true;
        lookUntil(ben, () -> !written(ben, offer).isAfter(Instant.now()));
        ben.transfers.cancel(TransferId.of(offer, ben.fingerprint)); // it is open
    }

    @Test
    void anOwnOfferThatWasMadeWhileTheClockWasYearsBehindHasItsRightDateOnceTheClockIsBelieved() throws Exception {
        var clock = new WrongClock(WrongClock.YEARS.negated());
        anna.close();
        anna.clock = clock;
        anna.clockSettled = Duration.ofMillis(1);
        anna.start();
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(file("photo", 5)));
        assertTrue(written(anna, offer).isBefore(Instant.now().minus(Duration.ofDays(1))));
        clock.isRight = true;
        lookUntil(anna, () -> written(anna, offer).isAfter(Instant.now().minus(Duration.ofMinutes(5))));
        assertEquals(1, anna.transfers.open().size());
    }

    private static Instant written(TransferNode node, EntryId offer) {
        return Objects.requireNonNull(node.store.offer(offer)).written();
    }

    private static void lookUntil(TransferNode node, BooleanSupplier seen) throws InterruptedException {
        for (int look = 0; look < LOOKS_MAX && !seen.getAsBoolean(); look++) {
            node.transfers.open(); // after each step the clock is looked at
            Thread.sleep(MOMENT);
        }
        assertTrue(seen.getAsBoolean());
    }

    private void restartBen(Clock clock, Duration settled) {
        FakeStore kept = ben.store.afterKill();
        ben.close();
        ben.store = kept;
        ben.recorder = new TransferRecorder();
        ben.clock = clock;
        ben.clockSettled = settled;
        ben.start();
    }

    /// Ahead or behind, and set anew at each look until it is right. Any thread.
    private static final class WrongClock extends Clock {
        private static final Duration YEARS = Duration.ofDays(3650);
        volatile boolean isRight;
        private final Duration ahead;
        private volatile int looks;

        WrongClock(Duration ahead) { this.ahead = ahead; }

        @Override
        public synchronized Instant instant() {
            Instant now = Instant.now();
            return isRight ? now : now.plus(ahead).plus(Duration.ofHours(looks++));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
