package io.landline.handshake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTimingTest {
    @ParameterizedTest
    @CsvSource({"0,5000", "1,5000", "300,5000", "4999,5000", "5000,10000", "5001,10000", "23000,25000"})
    void anAnswerLeavesAtTheNextStepAfterItsQuestionWhateverItsComputationTook(long computedMicros, long leavesMicros) {
        Duration askedAt = Duration.ofNanos(123_456_789);
        Duration leaves = AnswerTiming.next(askedAt, askedAt.plusNanos(1_000 * computedMicros));
        assertEquals(Duration.ofNanos(1_000 * leavesMicros), leaves.minus(askedAt));
    }
}
