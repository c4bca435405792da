package io.landline.room;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The words of which room keys are generated: common, short, easily read aloud. Their order never matters to anybody
/// else: a key is its words.
final class WordList {
    /// Eleven bits a word, so four of them have 44.
    static final int WORDS = 2_048;
    /// 2,048 is 2 to the power of 11.
    static final int BITS_A_WORD = 11;

    private static final String FILE = "words.txt";
    private static final List<String> ALL = load();

    private WordList() {}

    static String word(int index) {
        return ALL.get(index);
    }

    static boolean has(String word) {
        return Collections.binarySearch(ALL, word) >= 0;
    }

    /// The listed word that was most likely meant.
    static Optional<String> nearest(String word) {
        return Spelling.nearest(word, ALL);
    }

    static List<String> all() {
        return ALL;
    }

    private static List<String> load() {
        try (InputStream in = WordList.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException("the program is damaged: " + FILE + " is missing in it");
            List<String> words = new String(in.readAllBytes(), US_ASCII).lines().toList();
            if (words.size() != WORDS) {
                throw new IllegalStateException("the program is damaged: " + FILE + " is not whole");
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
