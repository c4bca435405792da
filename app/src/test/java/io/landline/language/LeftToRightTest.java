package io.landline.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Bidi;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// What is written from the left, in a sentence that is written from the right.
class LeftToRightTest {
    /// In the order of the screen.
    private static String seen(String sentence) {
        var bidi = new Bidi(sentence, Bidi.DIRECTION_RIGHT_TO_LEFT);
        var runs = new String[bidi.getRunCount()];
        var levels = new byte[runs.length];
        for (int i = 0; i < runs.length; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            String run = sentence.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            runs[i] = levels[i] % 2 == 0 ? run : new StringBuilder(run).reverse().toString();
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        return LeftToRight.unmarked(String.join("", runs));
    }

    private static String seenWith(Object argument) {
        return seen("في " + LeftToRight.kept(argument) + " الآن");
    }

    @Test
    void aNameOrAPathIsSeenAsItIsWritten() {
        for (String each : new String[]{"#class", "/home/ada/", "Bob!", "C:\\Users\\", "landline --help", "10-20",
                "2026-11-23", "+49", "192.168.1.1:5263", "(v2)"}) {
            assertTrue(seenWith(each).contains(each), each + " is seen as " + seenWith(each));
        }
    }

    @Test
    void anArabicNameStaysAsItIs() {
        assertEquals("سارة", LeftToRight.kept("سارة"));
        assertEquals("23 نوفمبر", LeftToRight.kept("23 نوفمبر"));
        assertEquals("", LeftToRight.kept(""));
        assertEquals(7, LeftToRight.kept(7));
    }

    @Test
    void whatIsSaidStandsApartFromWhoSaidIt() {
        for (String said : new String[]{"\u200Eمرحبا\u200E", "ملفات: \u200Ea.png\u200E", "مرحبا"}) {
            String line = LeftToRight.kept("\u200ENoor\u200E") + ": " + LeftToRight.kept(said);
            assertTrue(seen(line).endsWith(" :Noor"), said + " is seen as " + seen(line));
        }
        assertEquals("\u200Ea.png ملف", LeftToRight.kept("\u200Ea.png ملف\u200E"));
    }

    @Test
    void whatIsMarkedIsNotMarkedTwice() {
        Object once = LeftToRight.kept("Bob");
        assertEquals("\u200EBob\u200E", once);
        assertEquals(once, LeftToRight.kept(once));
        assertEquals("Bob", LeftToRight.unmarked(String.valueOf(once)));
    }

    @Test
    void lettersFromRightToLeftAreKnown() {
        assertTrue(LeftToRight.hasRightToLeftLetters("hello שלום"));
        assertTrue(LeftToRight.hasRightToLeftLetters("مرحبا"));
        assertFalse(LeftToRight.hasRightToLeftLetters("\u200EZoë\u200E 你好"));
    }

    @Test
    void aLanguageThatIsWrittenFromTheRightIsMirrored() {
        assertTrue(LeftToRight.isMirrored(Locale.forLanguageTag("ar-u-nu-latn")));
        assertTrue(LeftToRight.isMirrored(Locale.forLanguageTag("he")));
        assertFalse(LeftToRight.isMirrored(Locale.FRENCH));
        assertFalse(LeftToRight.isMirrored(Locale.ENGLISH));
    }
}
