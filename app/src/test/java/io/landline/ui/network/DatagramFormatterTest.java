package io.landline.ui.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.ui.text.TimeFormatter;
import io.landline.ui.text.TimeOfDay;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DatagramFormatterTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final DatagramFormatter WORDS = new DatagramFormatter(
            Texts.beside(NetworkPage.class, Language.ENGLISH), new TimeOfDay(ZONE),
            new TimeFormatter(Language.ENGLISH, ZONE));

    @Test
    void aTimeOfAnotherDayNamesTheDay() {
        Instant now = Instant.parse("2026-11-20T23:30:00Z"); // half an hour after midnight there
        assertEquals("00:10:05", WORDS.dayAndTime(Instant.parse("2026-11-20T23:10:05Z"), now));
        assertEquals("Yesterday 23:59:59", WORDS.dayAndTime(Instant.parse("2026-11-20T22:59:59Z"), now));
        assertEquals("Monday 10:00:00", WORDS.dayAndTime(Instant.parse("2026-11-16T09:00:00Z"), now));
    }
}
