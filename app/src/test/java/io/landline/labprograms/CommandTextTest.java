package io.landline.labprograms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandTextTest {
    @Test
    void whatBeginsWithAHyphenIsNoOption() {
        Program args = EchoPrograms.UDP_ARGS;
        assertTrue(CommandText.of(args, args.values(Map.of("message", "-x")), false).endsWith(" -- -x"));
    }

    @Test
    void onWindowsQuotationMarksAreDouble() {
        assertEquals("\"a \\\"b\\\"\"", CommandText.quoted("a \"b\"", true));
        assertEquals("'a \"b\"'", CommandText.quoted("a \"b\"", false));
    }

    /// A program of Windows takes a backslash before a quotation mark for a part of it.
    @Test
    void onWindowsABackslashEndsNoQuotation() {
        assertEquals("\"D:\\\\\"", CommandText.quoted("D:\\", true));
        assertEquals("\"C:\\a b\\\\\"", CommandText.quoted("C:\\a b\\", true));
        assertEquals("\"a\\\\\\\"b\"", CommandText.quoted("a\\\"b", true));
        assertEquals("\"C:\\a\"", CommandText.quoted("C:\\a", true));
    }

    /// PowerShell takes commas for a list of arguments, and a word with an at sign for a variable's.
    @Test
    void whatPowerShellWouldTakeApartIsQuotedOnWindows() {
        assertEquals("\"10.0.0.1/5061,10.0.0.2/5062\"", CommandText.quoted("10.0.0.1/5061,10.0.0.2/5062", true));
        assertEquals("\"@ada\"", CommandText.quoted("@ada", true));
        assertEquals("a,b", CommandText.quoted("a,b", false));
    }

    @Test
    void aNumberIsTakenUpToItsLimitsAndNotBeyond() {
        Setting port = Setting.whole("port", 1, 65_535, 80);
        assertTrue(port.accepts("1"));
        assertTrue(port.accepts("65535"));
        for (String wrong : List.of("0", "65536", "", "-1", "1.5", " 80", "99999999999999999999")) {
            assertFalse(port.accepts(wrong), wrong);
        }
    }

    @Test
    void aSeedIsAnyLongAndEachRunAnotherWhereNoneIsNeeded() {
        for (String seed : List.of("0", "-1", "9223372036854775807", "-9223372036854775808")) {
            assertTrue(Setting.seed("1").accepts(seed), seed);
        }
        for (String wrong : List.of("9223372036854775808", "1.5", "-", "")) {
            assertFalse(Setting.seed("1").accepts(wrong), wrong);
        }
        assertTrue(Setting.seed("").accepts(""));
    }
}
