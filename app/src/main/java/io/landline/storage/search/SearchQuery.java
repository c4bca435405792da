package io.landline.storage.search;

import static java.util.stream.Collectors.joining;

import io.landline.chat.view.FoldedText;
import io.landline.chat.view.TypedSearch;

/// Makes a search of what a person typed: every word between quotation marks, as the index has it, so that nothing in
/// it is syntax of FTS5, and a star behind, so that it finds words that begin with it.
final class SearchQuery {
    private SearchQuery() {}

    /// Empty where nothing was typed that can be looked for.
    static String query(String typed) {
        return TypedSearch.of(typed)
                .stream()
                .map(word -> '"' + String.join(" ", FoldedText.sought(word)) + "\"*")
                .collect(joining(" "));
    }
}
