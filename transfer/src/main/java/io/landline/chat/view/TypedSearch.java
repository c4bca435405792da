package io.landline.chat.view;

import java.util.ArrayList;
import java.util.List;

/// The words of what a person typed to search for: the store finds them, the window marks them, and what has none is
/// no search. Stateless; any thread.
public final class TypedSearch {
    /// More words than anybody types; a pasted page would cost the search a second.
    public static final int WORDS_MAX = 16;
    /// Of one word.
    public static final int CHARACTERS_MAX = 64;

    private TypedSearch() {}

    /// As they were typed, signs on them included, the first ones. Signs alone are no word. Empty where nothing was
    /// typed that can be looked for.
    public static List<String> of(String typed) {
        var words = new ArrayList<String>();
        for (String word : typed.split("[\\s\\p{Z}\\p{Cntrl}]+", WORDS_MAX + 2)) {
            if (words.size() == WORDS_MAX) break;
            String begun = word.substring(0, Math.min(word.length(), CHARACTERS_MAX));
            if (begun.codePoints().anyMatch(TypedSearch::isPartOfWord)) words.add(begun);
        }
        return words;
    }

    /// Letters, numbers, and the marks on them.
    public static boolean isPartOfWord(int c) {
        return switch (Character.getType(c)) {
            case Character.LETTER_NUMBER, Character.OTHER_NUMBER, Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK, Character.PRIVATE_USE -> true;
            default -> Character.isLetterOrDigit(c);
        };
    }
}
