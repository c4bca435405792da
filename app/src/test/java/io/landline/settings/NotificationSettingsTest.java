package io.landline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationSettingsTest {
    @ParameterizedTest
    @CsvSource({"09:00, 17:00, 08:59, false", "09:00, 17:00, 09:00, true", "09:00, 17:00, 16:59, true",
            "09:00, 17:00, 17:00, false", "22:00, 07:00, 21:59, false", "22:00, 07:00, 22:00, true",
            "22:00, 07:00, 00:00, true", "22:00, 07:00, 06:59, true", "22:00, 07:00, 07:00, false",
            "08:00, 08:00, 07:59, true", "08:00, 08:00, 08:00, true"})
    void quietHoursMayPassMidnight(LocalTime from, LocalTime to, LocalTime now, boolean quiet) {
        var chosen = NotificationSettings.DEFAULTS.withQuietHours(from, to);
        assertEquals(quiet, chosen.withQuiet(true).isQuietAt(now));
        assertEquals(false, chosen.isQuietAt(now));
    }
}
