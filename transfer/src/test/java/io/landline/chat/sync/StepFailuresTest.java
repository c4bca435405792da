package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.ConversationListener;
import io.landline.chat.EntryStoreException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepFailuresTest {
    private static final String FULL = "The disk is full.";
    private static final String READ_ONLY = "The disk is mounted read-only.";

    private final List<String> told = new ArrayList<>();
    private Duration uptime = Duration.ofHours(1);
    private final StepFailures failures = new StepFailures(new PendingEvents(new ConversationListener() {
        @Override
        public void storeFailed(String message) {
            told.add(message);
        }
    }), () -> uptime);

    private void fail(String message) {
        failures.failed(new EntryStoreException(message, new IOException("set by the test")));
    }

    @Test
    void oneReasonIsToldOnceAMinute() {
        fail(FULL);
        fail(FULL);
        uptime = uptime.plusSeconds(59);
        fail(FULL);
        assertEquals(List.of(FULL), told);
        uptime = uptime.plusSeconds(1);
        fail(FULL);
        assertEquals(List.of(FULL, FULL), told);
    }

    @Test
    void anotherReasonIsToldAtOnceAndEachOfBothOnceAMinute() {
        for (int n = 0; n < 3; n++) {
            fail(FULL);
            fail(READ_ONLY);
        }
        assertEquals(List.of(FULL, READ_ONLY), told);
    }

    @Test
    void ofManyReasonsInAMinuteTheFirstAreTold() {
        IntStream.range(0, 100).forEach(n -> fail("reason " + n));
        assertEquals(StepFailures.REASONS_TOLD_MAX, told.size());
        uptime = uptime.plusMinutes(1);
        fail(FULL);
        assertEquals(FULL, told.getLast());
    }
}
