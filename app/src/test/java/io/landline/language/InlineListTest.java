package io.landline.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Bidi;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class InlineListTest {
    @Test
    void eachLanguageHasItsComma() {
        assertEquals("Ada, Bob", InlineList.of(Locale.ENGLISH, List.of("Ada", "Bob")));
        assertEquals("Ada\u060C \u0648Bob", InlineList.of(Locale.of("ar"), List.of("Ada", "Bob")));
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
}
