package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.text.TextSpan.Hit;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTermsTest {
    private static List<String> found(String typed, String text) {
        return SearchTerms.of(typed)
                .in(text)
                .stream()
                .map(place -> text.substring(place.start(), place.end()))
                .toList();
    }

    @Test
    void aWordMarksTheBeginningOfEachThatBeginsWithIt() {
        assertEquals(List.of("app", "App"), found("app", "an apple, the pineapple, and Apples"));
    }

    @Test
    void neitherCaseNorAccentsCount() {
        assertEquals(List.of("Élève", "ELEVE"), found("eleve", "Élève ELEVE relève"));
        assertEquals(List.of("e\u0301le\u0300ve"), found("élève", "e\u0301le\u0300ve"));
    }

    @Test
    void onlyTheLettersThatWereSoughtAreMarkedWhateverTheyAreMadeOf() {
        assertEquals(List.of("Stra"), found("stra", "Straße"));
        assertEquals(List.of("Straß"), found("stras", "Straße"));
        assertEquals(List.of("Straße"), found("strasse", "Straße"));
        assertEquals(List.of("e\u0301l"), found("él", "e\u0301le\u0300ve"));
        assertEquals(List.of("e\u0301le\u0300"), found("ele", "e\u0301le\u0300ve"));
    }

    @Test
    void eachOfSeveralWordsIsMarked() {
        assertEquals(List.of("bl", "bo"), found("bo bl", "blue boat"));
    }

    @Test
    void whatIsTypedTogetherIsFoundTogether() {
        assertEquals(List.of("well-known"), found("well-known", "well-known, well and known"));
        assertEquals(List.of("192.168.1"), found("192.168.1", "at 192.168.10.5"));
    }

    @Test
    void signsAloneFindNothing() {
        assertTrue(SearchTerms.of("?! -- \u202E \ud800").isEmpty());
        assertEquals(List.of(), found("", "anything"));
    }

    @Test
    void placesAreBounded() {
        assertEquals(SearchTerms.PLACES_MAX, SearchTerms.of("a").in("a ".repeat(10_000)).size());
    }

    @Test
    void anExcerptShowsWhatWasFoundFarInALongText() {
        SpannedText excerpt = SearchTerms.of("needle")
                .excerpt("hay\n".repeat(1_000) + "the Needle in it " + "hay ".repeat(500), 10, 40);
        assertEquals("…hay the Needle", excerpt.text().substring(0, 15));
        assertTrue(excerpt.text().endsWith("…") && excerpt.text().length() <= 41, excerpt.text());
        assertEquals(List.of(new Hit(9, 15, false)), excerpt.hits());
    }

    @Test
    void aTextIsFoundThatHasAllTheWords() {
        SearchTerms words = SearchTerms.of("who is here");
        assertTrue(words.find("Here they are: who is it?"));
        assertFalse(words.find("Here is pupil 8"), "one word is missing");
        assertFalse(SearchTerms.NONE.find("anything"));
        assertTrue(SearchTerms.of("well-kn").find("a well-known place"));
        assertFalse(SearchTerms.of("well-kn").find("known, and well"));
    }

    @Test
    void aShortTextIsItsOwnExcerpt() {
        SpannedText excerpt = SearchTerms.of("boat").excerpt("blue boat", 10, 40);
        assertEquals("\u200Eblue boat\u200E", excerpt.text());
        assertFalse(excerpt.hits().isEmpty());
        assertTrue(excerpt.links().isEmpty());
    }

    @Test
    void hostileTextsAreReadOnce() {
        for (String part : List.of("x", "\ud800", "\u202E", "\u0301", "a\u0301", "\ufdfa", " ", "ab ")) {
            String text = part.repeat(64 * 1024 / part.length());
            SpannedText excerpt = SearchTerms.of("ab x").excerpt(text, 20, 100);
            assertTrue(excerpt.text().length() < 4_000, part);
        }
    }
}
