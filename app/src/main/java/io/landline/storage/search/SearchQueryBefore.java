package io.landline.storage.search;

import static java.util.stream.Collectors.joining;

import io.landline.chat.view.TypedSearch;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.stream.Stream;

/// As [SearchQuery], for the index of version 32, in which SQLite folded the words: until all of it is renewed
/// ([io.landline.storage.entries.SearchRenewal]).
final class SearchQueryBefore {
    private SearchQueryBefore() {}

    /// Empty where nothing was typed that can be looked for.
    static String query(String typed) {
        List<String> words = TypedSearch.of(typed);
        String asTyped = all(words.stream());
        if (words.stream().allMatch(SearchQueryBefore::isAlike)) return asTyped;
        // a text has letters with marks whole, or as their parts: as a keyboard or a file system made them
        Stream<String> forms = Stream.of(Form.NFC, Form.NFD)
                .map(form -> all(words.stream().map(word -> Normalizer.normalize(word, form))));
        return Stream.concat(Stream.of(asTyped), forms)
                .distinct()
                .map(query -> "(" + query + ")")
                .collect(joining(" OR "));
    }

    private static String all(Stream<String> words) {
        return words.map(word -> '"' + word.replace("\"", "\"\"") + "\"*").collect(joining(" "));
    }

    /// Whether the index has the same for its letters and for their parts: it leaves the marks of Latin letters out.
    private static boolean isAlike(String word) {
        return word.codePoints().allMatch(letter -> switch (UnicodeScript.of(letter)) {
            case LATIN, COMMON, INHERITED -> true;
            default -> false;
        });
    }
}
