package io.landline.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Bidi;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class InlineListTest {
    @Test
    void eachLanguageHasItsComma() {
        assertEquals("Ada, Bob", InlineList.of(Locale.ENGLISH, List.of("Ada", "Bob")));
        assertEquals("\u200EAda\u200E\u060C \u0648\u200EBob\u200E",
                InlineList.of(Locale.of("ar"), List.of("Ada", "Bob")));
        assertEquals("", InlineList.of(Locale.of("ar"), List.of()));
    }

    /// A comma among names that run from the left would be drawn with boxes beside it.
    @Test
    void theArabicCommaRunsWithTheSentence() {
        String listed = InlineList.of(Locale.of("ar"), List.of("\u200EAda\u200E", "\u200EBob\u200E"));
        var runs = new Bidi(listed, Bidi.DIRECTION_RIGHT_TO_LEFT);
        assertEquals(1, runs.getLevelAt(listed.indexOf('\u060C')));
        assertEquals(2, runs.getLevelAt(listed.indexOf('B')));
    }

    @Test
    void factsStandInTheOrderInWhichTheLanguageReads() {
        assertEquals("30 MB \u00B7 #class", InlineList.facts(Locale.ENGLISH, List.of("30 MB", "#class")));
        List<String> facts = List.of("30 MB", "3 ملفات", "من Ben", "#class", "\u200EBen\u200E", "08:50", "50 %");
        String joined = InlineList.facts(Locale.of("ar"), facts);
        assertInOrder(joined, List.of("30 MB", "3", "ملفات", "Ben", "#class", "Ben", "08:50", "50 %"));
    }

    @Test
    void namesThatRunFromTheLeftStandInTheOrderInWhichTheLanguageReads() {
        assertInOrder(InlineList.of(Locale.of("ar"), List.of("2026-11-25 08.50.48.png", "folder")),
                List.of("2026-11-25 08.50.48.png", "folder"));
    }

    /// On the screen each stands whole, and left of the one before it.
    private static void assertInOrder(String joined, List<String> parts) {
        var bidi = new Bidi(joined, Bidi.DIRECTION_RIGHT_TO_LEFT);
        int at = 0;
        int before = -1;
        for (String part : parts) {
            at = joined.indexOf(part, at);
            assertTrue(at >= 0, part);
            int run = run(bidi, at);
            assertEquals(run, run(bidi, at + part.length() - 1), part + " is torn in " + joined);
            assertTrue(run > before, part + " shares a run with the one before in " + joined);
            before = run;
            at += part.length();
        }
    }

    private static int run(Bidi bidi, int place) {
        int run = 0;
        while (bidi.getRunLimit(run) <= place) run++;
        return run;
    }
}
