package io.landline.node.port;

import io.landline.chat.TimelinePosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of others' in a conversation no person has seen here.
///
/// @param first of what stands below the newest that was seen; null for none
/// @param late what came above that, since its authors were away when they wrote it: oldest first, at most some
///        [Chats#UNREAD_MAX]; of the rooms that a conversation continues no more than the first of each
public record Unread(@Nullable TimelinePosition first, List<TimelinePosition> late) {
    public static final Unread NOTHING = new Unread(null, List.of());

    public Unread {
        late = List.copyOf(late);
    }

    /// @param all in any order
    /// @param place up to where people have read
    public static Unread of(List<TimelinePosition> all, TimelinePosition place) {
        List<TimelinePosition> sorted = all.stream().sorted().toList();
        return new Unread(sorted.stream().filter(each -> each.compareTo(place) > 0).findFirst().orElse(null),
                sorted.stream().filter(each -> each.compareTo(place) < 0).toList());
    }
}
