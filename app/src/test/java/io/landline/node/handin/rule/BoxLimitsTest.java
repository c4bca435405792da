package io.landline.node.handin.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxLimitsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /// In Berlin it is the 24th already.
    private static final Instant NOW = Instant.parse("2026-11-23T23:30:00Z");

    @ParameterizedTest
    @CsvSource({"2026-11-24, 2026-11-24T22:59:59Z", "today, 2026-11-24T22:59:59Z", "Tomorrow, 2026-11-25T22:59:59Z",
            "2026-11-24 14:30, 2026-11-24T13:30:00Z", "2026-11-24T14:30Z, 2026-11-24T14:30:00Z",
            "90m, 2026-11-24T01:00:00Z", "24h, 2026-11-24T23:30:00Z", "7d, 2026-11-30T23:30:00Z"})
    void aTimeIsReadAsAPersonTypesIt(String typed, Instant meant) {
        assertEquals(meant, BoxLimits.until(typed, NOW, BERLIN));
    }

    @Test
    void whatIsNoTimeIsRefused() {
        assertThrows(DateTimeException.class, () -> BoxLimits.until("next week", NOW, BERLIN));
    }
}
