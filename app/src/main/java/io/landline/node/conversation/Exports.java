package io.landline.node.conversation;

import io.landline.chat.Entry;
import io.landline.chat.TimelinePosition;
import io.landline.node.export.ExportDocument;
import io.landline.node.export.ExportDocument.Head;
import io.landline.node.port.ChatHistory.Format;
import io.landline.node.port.ChatHistory.Part;
import io.landline.node.port.ChatHistory.Words;
import io.landline.node.port.TimelineItem;
import io.landline.room.ConversationId;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes conversations as documents, part by part. Keeps nothing between two parts. Any thread; reads the disk, and
/// throws a [io.landline.storage.database.StorageException].
public final class Exports {
    /// A part ends after the message that passes it, so that a part stays far below a line of the local socket.
    static final int PART_CHARACTERS = 256 * 1024;
    private static final int ENTRIES_AT_A_TIME = 200;

    private final JoinedTimeline timeline;
    private final Supplier<ItemReader> readers;
    private final Supplier<String> self;
    private final InstantSource clock;

    /// @param readers a new one for each part
    /// @param self the user's own name
    public Exports(JoinedTimeline timeline, Supplier<ItemReader> readers, Supplier<String> self,
            InstantSource clock) {
        this.timeline = timeline;
        this.readers = readers;
        this.self = self;
        this.clock = clock;
    }

    /// @param key the conversation, as events name it
    /// @param title the conversation's, as a person names it
    /// @param after where the last part ended; null for the first
    public Part part(ConversationId conversation, String key, String title, Format format, Words words,
            @Nullable TimelinePosition after) {
        var document = ExportDocument.of(format,
                new Head(key, title, self.get(), clock.instant(), ZoneId.systemDefault(), words));
        var out = new StringBuilder();
        if (after == null) document.begin(out);
        ItemReader reader = readers.get();
        if (format != Format.JSON) reader.tellNamesakesApart(); // a program has the fingerprint
        TimelinePosition at = after;
        boolean first = after == null;
        while (true) {
            List<Entry> entries = timeline.after(conversation, at, ENTRIES_AT_A_TIME);
            List<TimelineItem> items = reader.items(entries);
            for (TimelineItem item : items) {
                document.add(out, item, first);
                first = false;
                if (out.length() >= PART_CHARACTERS) return new Part(out.toString(), item.position());
            }
            if (entries.size() < ENTRIES_AT_A_TIME) break;
            at = entries.getLast().position();
        }
        document.end(out);
        return new Part(out.toString(), null);
    }
}
