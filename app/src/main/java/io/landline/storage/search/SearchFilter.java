package io.landline.storage.search;

import io.landline.chat.Entry;
import io.landline.peer.Fingerprint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which entries a search of a conversation wants.
///
/// @param words only those with all of them; empty for any
/// @param from only this author's; null for anybody's
/// @param since only those written then or later, by their authors' clocks; null for any
/// @param until only those written before; null for any
public record SearchFilter(String words, @Nullable Fingerprint from, @Nullable Instant since, @Nullable Instant until) {
    public static SearchFilter words(String words) {
        return new SearchFilter(words, null, null, null);
    }

    /// Whether it asks for anything beside words.
    boolean narrows() {
        return from != null || hasDates();
    }

    boolean hasDates() {
        return since != null || until != null;
    }

    /// Whether it wants this one, as far as author and date say.
    boolean admits(Entry entry) {
        return (from == null || entry.author().equals(from)) && (since == null || !entry.written().isBefore(since))
                && (until == null || entry.written().isBefore(until));
    }
}
