package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.text.LineBreaks.Line;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class LineBreaksTest {
    /// Every character is one wide.
    private static List<String> lines(String text, int max) {
        return lines(text, max, String::length);
    }

    private static List<String> lines(String text, int max, ToDoubleFunction<String> width) {
        return LineBreaks.places(text, max, (start, end) -> width.applyAsDouble(text.substring(start, end)))
                .stream()
                .map(line -> text.substring(line.start(), line.end()))
                .toList();
    }

    @Test
    void wordsGoToTheNextLineWhereTheyDoNotFit() {
        assertEquals(List.of("one two", "three"), lines("one two three", 8));
    }

    @Test
    void whatFitsExactlyStays() {
        assertEquals(List.of("one two"), lines("one two", 7));
        assertEquals(List.of("one", "two"), lines("one two", 6));
    }

    @Test
    void aWordThatIsTooWideIsCutBetweenCharacters() {
        assertEquals(List.of("abc", "def", "g"), lines("abcdefg", 3));
    }

    @Test
    void whatBelongsTogetherIsNotCut() {
        assertEquals(List.of("e\u0301", "x"),
                lines("e\u0301x", 1,
                        part -> part.codePointCount(0, part.length()) > 1 && !part.startsWith("e\u0301")
                                ? 2
                                : part.equals("e\u0301x") ? 2 : 1));
    }

    @Test
    void lineBreaksAndEmptyLinesStay() {
        assertEquals(List.of("a", "", "b"), lines("a\n\nb", 10));
    }

    /// The toolkit shapes all that is left of it anew for each line.
    @Test
    void h40_muchOfAComplexScriptIsBrokenByUs() {
        for (String complex : List.of("\u0E01", "\u0915\u093E", "a\u0301", "\u1100", "a\u200D", "\uD808\uDC2B")) {
            assertTrue(LineBreaks.areOurs(complex.repeat(LineBreaks.COMPLEX_LETTERS_MAX + 1)), complex);
            assertFalse(LineBreaks.areOurs(complex.repeat(LineBreaks.COMPLEX_LETTERS_MAX / 2)), complex);
        }
        assertFalse(LineBreaks.areOurs("\u0E01".repeat(LineBreaks.COMPLEX_LETTERS_MAX)));
        for (String plain : List.of("a", "é", "\u0416", "\u4E2D", "\uAC00", "\u2014")) {
            assertFalse(LineBreaks.areOurs(plain.repeat(10_000)), plain);
        }
    }

    @Test
    void h40_aCharacterWithoutEndIsCut() {
        List<String> lines = lines("a" + "\u0301".repeat(1_000), 100);
        assertEquals(16, lines.size());
        assertEquals(1_001, lines.stream().mapToInt(String::length).sum());
    }

    @Test
    void onlyTextThatRunsFromTheRightNeedsIt() {
        assertTrue(LineBreaks.isNeededFor("abc שלום"));
        assertFalse(LineBreaks.isNeededFor("Zoë 日本語 नमस्ते"));
    }

    @Test
    void anAddressIsNotBrokenBehindItsScheme() {
        List<LineBreaks.Line> lines = LineBreaks.places("see http://a.example/b now", 10, (start, end) -> end - start);
        assertEquals("see", "see http://a.example/b now".substring(lines.getFirst().start(), lines.getFirst().end()));
    }

    @Test
    void aTimeOrAnAddressIsNotTorn() {
        for (String whole : List.of("09:07:49", "\u200E09:07:49\u200E.", "\u200Elaptop.local\u200E:\u200E5264\u200E",
                "laptop.local:5264", "192.168.1.1:5263",
                "2026-11-25", "1,234.5")) {
            assertEquals(List.of("\u0645\u0646\u0630", whole), lines("\u0645\u0646\u0630 " + whole, whole.length() + 1),
                    whole);
        }
        assertEquals(List.of("well-", "known"), lines("well-known", 6), "a hyphen between words");
        assertEquals(List.of("日本。", "日本"), lines("日本。日本", 3), "where no blank parts words");
    }

    /// To shape thousands of letters takes longer than a pulse.
    @Test
    void ofAWordThatIsWiderThanALineOnlyTheBeginningIsMeasured() {
        var longest = new AtomicInteger();
        String text = "\uD83D\uDC4Dx".repeat(3_000);
        List<Line> lines = LineBreaks.places(text, 30, (start, end) -> {
            longest.accumulateAndGet(end - start, Math::max);
            assertFalse(end < text.length() && Character.isLowSurrogate(text.charAt(end)));
            return end - start;
        });
        assertEquals(300, lines.size());
        assertTrue(longest.get() <= 300, longest::toString);
    }

    /// What begins with many letters of no width can still fit, and what follows them can be too wide.
    @Test
    void aWordWhoseBeginningFitsIsMeasuredWhole() {
        String text = "y".repeat(1_000) + "x".repeat(20);
        LineBreaks.Widths ofX = (start, end) -> text.substring(start, end).chars().filter(c -> c == 'x').count();
        assertEquals(List.of(new Line(0, 1_020)), LineBreaks.places(text, 20, ofX));
        assertEquals(List.of(new Line(0, 1_019), new Line(1_019, 1_020)), LineBreaks.places(text, 19, ofX));
    }
}
