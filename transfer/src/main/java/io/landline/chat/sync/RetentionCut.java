package io.landline.chat.sync;

import io.landline.chat.EntryStore;
import io.landline.chat.LogKey;
import io.landline.chat.LogState;
import io.landline.chat.TimelinePosition;
import io.landline.room.ConversationId;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// What a user does not keep of a conversation: the entries before a place of its timeline. Entries that came after
/// that place was found stay, even where they stand before it: nobody looked at them. It is done log by log, since a
/// peer may have thousands. Confined to the conversations' thread.
final class RetentionCut {
    /// @param until its last number when the place was found
    record Part(LogKey log, long until) {}

    private final ConversationId conversation;
    private final TimelinePosition place;
    private final Deque<Part> left = new ArrayDeque<>();

    private RetentionCut(ConversationId conversation, TimelinePosition place) {
        this.conversation = conversation;
        this.place = place;
    }

    /// On the conversations' thread, where nothing comes between the look and this.
    static RetentionCut of(EntryStore entries, ConversationId conversation, TimelinePosition place) {
        var cut = new RetentionCut(conversation, place);
        for (LogState log : entries.logs(conversation)) {
            if (cut.reaches(log)) cut.left.add(new Part(log.key(), log.to()));
        }
        return cut;
    }

    ConversationId conversation() {
        return conversation;
    }

    TimelinePosition place() {
        return place;
    }

    /// Whether something of the log may stand before the place.
    boolean reaches(LogState log) {
        return !log.isEmpty() && log.lamportFrom() <= place.lamport();
    }

    /// What is to be cut next; null where nothing is left.
    @Nullable
    Part next() {
        return left.peek();
    }

    /// Nothing is left of that part.
    void done() {
        left.remove();
    }
}
