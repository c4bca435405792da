package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class NumberOptionTest {
    @Test
    void theLeastIsTakenAndOneLessIsAUsageError() throws CommandFailedException {
        NumberOption.check("--count", 1, 1);
        var refused = assertThrows(CommandFailedException.class, () -> NumberOption.check("--count", 0, 1));
        assertEquals("--count takes a number from 1.", refused.sentence());
        assertEquals(ExitCode.USAGE, refused.exitCode);
    }
}
