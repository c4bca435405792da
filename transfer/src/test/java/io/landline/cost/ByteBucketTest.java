package io.landline.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ByteBucketTest {
    private static final Duration START = Duration.ofHours(7);
    private static final long RATE = 1_000_000;
    private static final int BURST_BYTES = 250_000;

    @Test
    void aBurstPassesAtOnceAndOneByteMoreWaits() {
        var bucket = new ByteBucket(RATE, BURST_BYTES, START);
        bucket.take(BURST_BYTES, START);
        assertEquals(Duration.ZERO, bucket.debt(START));
        bucket.take(1, START);
        assertEquals(Duration.ofNanos(1_000), bucket.debt(START));
    }

    @Test
    void whatIsLargerThanTheBurstIsPaidForInTime() {
        var bucket = new ByteBucket(RATE, BURST_BYTES, START);
        bucket.take(BURST_BYTES + 2 * RATE, START);
        assertEquals(Duration.ofSeconds(2), bucket.debt(START));
        assertEquals(Duration.ofSeconds(1), bucket.debt(START.plusSeconds(1)));
        assertEquals(Duration.ZERO, bucket.debt(START.plusSeconds(2)));
    }

    @Test
    void aPauseEarnsNoMoreThanTheBurst() {
        var bucket = new ByteBucket(RATE, BURST_BYTES, START);
        bucket.take(BURST_BYTES, START.plusSeconds(60));
        bucket.take(RATE, START.plusSeconds(60));
        assertEquals(Duration.ofSeconds(1), bucket.debt(START.plusSeconds(60)));
    }

    @Test
    void aClockThatGoesBackEarnsNothing() {
        var bucket = new ByteBucket(RATE, BURST_BYTES, START);
        bucket.take(BURST_BYTES + RATE, START);
        assertEquals(Duration.ofSeconds(1), bucket.debt(START.minusSeconds(5)));
        assertEquals(Duration.ofSeconds(1), bucket.debt(START));
    }

    @Test
    void inTheLongRunTheRateHolds() {
        var bucket = new ByteBucket(RATE, BURST_BYTES, START);
        Duration now = START;
        long passed = 0;
        for (int chunk = 0; chunk < 1_000; chunk++) {
            bucket.take(65_537, now);
            now = now.plus(bucket.debt(now));
            passed += 65_537;
        }
        double seconds = now.minus(START).toNanos() / 1e9;
        double allowed = RATE * seconds + BURST_BYTES;
        assertTrue(passed <= allowed && passed > 0.999 * allowed, passed + " of " + allowed);
    }

    @Test
    void thereIsNoRateOfNothing() {
        assertThrows(IllegalArgumentException.class, () -> new ByteBucket(0, BURST_BYTES, START));
    }

    @Test
    void nobodyWaitsLongerThanTheLongestDebt() {
        var bucket = new ByteBucket(RATE, BURST_BYTES, START);
        bucket.take(100 * RATE, START);
        bucket.remitBeyond(Duration.ofSeconds(2));
        assertEquals(Duration.ofSeconds(2), bucket.debt(START));
        bucket.remitBeyond(Duration.ofSeconds(3));
        assertEquals(Duration.ofSeconds(2), bucket.debt(START));
    }

    @Test
    void aNewRateHoldsFromTheLastChangeOn() {
        var bucket = new ByteBucket(RATE, BURST_BYTES, START);
        bucket.take(BURST_BYTES, START);
        bucket.limit(RATE / 10, BURST_BYTES / 10);
        bucket.take(RATE / 10, START.plusSeconds(1));
        assertEquals(Duration.ofMillis(750), bucket.debt(START.plusSeconds(1)));
    }
}
