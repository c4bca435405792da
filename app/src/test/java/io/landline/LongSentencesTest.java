package io.landline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.Checkout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Pages are read by people who learn English, too: no sentence of more than thirty words (CONTRIBUTING.md). What
/// stands in backticks is one word, and a semicolon ends a sentence.
class LongSentencesTest {
    private static final int WORDS_MAX = 30;
    private static final int PAGES_MIN = 70;
    private static final Pattern END = Pattern.compile("(?<=[.!?;])[)*_”\"]*\\s+|(?<=:)\\s+(?=\\p{Lu})| · ");
    /// Lines of commands and drawings: four blanks at their beginning, behind an empty line.
    private static final Pattern INDENTED = Pattern.compile("(?<=\\n\\n)(?: {4}.*\\n|\\n(?= {4}))+");
    private static final Pattern ITEM = Pattern.compile(" +(?:[-*]|\\d+\\.) +(?=\\S)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}’'-]*");

    private static List<String> tooLong(String page) {
        var found = new ArrayList<String>();
        for (String line : MarkdownPage.of(INDENTED.matcher(page).replaceAll("")).prose().lines().toList()) {
            if (line.startsWith("|")) continue;
            String text = line.replaceAll("`[^`]*`", "Code").replaceAll("\\[([^\\[\\]]*)\\]\\([^()]*\\)", "$1");
            Stream.of(ITEM.split(text))
                    .flatMap(END::splitAsStream)
                    .filter(each -> WORD.matcher(each).results().count() > WORDS_MAX)
                    .forEach(found::add);
        }
        return found;
    }

    @Test
    void noSentenceOfAPageHasMoreThanThirtyWords() throws IOException {
        Map<String, String> pages = Checkout.read().texts(name -> name.matches("[A-Z]+\\.md|docs/.+\\.md"));
        assertTrue(pages.size() > PAGES_MIN, "the checkout was not read");
        var mistakes = new ArrayList<String>();
        pages.forEach((name, page) -> tooLong(page).forEach(each -> mistakes.add(name + ": " + each)));
        assertEquals(List.of(), mistakes, () -> String.join("\n", mistakes));
    }

    @Test
    void aSentenceEndsAtItsSignAndAnItemBegins() {
        String half = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen";
        assertEquals(List.of(), tooLong(half + "\n" + half + "."));
        assertEquals(1, tooLong(half + " " + half + " more").size());
        assertEquals(1, tooLong("- " + half + "\n  " + half + " [more](page.md)").size());
        assertEquals(List.of(), tooLong(half + ". " + half + "; " + half + "\n- " + half + "\n1. " + half));
        assertEquals(List.of(), tooLong("```\n" + half + " " + half + " more\n```\n| " + half + half + " more |"));
        assertEquals(List.of(), tooLong("How:\n\n    " + half + "\n\n    " + half + " more\n"));
        assertEquals(List.of(), tooLong(half + " `" + half + " more` and so on"));
    }
}
