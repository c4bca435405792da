package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.language.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatterTest {
    @AfterEach
    void english() {
        CommandTexts.choose(Language.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"59,59 s", "60,1 min 0 s", "3599,59 min 59 s", "3600,1 h 0 min"})
    void durationsHaveTheirTwoLargestUnits(long seconds, String text) {
        assertEquals(text, NumberFormatter.duration(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0,0 B", "999,999 B", "1000,1.0 kB", "999960,1.0 MB", "9223372036854775807,9.2 EB"})
    void sizesHaveDecimalUnits(long bytes, String text) {
        assertEquals(text, NumberFormatter.size(bytes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ENGLISH|2.1 GB|12,345", "GERMAN|2,1 GB|12.345", "SPANISH|2,1 GB|12.345",
            "FRENCH|2,1\u202fGo|12\u202f345", "ARABIC|2.1 GB|12,345"})
    void numbersAreWrittenAsInTheirLanguage(Language language, String size, String number) {
        CommandTexts.choose(language);
        assertEquals(size, NumberFormatter.size(2_147_483_648L));
        assertEquals(number, NumberFormatter.grouped(12_345));
    }
}
