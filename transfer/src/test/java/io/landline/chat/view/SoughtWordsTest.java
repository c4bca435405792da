package io.landline.chat.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SoughtWordsTest {
    @Test
    void wordsKeepTheirSigns() {
        assertEquals(List.of("well-known", "“boat”", "½"), SoughtWords.of("  well-known “boat”\t½\n"));
    }

    @Test
    void signsAloneAreNoWord() {
        assertEquals(List.of("a"), SoughtWords.of("* ?! a … \" 👍"));
        assertEquals(List.of(), SoughtWords.of(" \u0000 * "));
    }

    @Test
    void aPastedPageIsBounded() {
        assertEquals(SoughtWords.WORDS_MAX, SoughtWords.of("word ".repeat(10_000)).size());
        assertEquals(List.of("w".repeat(SoughtWords.CHARACTERS_MAX)), SoughtWords.of("w".repeat(10_000)));
    }
}
