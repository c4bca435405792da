package io.landline.chat;

import io.landline.room.ConversationId;
import java.util.HashMap;
import java.util.Map;

/// The beginnings of logs that the user does not keep: of each such log a floor is remembered, and nothing below it is
/// asked for or taken again (docs/protocol/conversations.md, "Floors"). Confined to the conversations' thread.
final class LogFloors {
    /// Removed in one step: what peers send waits for it, and to take a text out of the search costs some milliseconds.
    static final int ENTRIES_A_STEP = 50;

    private final EntryStore entries;
    private final Map<LogKey, Long> floors;

    LogFloors(EntryStore entries) {
        this.entries = entries;
        floors = new HashMap<>(entries.floors());
    }

    /// The first number of this log that is wanted here.
    long of(LogKey log) {
        return floors.getOrDefault(log, 1L);
    }

    /// Removes some of what stands before this place of a conversation.
    ///
    /// @return whether something was removed, so that more may stand there
    boolean cut(ConversationId conversation, TimelinePosition place) {
        for (LogState log : entries.logs(conversation)) {
            if (log.isEmpty() || log.lamportFrom() > place.lamport()) continue;
            long last = LogPlaces.last(entries, log, log.from() - 1, each -> each.compareTo(place) < 0);
            if (last < log.from()) continue;
            long floor = Math.min(last + 1, log.from() + ENTRIES_A_STEP);
            entries.cutBeginning(log.key(), floor);
            floors.put(log.key(), floor);
            return true;
        }
        return false;
    }
}
