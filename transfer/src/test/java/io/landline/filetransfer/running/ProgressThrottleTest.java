package io.landline.filetransfer.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressThrottleTest {
    private static final Duration STEP = TransferEvents.PROGRESS_INTERVAL;
    private static final long BYTES_A_STEP = 3_000_000;
    private static final long BYTES_A_SECOND = BYTES_A_STEP * 1000 / STEP.toMillis();
    private static final long BYTES_OF_A_CHUNK_A_SECOND = OfferBody.CHUNK_BYTES_MAX * 1000L / STEP.toMillis();
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

    /// Chunks of a slow line come seldom: what was told last is told again until the next one is overdue.
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 20, 90})
    void betweenTheChunksOfASlowLineTheLastRateIsToldAgain(int looks) {
        after(0);
        told(10, looks, OfferBody.CHUNK_BYTES_MAX);
        long last = BYTES_OF_A_CHUNK_A_SECOND / looks;
        for (int look = 1; look < looks; look++) assertEquals(last, after(0), "look " + look);
        assertEquals(last, after(OfferBody.CHUNK_BYTES_MAX));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 20, 90})
    void whatIsOverdueIsNotToldAgain(int looks) {
        after(0);
        told(10, looks, OfferBody.CHUNK_BYTES_MAX);
        for (int look = 0; look < 2 * looks; look++) after(0);
        for (int look = 0; look < 5; look++) assertTrue(after(0) < 0);
    }

    @Test
    void afterALongSilenceTheRateIsThatOfTheLastSeconds() {
        for (int step = 0; step < 30; step++) after(BYTES_A_STEP);
        for (Duration begun = now; !isSilenceOver(begun);) after(0);
        long window = TransferListener.RATE_WINDOW.toMillis();
        assertEquals(BYTES_A_STEP * 1000 / window, after(BYTES_A_STEP));
    }

    private boolean isSilenceOver(Duration begun) {
        return now.minus(begun).compareTo(Duration.ofMinutes(1)) >= 0;
    }

    /// Of 4 s, 10 s, 59 s and 61 s.
    @ParameterizedTest
    @ValueSource(ints = {20, 50, 295, 305})
    void soonAfterAStallTheRateIsTheOneOfTheBytesThatCome(int looks) {
        for (int step = 0; step < 30; step++) after(BYTES_A_STEP);
        for (int look = 1; look < looks; look++) after(0);
        assertTrue(after(BYTES_A_STEP) < BYTES_A_SECOND, "nothing came before");
        List<Long> rates = told(10, 1, BYTES_A_STEP);
        assertEquals(List.of(BYTES_A_SECOND), rates.subList(3, 10).stream().distinct().toList());
    }

    /// Also where a chunk takes longer than a minute.
    @ParameterizedTest
    @ValueSource(ints = {25, 200, 320, 1_000})
    void ofASlowLineTheSecondChunkAlreadyHasTheTrueRate(int looks) {
        after(0);
        List<Long> rates = told(6, looks, BYTES_A_STEP);
        assertEquals(List.of(BYTES_A_SECOND / looks), rates.subList(1, 6).stream().distinct().toList());
    }

    @Test
    void aLineThatBecomesSlowHasTheNewRateFromItsSecondChunkOn() {
        for (int step = 0; step < 30; step++) after(BYTES_A_STEP);
        assertEquals(List.of(BYTES_A_SECOND / 50),
                told(5, 50, BYTES_A_STEP).subList(1, 5).stream().distinct().toList());
    }

    @Test
    void chunksThatComeSeveralAtOnceHaveTheRateOfTheirMeanFromTheSecondTimeOn() {
        after(0);
        long mean = BYTES_A_SECOND * 4 / 53;
        for (int round = 0; round < 6; round++) {
            long first = told(1, 50, BYTES_A_STEP).getFirst();
            told(3, 1, BYTES_A_STEP);
            if (round > 0) assertTrue(Math.abs(first - mean) <= mean / 3, "round " + round + ": " + first);
        }
    }

    @Test
    void whatIsTakenBackIsForgottenAndTheRateOfTheRestIsTrue() {
        for (int step = 0; step < 5; step++) after(BYTES_A_STEP);
        assertTrue(after(-KEPT) < 0);
        assertEquals(BYTES_A_SECOND, after(BYTES_A_STEP));
    }

    /// The rates told while so much comes each time after so many looks without anything.
    private List<Long> told(int times, int looks, long chunk) {
        List<Long> rates = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            for (int look = 1; look < looks; look++) after(0);
            rates.add(after(chunk));
        }
        return rates;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8, 11, 25, 50, 99, 200})
    void ofWhatComesInChunksTheRateIsTheirSizeByTheTimeBetweenThem(int looks) {
        after(0);
        List<Long> rates = told(10, looks, BYTES_A_STEP);
        assertEquals(List.of(BYTES_A_SECOND / looks), rates.subList(6, 10).stream().distinct().toList());
    }

    @Test
    void theTimeBeforeTheFirstBytesIsNotSlowness() {
        long window = TransferListener.RATE_WINDOW.toMillis();
        after(0);
        assertEquals(List.of(BYTES_A_STEP * 1000 / window), told(1, 60, BYTES_A_STEP));
    }

    @Test
    void chunksThatComeUnevenlyHaveTheRateOfTheirMean() {
        after(0);
        told(4, 25, BYTES_A_STEP);
        long mean = BYTES_A_SECOND / 20;
        for (int round = 0; round < 6; round++) {
            assertTrue(Math.abs(told(1, 15, BYTES_A_STEP).getFirst() - mean) <= mean / 5, "round " + round);
            assertTrue(Math.abs(told(1, 25, BYTES_A_STEP).getFirst() - mean) <= mean / 5, "round " + round);
        }
    }

    @Test
    void whatIsSlowAndThenFastHasTheNewRateSoon() {
        after(0);
        told(6, 25, BYTES_A_STEP);
        long window = TransferListener.RATE_WINDOW.toMillis();
        for (int step = 0; step * STEP.toMillis() < window; step++) after(BYTES_A_STEP);
        assertEquals(BYTES_A_SECOND, after(BYTES_A_STEP));
    }
}
