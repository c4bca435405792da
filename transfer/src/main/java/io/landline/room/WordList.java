package io.landline.room;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The words of which room keys are generated: common, short, easily read aloud. Their order never matters to anybody
/// else: a key is its words.
final class WordList {
    static final int WORDS = 2_048;
    /// 2,048 is 2 to the power of 11.
    static final int BITS_A_WORD = 11;

    private static final String FILE = "words.txt";
    private static final List<String> ALL = load();
    private static final int LONGEST = ALL.stream().mapToInt(String::length).max().orElseThrow();
    /// More than two wrong letters are another word.
    private static final int EDITS_MAX = 2;
    /// In a word this short two edits reach half of the list.
    private static final int SHORT_LETTERS = 3;

    private WordList() {}

    static String word(int index) {
        return ALL.get(index);
    }

    static boolean has(String word) {
        return Collections.binarySearch(ALL, word) >= 0;
    }

    /// The nearest word by edit distance with swaps; of several the one with the same letters, then with the same first
    /// letter, then the first of the alphabet.
    static Optional<String> nearest(String word) {
        int most = word.length() <= SHORT_LETTERS ? 1 : EDITS_MAX;
        if (word.length() > LONGEST + EDITS_MAX) return Optional.empty();
        String best = null;
        int bestCost = Integer.MAX_VALUE;
        for (String listed : ALL) {
            if (Math.abs(listed.length() - word.length()) > most) continue;
            int edits = edits(word, listed);
            if (edits > most) continue;
            int cost = 4 * edits + (sorted(listed).equals(sorted(word)) ? 0 : 2)
                    + (!word.isEmpty() && listed.charAt(0) == word.charAt(0) ? 0 : 1);
            if (cost >= bestCost) continue;
            best = listed;
            bestCost = cost;
        }
        return Optional.ofNullable(best);
    }

    private static String sorted(String word) {
        return word.codePoints().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    }

    /// Optimal string alignment: insertions, deletions, replacements, and swaps of neighbours count one each.
    private static int edits(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) cost[i][0] = i;
        for (int j = 0; j <= b.length(); j++) cost[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
        return cost[a.length()][b.length()];
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
