package io.landline.cli.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.ExitCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedOptionTest {
    @ParameterizedTest
    @CsvSource({"500k,500000", "2M,2000000", "1.5m,1500000", "2MB/s,2000000", "128000,128000", "128k,128000",
            "1g,1000000000", "0.128M,128000", "2 M,2000000", "1MiB/s,1048576", "2.5 MiB,2621440",
            "9999999999,9999999999"})
    void aRateIsANumberWithOrWithoutALetter(String text, long bytes) throws Exception {
        assertEquals(bytes, SpeedOption.bytesPerSecond(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fast", "-2M", "2  M", "2T", "1e6", "2M/", "M/s", "12345678901234567890", "127999",
            "127k", "0"})
    void whatIsNoRateOrTooLowIsAFaultOfUse(String text) {
        var refused = assertThrows(CommandFailedException.class, () -> SpeedOption.bytesPerSecond(text));
        assertEquals(ExitCode.USAGE, refused.exitCode);
    }
}
