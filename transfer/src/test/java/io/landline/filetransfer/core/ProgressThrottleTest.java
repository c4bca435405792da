package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressThrottleTest {
    private static final Duration STEP = TransferEvents.PROGRESS_INTERVAL;
    private static final long BYTES_A_STEP = 3_000_000;
    private static final long BYTES_A_SECOND = BYTES_A_STEP * 1000 / STEP.toMillis();
    private static final long KEPT = 400_000_000;

    private final ProgressThrottle pace = new ProgressThrottle();
    private Duration now = Duration.ofMinutes(1);
    private long bytes = KEPT;

    private long after(long more) {
        now = now.plus(STEP);
        bytes += more;
        return pace.claim(now, bytes);
    }

    @Test
    void whatWasThereBeforeIsNoRate() {
        assertTrue(after(0) < 0);
        assertEquals(BYTES_A_SECOND, after(BYTES_A_STEP));
    }

    @Test
    void bytesThatCameBeforeThereIsARateAreToldAtTheNextLookThoughNoMoreCome() {
        bytes = 0;
        assertTrue(after(BYTES_A_STEP) < 0, "there is nothing yet to compare with");
        assertEquals(0, after(0));
        assertTrue(after(0) < 0, "and only once");
    }

    @Test
    void nothingIsToldOfWhatHasNotBegun() {
        bytes = 0;
        for (int step = 0; step < 3; step++) assertTrue(after(0) < 0);
    }

    @Test
    void whatIsTakenBackIsToldThoughNoMoreComes() {
        for (int step = 0; step < 5; step++) after(BYTES_A_STEP);
        assertTrue(after(-BYTES_A_STEP) < 0);
        assertEquals(0, after(0));
    }

    @Test
    void nothingIsToldWithoutNewBytesNorTooEarly() {
        after(0);
        after(BYTES_A_STEP);
        assertTrue(after(0) < 0);
        assertTrue(pace.claim(now.plusMillis(1), bytes + 1) < 0);
    }

    @Test
    void afterASilenceTheRateIsThatOfTheLastSeconds() {
        for (int step = 0; step < 30; step++) after(BYTES_A_STEP);
        for (int step = 0; step < 100; step++) after(0);
        long window = Transfers.RATE_WINDOW.toMillis();
        assertEquals(BYTES_A_STEP * 1000 / window, after(BYTES_A_STEP));
    }

    @Test
    void whatIsTakenBackIsForgottenAndTheRateOfTheRestIsTrue() {
        for (int step = 0; step < 5; step++) after(BYTES_A_STEP);
        assertTrue(after(-KEPT) < 0);
        assertEquals(BYTES_A_SECOND, after(BYTES_A_STEP));
    }
}
