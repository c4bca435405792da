package io.landline.chat.view;

import java.util.List;
import java.util.regex.Pattern;

/// The words of what a person typed to search for: the store finds them, the window marks them, and what has none is
/// no search. Stateless; any thread.
public final class TypedSearch {
    /// More words than anybody types; a pasted page would cost the search a second.
    public static final int WORDS_MAX = 16;
    /// Of one word.
    public static final int CHARACTERS_MAX = 64;

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");

    private TypedSearch() {}

    /// As they were typed, signs on them included, the first ones. Signs alone are no word, but an emoji is one. Empty
    /// where nothing was typed that can be looked for.
    public static List<String> of(String typed) {
        return BETWEEN.splitAsStream(typed)
                .map(TypedSearch::begun)
                .filter(word -> !FoldedText.sought(word).isEmpty())
                .limit(WORDS_MAX)
                .toList();
    }

    private static String begun(String word) {
        if (word.length() <= CHARACTERS_MAX) return word;
        boolean isWithinLetter = Character.isHighSurrogate(word.charAt(CHARACTERS_MAX - 1));
        return word.substring(0, isWithinLetter ? CHARACTERS_MAX - 1 : CHARACTERS_MAX);
    }

    /// Letters, numbers, and the marks on them.
    static boolean isPartOfWord(int c) {
        return switch (Character.getType(c)) {
            case Character.LETTER_NUMBER, Character.OTHER_NUMBER, Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK, Character.PRIVATE_USE -> true;
            default -> Character.isLetterOrDigit(c);
        };
    }
}
