package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOfDayTest {
    private static final Path SOURCES = Path.of("src/main/java/io/landline/ui");
    private static final Instant MOMENT = Instant.parse("2026-11-20T15:53:08.031Z");
    private final TimeOfDay timeOfDay = new TimeOfDay(ZoneOffset.UTC);

    @Test
    void aTimeReadsAlikeInEveryLanguageAndToEveryPrecision() {
        assertEquals("15:53", timeOfDay.minutes(MOMENT));
        assertEquals("15:53:08", timeOfDay.seconds(MOMENT));
        assertEquals("15:53:08.031", timeOfDay.millis(MOMENT));
        assertEquals("03:05", TimeOfDay.minutes(LocalTime.of(3, 5)));
        for (Language each : Language.values()) {
            assertEquals("15:53", new TimeFormatter(each, ZoneOffset.UTC).time(MOMENT));
        }
    }

    /// A pasted picture is named by its moment.
    @Test
    void noPageWritesTheTimeOfDayByItself() throws IOException {
        var own = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                if (List.of("\"HH", "ofLocalizedTime", "ofLocalizedDateTime").stream().anyMatch(source::contains)) {
                    own.add(file.getFileName().toString());
                }
            }
        }
        own.remove("PasteViewModel.java");
        assertEquals(Set.of("TimeOfDay.java"), own);
    }

    @Test
    void inFrenchTheFirstOfAMonthIsAnOrdinalAndNoOtherDayIs() {
        assertEquals("1er décembre 2026", TimeFormatter.date(LocalDate.of(2026, 12, 1), Locale.FRENCH));
        assertEquals("11 décembre 2026", TimeFormatter.date(LocalDate.of(2026, 12, 11), Locale.FRENCH));
        assertEquals("21 décembre 2026", TimeFormatter.date(LocalDate.of(2026, 12, 21), Locale.FRENCH));
        assertEquals("1. Dezember 2026", TimeFormatter.date(LocalDate.of(2026, 12, 1), Locale.GERMAN));
        var french = new TimeFormatter(Language.FRENCH, ZoneOffset.UTC);
        assertEquals("1er décembre 2026 à 23:59", french.whole(Instant.parse("2026-12-01T23:59:00Z")));
    }
}
