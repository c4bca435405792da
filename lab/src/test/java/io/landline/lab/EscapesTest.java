package io.landline.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EscapesTest {
    @Test
    void h43_noEscapeSequenceOfAPeerReachesTheTerminal() {
        String title = "\u001b]0;owned\u0007 \u001b[2J \u009b31m";
        String shown = Escapes.lines(title);
        assertFalse(shown.chars().anyMatch(c -> Character.isISOControl(c)), shown);
        assertTrue(shown.startsWith("\\x1b]0;owned\\x07"), shown);
    }

    @Test
    void lineBreaksStayInATextAndAreVisibleInAName() {
        assertEquals("a\n\tb\\r", Escapes.lines("a\n\tb\r"));
        assertEquals("a\\n\\tb\\r", Escapes.line("a\n\tb\r"));
    }

    @Test
    void directionOverridesAreVisible() {
        assertEquals("invoice\\u202efdp.exe", Escapes.line("invoice\u202efdp.exe"));
        assertEquals("\\u2028 \\ud83d", Escapes.lines("\u2028 " + (char) 0xd83d));
    }

    @Test
    void ordinaryTextOfAnyLanguageIsLeftAlone() {
        String text = "héllo 👋 Привет שלום";
        assertEquals(text, Escapes.lines(text));
    }
}
