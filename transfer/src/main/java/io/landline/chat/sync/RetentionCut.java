package io.landline.chat.sync;

import io.landline.chat.EntryStore;
import io.landline.chat.LogKey;
import io.landline.chat.LogState;
import io.landline.chat.TimelinePosition;
import io.landline.room.ConversationId;
import java.util.Map;
import java.util.stream.Collectors;

/// What a user does not keep of a conversation: the entries before a place of its timeline. Entries that came after
/// that place was found stay, even where they stand before it: nobody looked at them. Immutable.
///
/// @param until the last number of each log when the place was found
record RetentionCut(ConversationId conversation, TimelinePosition place, Map<LogKey, Long> until) {
    RetentionCut {
        until = Map.copyOf(until);
    }

    /// On the conversations' thread, where nothing comes between the look and this.
    static RetentionCut of(EntryStore entries, ConversationId conversation, TimelinePosition place) {
        return new RetentionCut(conversation, place, entries.logs(conversation)
                .stream()
                .collect(Collectors.toMap(LogState::key, LogState::to)));
    }
}
