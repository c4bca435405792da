package io.landline.chat.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypedSearchTest {
    @Test
    void wordsKeepTheirSigns() {
        assertEquals(List.of("well-known", "“boat”", "½"), TypedSearch.of("  well-known “boat”\t½\n"));
    }

    @Test
    void signsAloneAreNoWord() {
        assertEquals(List.of("a"), TypedSearch.of("* ?! a … \" 👍"));
        assertEquals(List.of(), TypedSearch.of(" \u0000 * "));
    }

    @Test
    void aPastedPageIsBounded() {
        assertEquals(TypedSearch.WORDS_MAX, TypedSearch.of("word ".repeat(10_000)).size());
        assertEquals(List.of("w".repeat(TypedSearch.CHARACTERS_MAX)), TypedSearch.of("w".repeat(10_000)));
    }
}
