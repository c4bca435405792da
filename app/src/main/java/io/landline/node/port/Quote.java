package io.landline.node.port;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.NewestEntry.Kind;
import io.landline.node.port.TimelineItem.BoxItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a message answers, as it shows now: it is never copied into the answer.
///
/// @param position where it stands; null where it is not here, or deleted
/// @param name its author's: somebody's text; empty for our own
/// @param words somebody's texts: of files their names, of a message its text, of a poll its question, of a box its
///        title
public record Quote(@Nullable TimelinePosition position, String name, boolean own, Kind kind, List<String> words) {
    /// It never came here, or is not kept any more.
    public static final Quote MISSING = new Quote(null, "", false, Kind.TEXT, List.of());
    public static final Quote DELETED = new Quote(null, "", false, Kind.DELETED, List.of());

    public Quote {
        words = List.copyOf(words);
    }

    /// Of a message.
    public Quote(TimelinePosition position, String name, boolean own, String text) {
        this(position, name, own, Kind.TEXT, List.of(text));
    }

    /// What stands above an answer to this item.
    public static Quote of(TimelineItem item) {
        return switch (item) {
            case TimelineItem.Text said -> of(said, Kind.TEXT, List.of(said.text()));
            case TimelineItem.Offer offer -> of(offer, Kind.FILES, offer.names());
            case TimelineItem.PollItem poll -> of(poll, Kind.POLL, List.of(poll.question()));
            case BoxItem box -> of(box, Kind.BOX, List.of(box.what().title()));
            case TimelineItem.Deleted _ -> DELETED;
            case TimelineItem.Unknown _, TimelineItem.NewWords _ -> MISSING;
        };
    }

    private static Quote of(TimelineItem item, Kind kind, List<String> words) {
        return new Quote(item.position(), item.name(), item.own(), kind, words);
    }

    /// Whether its author took it away.
    public boolean deleted() {
        return kind == Kind.DELETED;
    }

    /// All its words: of files the names, one behind the other.
    public String text() {
        return String.join(", ", words);
    }
}
