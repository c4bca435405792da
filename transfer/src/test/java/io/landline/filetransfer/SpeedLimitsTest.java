package io.landline.filetransfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.filetransfer.SpeedLimits.Limit;
import io.landline.peer.Direction;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpeedLimitsTest {
    private static final long MIN = SpeedLimits.BYTES_PER_SECOND_MIN;

    private Duration now = Duration.ZERO;
    private final SpeedLimits limits = new SpeedLimits(() -> now);

    @Test
    void theLowestOfSeveralLimitsHoldsEachWay() {
        Limit first = limits.limit(Direction.OUT, 3 * MIN);
        Limit second = limits.limit(Direction.OUT, 2 * MIN);
        limits.limit(Direction.IN, 5 * MIN);
        assertEquals(2 * MIN, limits.bytesPerSecond(Direction.OUT));
        assertEquals(5 * MIN, limits.bytesPerSecond(Direction.IN));
        second.close();
        second.close();
        assertEquals(3 * MIN, limits.bytesPerSecond(Direction.OUT));
        first.close();
        assertEquals(0, limits.bytesPerSecond(Direction.OUT));
    }

    @Test
    void twoEqualLimitsAreTwo() {
        Limit first = limits.limit(Direction.OUT, MIN);
        limits.limit(Direction.OUT, MIN);
        first.close();
        first.close();
        assertEquals(MIN, limits.bytesPerSecond(Direction.OUT));
    }

    @Test
    void oneBelowTheLowestLimitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> limits.limit(Direction.IN, MIN - 1));
        limits.limit(Direction.IN, MIN);
        assertEquals(MIN, limits.bytesPerSecond(Direction.IN));
    }

    @Test
    void withoutALimitNothingWaits() throws Exception {
        limits.await(Direction.IN, Integer.MAX_VALUE, () -> true);
        limits.limit(Direction.OUT, MIN);
        limits.await(Direction.IN, Integer.MAX_VALUE, () -> true);
    }

    @Test
    void aTransferThatEndsDoesNotWait() throws Exception {
        limits.limit(Direction.OUT, MIN);
        limits.await(Direction.OUT, Integer.MAX_VALUE, () -> false);
    }

    @Test
    void whatIsOwedIsWaitedForByTheClockThatWasGiven() throws Exception {
        limits.limit(Direction.OUT, MIN);
        limits.await(Direction.OUT, (int) (3 * MIN), () -> {
            now = now.plusSeconds(1); // a look a second, by this clock
            return true;
        });
        assertEquals(Duration.ofSeconds(3), now);
    }
}
