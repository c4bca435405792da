package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Long texts take work in proportion to their length. These are so long that work that grows with the square of the
/// length would take an hour; in proportion it takes a second or two.
class TextWorkTest {
    private static final Duration FOREVER = Duration.ofMinutes(2);

    /// Each of them begins what could be one long address.
    @Test
    void hostsBehindSignsAreReadInProportion() {
        String text = "!www.a.org/".repeat(400_000);
        assertTimeoutPreemptively(FOREVER, () -> MessageLinks.in(text, false, MessageLinks.LINKS_MAX));
    }

    /// Each message of an open room is looked through for the user's name.
    @Test
    void veryManyMarksOnALetterAreLeftOutInProportion() {
        String text = "A" + "\u0301".repeat(1_000_000) + "\u0323".repeat(1_000_000) + "B";
        assertEquals("ab", assertTimeoutPreemptively(FOREVER, () -> SearchText.folded(text)));
    }

    @Test
    void theEndOfAWordWithManyVowelSignsIsFoundInProportion() {
        String text = "a" + "\u05B7".repeat(2_000_000) + "b";
        SearchTerms sought = SearchTerms.of("ab");
        assertEquals(List.of(new SearchTerms.Range(0, text.length())),
                assertTimeoutPreemptively(FOREVER, () -> sought.in(text)));
    }
}
