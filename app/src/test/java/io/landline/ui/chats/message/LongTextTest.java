package io.landline.ui.chats.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// H40: a long message does not hide the rest of a conversation.
class LongTextTest {
    @Test
    void textOfExactlyTheLimitIsShownWhole() {
        assertFalse(LongText.of("x".repeat(LongText.CHARACTERS_MAX), false).isLong());
        assertFalse(LongText.of("x\n".repeat(LongText.LINES_MAX - 1) + "x", false).isLong());
    }

    @Test
    void oneCharacterMoreIsCut() {
        LongText cut = LongText.of("x".repeat(LongText.CHARACTERS_MAX + 1), false);
        assertTrue(cut.isLong());
        assertEquals("x".repeat(LongText.CHARACTERS_MAX) + "…", cut.shown());
    }

    @Test
    void h40ManyMarksOnEachCharacterCountAsCharacters() {
        LongText cut = LongText.of("a\u0301\u0302\u0303\u0304\u0306".repeat(LongText.CHARACTERS_MAX), false);
        assertTrue(cut.isLong());
        assertEquals(LongText.UNITS_MAX + 1, cut.shown().length());
    }

    @Test
    void oneLineMoreIsCut() {
        LongText cut = LongText.of("x\n".repeat(LongText.LINES_MAX) + "x", false);
        assertTrue(cut.isLong());
        assertEquals(LongText.LINES_MAX - 1, cut.shown().chars().filter(c -> c == '\n').count());
    }

    @Test
    void allOfItIsShownToWhoWantsIt() {
        assertEquals("x".repeat(16_384), LongText.of("x".repeat(16_384), true).shown());
        assertTrue(LongText.of("x".repeat(16_384), true).isLong(), "it can be made short again");
    }
}
