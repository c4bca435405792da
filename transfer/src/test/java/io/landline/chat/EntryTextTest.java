package io.landline.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which texts have nothing to read.
class EntryTextTest {
    /// An astronaut, a Persian word with a joiner, a heart, a sign of Arabic numbers, a tone mark, a control character.
    @ParameterizedTest
    @ValueSource(strings = {"\ud83d\udc69\u200d\ud83d\ude80", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u2764\ufe0f", "\u0600", "\u0301", "\u0007", "\u200b."})
    void invisibleCharactersBesideOthersStay(String text) {
        assertFalse(EntryText.isBlank(text));
        assertEquals(text, new EntryText(text).value());
    }

    @Test
    void theLongestTextOfInvisibleCharactersIsBlank() {
        assertTrue(EntryText.isBlank(" \u200b".repeat(EntryText.MAX_BYTES)));
    }

    @Test
    void whatJavaTakesForASpaceIsBlank() {
        for (int each = 0; each <= Character.MAX_CODE_POINT; each++) {
            if (Character.isWhitespace(each) || Character.isSpaceChar(each)) {
                assertTrue(EntryText.isBlank(Character.toString(each)), Integer.toHexString(each));
            }
        }
    }
}
