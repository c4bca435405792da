package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.language.Language;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AmountFormatterTest {
    private static final AmountFormatter ENGLISH = new AmountFormatter(Language.ENGLISH);
    private static final AmountFormatter FRENCH = new AmountFormatter(Language.FRENCH);

    private static String plain(String text) {
        return text.replace('\u202f', ' ').replace('\u00a0', ' ');
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B, 0 o", "999, 999 B, 999 o", "1000, 1 kB, 1 ko", "1550, 1.6 kB, '1,6 ko'",
            "999499, 999 kB, 999 ko", "3400000, 3.4 MB, '3,4 Mo'", "123456789, 123 MB, 123 Mo",
            "9223372036854775807, '9,223 PB', 9 223 Po"})
    void aSizeHasTheUnitThatAPersonReads(long bytes, String english, String french) {
        assertEquals(english, plain(ENGLISH.bytes(bytes)));
        assertEquals(french, plain(FRENCH.bytes(bytes)));
    }

    @ParameterizedTest
    @CsvSource({"999600, 1 MB", "999999999, 1 GB", "999500000000, 1 TB"})
    void whatIsRoundedUpToAThousandHasTheNextUnit(long bytes, String shown) {
        assertEquals(shown, plain(ENGLISH.bytes(bytes)));
    }

    /// A line may begin after a plain blank: the number would stand above its unit.
    @ParameterizedTest
    @EnumSource(Language.class)
    void noLineEndsBetweenANumberAndItsUnit(Language language) {
        var amounts = new AmountFormatter(language);
        Stream<String> said = Stream.of(amounts.bytes(5), amounts.bytes(2_100_000), amounts.rate(3_000),
                amounts.left(Duration.ofSeconds(8)), amounts.left(Duration.ofMinutes(3)));
        assertEquals(List.of(), said.filter(each -> each.contains(" ")).toList());
        String hours = amounts.left(Duration.ofMinutes(125));
        assertEquals(1, hours.chars().filter(each -> each == ' ').count(), hours);
    }

    @Test
    void frenchHasItsNarrowBlankBeforeAUnit() {
        assertEquals("2,1\u202FMo", FRENCH.bytes(2_100_000));
        assertEquals("2.1\u00A0MB", ENGLISH.bytes(2_100_000));
    }

    @ParameterizedTest
    @CsvSource({"0, 1 s, 1 s", "59, 59 s, 59 s", "60, 1 min, 1 min", "3569, 59 min, 59 min",
            "3570, 1 h 0 min, 1 h 0 min", "7500, 2 h 5 min, 2 h 5 min",
            "172800, more than two days, plus de deux jours"})
    void theTimeLeftIsSaidRoughly(long seconds, String english, String french) {
        assertEquals(english, plain(ENGLISH.left(Duration.ofSeconds(seconds))));
        assertEquals(french, plain(FRENCH.left(Duration.ofSeconds(seconds))));
    }
}
