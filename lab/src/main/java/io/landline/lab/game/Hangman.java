package io.landline.lab.game;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/// One game of hangman: a word and the letters that were asked. Knows no network. Confined to its server's thread.
final class Hangman {
    static final int MISSES_MAX = 6;

    private final String word;
    private final BitSet asked = new BitSet();
    private final List<Character> wrong = new ArrayList<>();

    /// @param word capital letters A to Z
    Hangman(String word) { this.word = word; }

    String word() {
        return word;
    }

    boolean hasBegun() {
        return !asked.isEmpty();
    }

    /// The reply to a letter, A to Z. A letter that was asked before gets the same reply at no cost, so that a lost
    /// reply can be asked for again.
    String guess(char letter) {
        if (isOver()) return end();
        boolean isNew = !asked.get(letter);
        asked.set(letter);
        List<Integer> places = places(letter);
        if (places.isEmpty() && isNew) wrong.add(letter);
        if (isOver()) return end();
        return places.isEmpty()
                // a repeated question gets the number of its first answer
                ? "MISS " + (MISSES_MAX - 1 - wrong.indexOf(letter))
                : "HIT " + places.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private boolean isOver() {
        return isWon() || wrong.size() >= MISSES_MAX;
    }

    private boolean isWon() {
        return word.chars().allMatch(asked::get);
    }

    private String end() {
        return "END " + (isWon() ? "WON " : "LOST ") + word;
    }

    private List<Integer> places(char letter) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) == letter) places.add(i + 1);
        }
        return places;
    }
}
