package io.landline.ui.chats.search;

import io.landline.node.port.Chats.Found;
import io.landline.ui.text.SearchTerms;
import java.util.List;

/// What a search of all conversations found. Immutable.
///
/// @param all what came here last stands first
/// @param hasMore whether more was found than these
/// @param awaited whether the answer to what is typed now is still to come: these are of the words before
/// @param problem why nothing could be searched, as a sentence; empty where it could
public record FoundMessages(SearchTerms words, List<Found> all, boolean hasMore, boolean awaited, String problem) {
    public static final FoundMessages NONE = new FoundMessages(SearchTerms.NONE, List.of(), false);

    public FoundMessages {
        all = List.copyOf(all);
    }

    FoundMessages untilTheAnswer() {
        return new FoundMessages(words, all, hasMore, true, problem);
    }

    FoundMessages(SearchTerms words, List<Found> all, boolean hasMore) { this(words, all, hasMore, false, ""); }

    /// Nothing, since the search failed.
    static FoundMessages failed(SearchTerms words, String problem) {
        return new FoundMessages(words, List.of(), false, false, problem);
    }
}
