package io.landline.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLineTest {
    private static String lineOf(String message, Object... parameters) {
        var record = record(message);
        record.setParameters(parameters);
        return new LogLine().format(record);
    }

    private static LogRecord record(String message) {
        var record = new LogRecord(Level.WARNING, message);
        record.setInstant(Instant.parse("2026-03-04T05:06:07.089Z"));
        record.setLoggerName("io.landline.session.core.Sessions");
        return record;
    }

    @Test
    void aRecordIsOneLineWithTimeLevelAndWhoSaysIt() {
        assertEquals("2026-03-04T05:06:07.089Z WARNING session.core.Sessions: a peer 10.0.0.1 hung up\n",
                lineOf("a peer {0} hung up", "10.0.0.1"));
    }

    @Test
    void whatAPeerPutInCannotEndTheLineMoveTheCursorOrTurnTheText() {
        String evil = "a\nb\rc\u001b[2J\u0000\u0085\u2028\u202E\u2066\u009b\uD800\u007f\u200f";
        String line = lineOf("name {0}", evil);
        assertEquals(1, line.lines().count());
        assertTrue(
                line.contains(
                        "a\\u000ab\\u000dc\\u001b[2J\\u0000\\u0085\\u2028\\u202e\\u2066\\u009b\\ud800\\u007f\\u200f"),
                line);
        assertEquals("Zoë 😀 👩\u200D💻",
                lineOf("{0}", "Zoë 😀 👩\u200D💻").strip().substring(lineOf("").strip().length() + 1));
    }

    @Test
    void bracesThatAreNoParametersAreWrittenAsTheyAre() {
        assertTrue(lineOf("{\"event\":\"x\"}").endsWith("{\"event\":\"x\"}\n"));
        assertTrue(lineOf("{broken", "x").endsWith("{broken\n"));
        assertTrue(lineOf("{broken}", "x").endsWith("{broken}\n"));
    }

    @Test
    void aCauseIsPartOfTheLineAndAChainOfCausesEnds() {
        var record = record("failed");
        var inner = new IOException("no space\nleft");
        record.setThrown(new IllegalStateException("outer", inner));
        String line = new LogLine().format(record);
        assertEquals(1, line.lines().count());
        assertTrue(line.contains("| java.lang.IllegalStateException: outer < "), line);
        assertTrue(line.contains("| caused by java.io.IOException: no space\\u000aleft < "), line);
        var loop = new IOException("a");
        loop.initCause(new IOException("b", loop));
        record.setThrown(loop);
        assertTrue(new LogLine().format(record).length() <= LogLine.CHARACTERS_MAX + 2);
    }

    @Test
    void h84_aLineIsBoundedHoweverLongTheMessage() {
        for (String huge : new String[]{"x".repeat(1_000_000), "\u0001".repeat(1_000_000), "😀".repeat(500_000),
                "a" + "😀".repeat(500_000)}) {
            String line = lineOf("{0}", huge);
            assertTrue(line.length() <= LogLine.CHARACTERS_MAX + 2, line.length() + " characters");
            assertTrue(line.endsWith("…\n"));
            assertFalse(Character.isHighSurrogate(line.charAt(line.length() - 3)));
        }
    }

    @Test
    void h96_digitsAreTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            for (String language : new String[]{"ar-EG-u-nu-arab", "tr-TR", "th-TH-u-ca-buddhist-nu-thai"}) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertEquals("2026-03-04T05:06:07.089Z WARNING session.core.Sessions: port 526\n",
                        lineOf("port {0}", 526));
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
