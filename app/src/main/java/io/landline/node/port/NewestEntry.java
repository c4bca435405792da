package io.landline.node.port;

import java.time.Instant;
import java.util.List;

/// What was written last in a conversation.
///
/// @param text of a message its text, of a poll its question, of a box its title, else empty
/// @param names of an offer its first names, else none
public record NewestEntry(String author, boolean own, Kind kind, String text, List<String> names, Instant written) {
    public enum Kind { TEXT, FILES, POLL, BOX, DELETED }

    public NewestEntry {
        names = List.copyOf(names);
    }

    /// No offer.
    public NewestEntry(String author, boolean own, Kind kind, String text, Instant written) {
        this(author, own, kind, text, List.of(), written);
    }
}
