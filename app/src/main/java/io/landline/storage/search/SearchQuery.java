package io.landline.storage.search;

import io.landline.chat.view.TypedSearch;
import java.util.stream.Collectors;

/// Makes a search of what a person typed: every word between quotation marks, so that nothing in it is syntax of FTS5,
/// and a star behind, so that it finds words that begin with it.
final class SearchQuery {
    private SearchQuery() {}

    /// Empty where nothing was typed that can be looked for.
    static String query(String typed) {
        return TypedSearch.of(typed)
                .stream()
                .map(word -> '"' + word.replace("\"", "\"\"") + "\"*")
                .collect(Collectors.joining(" "));
    }
}
