package io.landline.storage.search;

import java.util.ArrayList;

/// Makes a search of what a person typed: every word between quotation marks, so that nothing in it is syntax of FTS5,
/// and a star behind, so that it finds words that begin with it.
final class SearchQuery {
    /// More words than anybody types; a pasted page would cost the search a second.
    static final int WORDS_MAX = 16;
    static final int WORD_CHARACTERS_MAX = 64;

    private SearchQuery() {}

    /// Empty where nothing was typed that can be looked for.
    static String query(String words) {
        var quoted = new ArrayList<String>();
        for (String word : words.split("[\\s\\p{Z}\\p{Cntrl}]+", WORDS_MAX + 2)) {
            // FTS5 indexes no punctuation: it would never match
            if (word.codePoints().noneMatch(Character::isLetterOrDigit)) continue;
            if (quoted.size() == WORDS_MAX) break;
            quoted.add('"' + word.substring(0, Math.min(word.length(), WORD_CHARACTERS_MAX)).replace("\"", "\"\"")
                    + "\"*");
        }
        return String.join(" ", quoted);
    }
}
