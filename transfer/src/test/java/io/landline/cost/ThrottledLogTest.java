package io.landline.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/// What the log says of trouble that others cause: enough to see why somebody was refused, and no more.
class ThrottledLogTest {
    private final List<String> lines = new ArrayList<>();
    private Duration now = Duration.ofHours(1);
    private final ThrottledLog log = new ThrottledLog(new Lines(), () -> now);

    @Test
    void oneTroubleHidesNoOther() {
        log.note("a connection from 127.0.0.9 that is not Landline");
        log.note("a handshake from 127.0.0.1: hello: run is missing");
        assertEquals(List.of("a connection from 127.0.0.9 that is not Landline",
                "a handshake from 127.0.0.1: hello: run is missing"), lines);
    }

    @Test
    void theSameTroubleIsOneLineInTenSeconds() {
        for (int i = 0; i < 10_000; i++) {
            log.note("too many connections from 127.0.0.9");
        }
        assertEquals(List.of("too many connections from 127.0.0.9"), lines);
        now = now.plusSeconds(10);
        log.note("too many connections from 127.0.0.9");
        assertEquals("too many connections from 127.0.0.9 (and 9999 more were left out before)", lines.getLast());
    }

    @Test
    void manyKindsOfTroubleAreSixteenLinesAndThenOneInTenSeconds() {
        for (int i = 0; i < 600_000; i++) {
            log.note("the first byte is " + i);
            now = now.plusMillis(1);
        }
        assertTrue(lines.size() >= 16 && lines.size() <= 16 + 600 / 10, lines.size() + " lines in ten minutes");
    }

    @Test
    void afterAPauseSixteenKindsOfTroubleAreToldAgain() {
        for (int round = 1; round <= 2; round++) {
            for (int i = 0; i < 20; i++) {
                log.note("the first byte is " + i);
            }
            assertEquals(16 * round, lines.size());
            now = now.plusSeconds(160);
        }
    }

    private final class Lines implements System.Logger {
        @Override
        public String getName() {
            return "test";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String line, Throwable thrown) {
            lines.add(line);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String line, Object... parts) {
            lines.add(line);
        }
    }
}
