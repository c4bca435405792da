package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
}
