package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.Seed;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// H40, H41, H42, H45, H46, H47: what strangers write is read, and does nothing else.
class PeerTextTest {
    private static String inside(String shown) {
        assertEquals('\u200E', shown.charAt(0), "keeps apart what is before it");
        assertEquals('\u200E', shown.charAt(shown.length() - 1), "and what is behind it");
        return shown.substring(1, shown.length() - 1);
    }

    @Test
    void h41AnOverrideInAFileNameIsABoxAndTurnsNothingRound() {
        assertEquals("invoice□fdp.exe", inside(PeerText.line("invoice\u202Efdp.exe")));
    }

    @Test
    void h41WhatSteersAMessageIsLeftOut() {
        assertEquals("abc", PeerText.block("a\u202Eb\u202C\u2067\u2069c\u200F"));
    }

    @Test
    void h41AMessageOnOneLineReadsAsTheMessage() {
        String text = "a\u202Eb\u202C\u2067\u2069c\u200F\u2800\u0007";
        assertEquals(PeerText.block(text), inside(PeerText.excerpt(text)));
        assertEquals("one two  three", inside(PeerText.excerpt("one\ntwo\r\n\tthree")));
    }

    @Test
    void h42WhatIsNotSeenIsSeenInAName() {
        assertEquals("Anna□", inside(PeerText.line("Anna\u200B")));
    }

    @Test
    void h47ALetterWithoutAShapeIsSeenInAName() {
        assertEquals("□□", inside(PeerText.line("\u3164\u2800")));
        assertEquals("A□", inside(PeerText.line("A\uD834\uDD73")), "a formatting sign of musical notes");
        assertEquals("A□", inside(PeerText.line("A\uFFF0")), "reserved for a character without a shape");
        assertEquals("\u2800", PeerText.block("\u2800"));
        assertEquals("?", PeerText.initials("\u3164"));
    }

    @Test
    void h47WhatShapesTheLettersBesideItStaysInAName() {
        String persian = "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645";
        assertEquals(persian, inside(PeerText.line(persian)));
        String scotland = Character.toString(0x1F3F4) + Character.toString(0xE0067) + Character.toString(0xE007F);
        assertEquals(scotland, inside(PeerText.line(scotland)));
    }

    @Test
    void h40ALetterCarriesOnlyAFewMarks() {
        String shown = PeerText.block("Z" + "\u0301".repeat(5_000) + "!");
        assertEquals(1 + PeerText.MARKS_MAX + 1, shown.length());
    }

    @Test
    void h43ControlCharactersAreBoxes() {
        assertEquals("□[31mred□", inside(PeerText.line("\u001B[31mred\u0007")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"You", "YOU", "Du", "ICH", "Tú", "Yo", "أنت", "Y\u043Eu", "You\u200B", "System", "Everyone",
                    "Vous", "Systeme", "Tout le monde"})
    void h47ANameThatIsAWordOfTheWindowGetsASuffix(String name) {
        assertTrue(PeerText.person(name).endsWith(" (2)\u200E"), PeerText.person(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Yousef", "Youri", "Max", "Mel", "System 7"})
    void h47OtherNamesStayAsTheyAre(String name) {
        assertEquals(PeerText.line(name), PeerText.person(name));
    }

    @Test
    void h47ANameIsOneLine() {
        assertEquals("two lines", inside(PeerText.line("two\nlines")));
        assertEquals("two\nlines", PeerText.block("two\r\nlines"));
    }

    @Test
    void h46HalvesAndNoCharactersAreBoxes() {
        assertEquals("a□b□c□", inside(PeerText.line("a\uD800b\uFFFEc\u0000")));
    }

    @Test
    void whatIsHarmlessStaysAsItIs() {
        for (String harmless : new String[]{"Zoë Müller", "שלום", "مرحبا", "नमस्ते", "👩‍👩‍👧", "100 % {0} %s _x",
                "a<b>&amp;"}) {
            assertEquals(harmless, inside(PeerText.line(harmless)), harmless);
        }
    }

    @Test
    void randomTextSteersNothing() {
        RandomGenerator random = Seed.random("peer text");
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(20); n > 0; n--) {
                text.append((char) (random.nextBoolean() ? 0x2020 + random.nextInt(0x50) : random.nextInt(0x10000)));
            }
            for (String shown : new String[]{PeerText.block(text.toString()), inside(PeerText.line(text.toString()))}) {
                assertTrue(shown.chars().noneMatch(c -> c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069),
                        () -> "of " + text);
                assertFalse(shown.indexOf('\u0000') >= 0);
            }
        }
    }

    @Test
    void aCutNeverPartsWhatPeopleSeeAsOneCharacter() {
        assertEquals("ab…", PeerText.shortened("abc", 2));
        assertEquals("abc", PeerText.shortened("abc", 3));
        assertEquals("e\u0301…", PeerText.shortened("e\u0301x", 1));
        assertEquals("abe\u0301…e\u0301z", PeerText.withoutMiddle("abe\u0301cdefge\u0301z", 6));
    }

    @Test
    void whatLosesItsMiddleKeepsItsEndAndIsNoLongerThanAllowed() {
        assertEquals("abcdef", PeerText.withoutMiddle("abcdef", 6));
        assertEquals("abc…fg", PeerText.withoutMiddle("abcdefg", 6));
        assertEquals("", PeerText.withoutMiddle("", 6));
    }

    /// Vowel signs as wide as letters, and joiners, can stand on one letter without end.
    @Test
    void h40_marksWithAWidthAndJoinersAreFewOnALetter() {
        assertEquals("\u0915" + "\u093E".repeat(6) + "\u0916",
                PeerText.block("\u0915" + "\u093E".repeat(99) + "\u0916"));
        assertEquals("a" + "\u200D".repeat(6) + "b", PeerText.block("a" + "\u200D".repeat(99) + "b"));
        String words = "\u1000\u103C\u103D\u103E\u1031\u102C\u1004\u103A\u1037 \u0645\u06CC\u200C\u062E";
        assertEquals(words, PeerText.block(words));
    }

    /// People count emoji that are joined as one character, also thousands.
    @Test
    void h40_aCharacterWithoutEndIsCutAndALongEmojiIsNot() {
        String family = "\uD83D\uDC69\uD83C\uDFFD\u200D\u2764\uFE0F\u200D\uD83D\uDC8B\u200D\uD83D\uDC68\uD83C\uDFFD";
        assertEquals(family.repeat(60), PeerText.shortened(family.repeat(60), 60));
        assertEquals(family.repeat(60) + "…", PeerText.shortened(family.repeat(61), 60));
        String joined = PeerText.shortened("\uD83D\uDC69\u200D".repeat(2_000), 60);
        assertEquals(60 * PeerText.UNITS_A_CHARACTER_MAX + 1, joined.length());
        String joiner = "\uD83D\uDC69\u200D";
        assertEquals(joiner.repeat(5) + "…", PeerText.shortened(joiner.repeat(6), 1), "no half of a pair is left");
    }

    @Test
    void twoWordsGiveTwoInitials() {
        assertEquals("ZM", PeerText.initials("zoë müller"));
        assertEquals("7", PeerText.initials("7"));
        assertEquals("?", PeerText.initials("…"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Ben: I owe Eve 5. Ada", "Ben： ja", "Ben\u2236 ja", "#class", "\uFF03class", "\u200B#class",
                    "\u00A0#class", "Ben\uA4FD ja"})
    void h47_aNameThatPassesForMoreStandsInQuotationMarks(String name) {
        assertEquals(PeerText.line("“" + name + "”"), PeerText.person(name));
        assertEquals(PeerText.line(name), PeerText.title(name, true));
    }

    @Test
    void h47_aNameDoesNotEndItsQuotationMarksItself() {
        assertEquals(PeerText.line("“Ben': yes. 'Ada”"), PeerText.person("Ben”: yes. “Ada"));
        for (String mark : List.of("''", "’’", "‘‘", "``", "′′", "'\u200d'", "'”", "”'’")) {
            assertEquals(PeerText.line("“Ben': yes”"), PeerText.person("Ben" + mark + ": yes"));
        }
        assertEquals(PeerText.line("“O'Hara: yes”"), PeerText.person("O'Hara: yes"));
    }
}
