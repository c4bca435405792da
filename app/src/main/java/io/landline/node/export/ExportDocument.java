package io.landline.node.export;

import io.landline.node.port.ChatHistory.Format;
import io.landline.node.port.ChatHistory.Words;
import io.landline.node.port.TimelineItem;
import java.time.Instant;
import java.time.ZoneId;

/// Writes a conversation as a document, piece by piece: the beginning, its items in the order of the timeline, the end.
/// Nothing is kept between two pieces, so a conversation of any length takes no memory. Any thread.
public sealed interface ExportDocument permits TextDocument, JsonDocument, HtmlDocument {
    /// What stands around the items.
    ///
    /// @param conversation as events name it: `#class`, or the other's fingerprint
    /// @param title of the conversation: somebody's text
    /// @param self the user's own name
    /// @param at when it is written
    /// @param zone of the times that people read
    record Head(String conversation, String title, String self, Instant at, ZoneId zone, Words words) {}

    static ExportDocument of(Format format, Head head) {
        return switch (format) {
            case TEXT -> new TextDocument(head);
            case JSON -> new JsonDocument(head);
            case HTML -> new HtmlDocument(head);
        };
    }

    void begin(StringBuilder out);

    /// @param first whether no item stands before it
    void add(StringBuilder out, TimelineItem item, boolean first);

    void end(StringBuilder out);
}
