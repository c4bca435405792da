package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberOptionTest {
    @Test
    void theLeastIsTakenAndOneLessIsAUsageError() throws CommandFailedException {
        NumberOption.check("--count", 1, 1);
        var refused = assertThrows(CommandFailedException.class, () -> NumberOption.check("--count", 0, 1));
        assertEquals("--count takes a number from 1.", refused.sentence());
        assertEquals(ExitCode.USAGE, refused.exitCode);
    }

    @Test
    void anAmountIsWrittenAsOtherNumbersAndAPortAsItIsTyped() throws CommandFailedException {
        NumberOption.check("--limit", 10_000_000, 1, 10_000_000);
        var amount = assertThrows(CommandFailedException.class,
                () -> NumberOption.check("--limit", 10_000_001, 1, 10_000_000));
        assertEquals("--limit takes a number from 1 to 10,000,000.", amount.sentence());
        NumberOption.checkPort("--udp-port", 65_519, 1_024, 65_519);
        var port = assertThrows(CommandFailedException.class,
                () -> NumberOption.checkPort("--udp-port", 65_520, 1_024, 65_519));
        assertEquals("--udp-port takes a number from 1024 to 65519.", port.sentence());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"1,000;1000", "12,345,678;12345678", "+1,000;+1000", "-999,999;-999999",
            "1000;1000", "1,00;1,00", "1000,000;1000,000", ",000;,000", "1,,000;1,,000", "1,000,;1,000,", "1.000;1.000",
            "1,000k;1,000k"})
    void aNumberMayBeTypedAsHelpShowsIt(String typed, String read) {
        assertEquals(read, NumberOption.ungrouped(typed));
    }

    @Test
    void aNumberWithTooManyDigitsIsNotCalledNoWholeNumber() throws CommandFailedException {
        assertEquals(2_147_483_647, NumberOption.whole("NUMBER", "2147483647"));
        var digits = assertThrows(CommandFailedException.class, () -> NumberOption.whole("NUMBER", "2147483648"));
        assertEquals("2147483648 is no number that NUMBER takes.", digits.sentence());
        var word = assertThrows(CommandFailedException.class, () -> NumberOption.whole("NUMBER", "two"));
        assertEquals("NUMBER takes a whole number, not two.", word.sentence());
    }

    @Test
    void anEmptyNumberIsCalledEmpty() {
        var empty = assertThrows(CommandFailedException.class, () -> NumberOption.whole("NUMBER", " "));
        assertEquals("NUMBER is empty.", empty.sentence());
        assertEquals(ExitCode.USAGE, empty.exitCode);
    }
}
