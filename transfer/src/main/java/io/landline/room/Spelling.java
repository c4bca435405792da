package io.landline.room;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Guesses which of some known words was meant by a mistyped one. Stateless; any thread.
public final class Spelling {
    /// More than two wrong letters are another word.
    private static final int EDITS_MAX = 2;
    /// In a word this short two edits reach half of the list.
    private static final int SHORT_LETTERS = 3;

    private Spelling() {}

    /// The nearest word by edit distance with swaps; of several the one with the same letters, then with the same first
    /// letter, then the first of the list. Empty where all of them are too far off.
    public static Optional<String> nearest(String word, Collection<String> known) {
        return nearest(word, known, word.length() <= SHORT_LETTERS ? 1 : EDITS_MAX);
    }

    /// The same with at most the allowed number of edits. One is always allowed, and two are the most.
    public static Optional<String> nearest(String word, Collection<String> known, int allowed) {
        int most = Math.clamp(allowed, 1, EDITS_MAX);
        @Nullable
        String best = null;
        int bestCost = Integer.MAX_VALUE;
        for (String each : known) {
            if (Math.abs(each.length() - word.length()) > most) continue;
            int edits = edits(word, each);
            if (edits > most) continue;
            int cost = 4 * edits + (sorted(each).equals(sorted(word)) ? 0 : 2)
                    + (!word.isEmpty() && !each.isEmpty() && each.charAt(0) == word.charAt(0) ? 0 : 1);
            if (cost >= bestCost) continue;
            best = each;
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
}
