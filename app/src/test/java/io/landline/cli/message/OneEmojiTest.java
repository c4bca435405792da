package io.landline.cli.message;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneEmojiTest {
    /// With a skin, a joined family, a flag of two letters and one of tags, a keycap, a heart with and without what
    /// asks for a picture, and a place that Unicode has set aside for a later one.
    @ParameterizedTest
    @ValueSource(strings = {"👍", "👍🏽", "👩‍👩‍👧", "🇩🇪", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "5️⃣", "❤️", "❤", "✅", "\uD83E\uDEFD"})
    void oneEmojiIsOne(String text) {
        assertTrue(OneEmoji.is(text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "5", "+", "hello", ":+1:", "👍👍", "👍!", "مرحبا", "🇩🇪🇫🇷", ":-)"})
    void wordsSignsAndSeveralAreNone(String text) {
        assertFalse(OneEmoji.is(text), text);
    }
}
