package io.landline.cli.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.ExitCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `--before` takes, in a zone that is seven hours from UTC in summer and eight in winter.
class HistoryStartTest {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    /// The evening of 20 November there; at UTC it is the 21st.
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T04:00:00Z"), ZONE);

    private static JsonObject added(String typed) throws CommandFailedException {
        var command = new JsonObject();
        HistoryStart.add(command, typed, CLOCK);
        return command;
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2026", "999999999999999999", "0123456789abcdef:7"})
    void numbersAreSequenceNumbers(String typed) throws CommandFailedException {
        assertEquals(typed, added(typed).get("before").getAsString());
        assertFalse(added(typed).has("writtenBefore"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20,2026-11-20T08:00:00.000Z", "2026-07-01,2026-07-01T07:00:00.000Z",
            "2026-11-20T14:30,2026-11-20T22:30:00.000Z", "2026-11-20T14:30:05.250,2026-11-20T22:30:05.250Z",
            "2026-11-20T14:30:00Z,2026-11-20T14:30:00.000Z", "2026-11-20T14:30:00+01:00,2026-11-20T13:30:00.000Z",
            // the hour that the clocks leave out, and the one that they go through twice
            "2026-03-08T02:30,2026-03-08T10:30:00.000Z", "2026-11-01T01:30,2026-11-01T08:30:00.000Z",
            "2038-01-19T03:14:08Z,2038-01-19T03:14:08.000Z",
            // before the first year and behind the last of four digits: as others read it again
            "-0044-03-15T00:00:00Z,-0044-03-15T00:00:00.000Z", "+10000-01-01T00:00:00Z,+10000-01-01T00:00:00.000Z"})
    void h85_datesAreOfTheLocalZoneUnlessTheySayWhich(String typed, String instant) throws CommandFailedException {
        assertEquals(instant, added(typed).get("writtenBefore").getAsString());
        assertFalse(added(typed).has("before"));
    }

    @ParameterizedTest
    @CsvSource({"today,2026-11-20T08:00:00.000Z", "yesterday,2026-11-19T08:00:00.000Z",
            "Yesterday,2026-11-19T08:00:00.000Z"})
    void todayAndYesterdayAreDaysOfTheLocalZone(String typed, String begins) throws CommandFailedException {
        assertEquals(begins, added(typed).get("writtenBefore").getAsString());
        assertEquals(begins, between(typed, null).get("writtenSince").getAsString());
        String ends = Instant.parse(begins).plus(Duration.ofDays(1)).toString().replace("Z", ".000Z");
        assertEquals(ends, between(null, typed).get("writtenBefore").getAsString());
    }

    private static JsonObject between(String since, String until) throws CommandFailedException {
        var command = new JsonObject();
        HistoryStart.add(command, since, until, CLOCK);
        return command;
    }

    @Test
    void theLastDayThatJavaKnowsIsNoEnd() {
        var refused = assertThrows(CommandFailedException.class, () -> between(null, "+999999999-12-31"));
        assertEquals(ExitCode.USAGE, refused.exitCode);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21,2026-11-20", "2026-11-20T10:00,2026-11-20T10:00", "2026-11-20T10:01,2026-11-20T10:00",
            "2026-11-21,2026-11-20T14:30"})
    void aBeginningThatIsNotBeforeTheEndIsRefused(String since, String until) {
        var refused = assertThrows(CommandFailedException.class, () -> between(since, until));
        assertEquals(ExitCode.USAGE, refused.exitCode);
        assertEquals("--since has to name an earlier time than --until: nothing can be between them.",
                refused.sentence());
    }

    @Test
    void soIsOneThatIsNotBeforeTheTimeOfBefore() throws CommandFailedException {
        JsonObject command = added("2026-11-20");
        var refused = assertThrows(CommandFailedException.class,
                () -> HistoryStart.add(command, "2026-11-20", null, CLOCK));
        assertEquals("--since has to name an earlier time than --before: nothing can be between them.",
                refused.sentence());
    }

    @Test
    void theSameDayIsADay() throws CommandFailedException {
        assertEquals("2026-11-21T08:00:00.000Z",
                between("2026-11-20", "2026-11-20").get("writtenBefore").getAsString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "tomorrow", "2026-02-30", "2026-11-20 14:30", "20.11.2026", "T",
            "2026-11-20T25:00", "7:1", "0123456789abcdef:", "1234567890123456789", "\u001b[31m"})
    void anythingElseIsRefusedWithWhatItTakes(String typed) {
        var refused = assertThrows(CommandFailedException.class, () -> added(typed));
        assertEquals(ExitCode.USAGE, refused.exitCode);
        assertTrue(refused.sentence().contains("LOG:SEQ") && refused.sentence().indexOf('\u001b') < 0,
                refused.sentence());
    }
}
