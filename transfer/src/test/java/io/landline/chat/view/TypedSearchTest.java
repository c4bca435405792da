package io.landline.chat.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TypedSearchTest {
    @Test
    void wordsKeepTheirSigns() {
        assertEquals(List.of("well-known", "“boat”", "½"), TypedSearch.of("  well-known “boat”\t½\n"));
    }

    @Test
    void signsAloneAreNoWord() {
        assertEquals(List.of("a"), TypedSearch.of("* ?! a … \" \u0301"));
        assertEquals(List.of(), TypedSearch.of(" \u0000 * "));
    }

    @Test
    void anEmojiIsAWord() {
        assertEquals(List.of("👍", "❤️"), TypedSearch.of("👍 !! ❤️"));
    }

    /// What was typed behind many signs was one word that no text has.
    @Test
    void signsBetweenWordsTakeNoPlace() {
        List<String> words = IntStream.rangeClosed(1, TypedSearch.WORDS_MAX).mapToObj(i -> "word" + i).toList();
        assertEquals(words, TypedSearch.of(String.join(" - ", words)));
        assertEquals(List.of("a", "b"), TypedSearch.of("- ".repeat(1_000) + "a b"));
    }

    /// Half a letter is a sign that no text has.
    @Test
    void aLongWordIsCutBetweenTwoLetters() {
        String letter = "\ud801\udc00";
        assertEquals(List.of("w" + letter.repeat(31)), TypedSearch.of("w" + letter.repeat(100)));
    }

    @Test
    void aPastedPageIsBounded() {
        assertEquals(TypedSearch.WORDS_MAX, TypedSearch.of("word ".repeat(10_000)).size());
        assertEquals(List.of("w".repeat(TypedSearch.CHARACTERS_MAX)), TypedSearch.of("w".repeat(10_000)));
    }
}
