package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.language.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/// What a language that is written from the right needs beside its texts.
class ArabicTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:05:00Z");

    @Test
    void onlyArabicIsMirrored() {
        for (Language each : Language.values()) assertEquals(each == Language.ARABIC, each.isMirrored(), each.tag());
    }

    @Test
    void digitsAreThoseOfAddresses() {
        var amounts = new AmountFormatter(Language.ARABIC);
        for (String each : new String[]{amounts.bytes(1_234_567), amounts.percent(0.45), amounts.times(1.5),
                times().whole(NOON), times().brief(NOON, NOON.plusSeconds(90 * 86_400L))}) {
            assertTrue(each.codePoints().filter(Character::isDigit).allMatch(c -> c >= '0' && c <= '9'), each);
        }
    }

    /// JavaFX draws boxes for them.
    @Test
    void datesHaveNoMarksThatAreDrawn() {
        LocalDate day = LocalDate.of(2026, 11, 23);
        for (String each : new String[]{times().brief(NOON, NOON.plusSeconds(90 * 86_400L)), times().whole(NOON),
                times().day(day, day.plusDays(90))}) {
            assertFalse(each.contains("\u200F") || each.contains("\u061C"), each);
        }
        assertEquals("23/11/2026", times().brief(NOON, NOON.plusSeconds(90 * 86_400L)));
    }

    @Test
    void whatIsShownHasMarksAndWhatIsCopiedHasNone() {
        Texts texts = Texts.beside(AmountFormatter.class, Language.ARABIC);
        assertEquals("\u200E7.5\u200E", texts.format("unit.kilo", "7.5").replaceAll("[^0-9.\u200E]", ""));
        assertEquals("7.5", texts.plain("unit.kilo", "7.5").replaceAll("[^0-9.\u200E]", ""));
    }

    private static TimeFormatter times() {
        return new TimeFormatter(Language.ARABIC, ZoneOffset.UTC);
    }
}
