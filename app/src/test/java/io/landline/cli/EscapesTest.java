package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class EscapesTest {
    @Test
    void h43_noEscapeSequenceOfAPeerReachesTheTerminal() {
        String title = "\u001b]0;owned\u0007 \u001b[2J \u009b31m";
        String shown = Escapes.lines(title);
        assertFalse(shown.chars().anyMatch(c -> Character.isISOControl(c)), shown);
    }

    @Test
    void lineBreaksStayInATextAndAreVisibleInAName() {
        assertEquals("a\nb", Escapes.lines("a\nb"));
        assertEquals("a\\u000ab", Escapes.line("a\nb"));
    }

    @Test
    void directionOverridesAreVisible() {
        assertEquals("invoice\\u202efdp.exe", Escapes.line("invoice\u202efdp.exe"));
    }

    @Test
    void ordinaryTextOfAnyLanguageIsLeftAlone() {
        String text = "héllo 👋 Привет שלום";
        assertEquals(text, Escapes.lines(text));
    }
}
