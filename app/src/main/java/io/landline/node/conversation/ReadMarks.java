package io.landline.node.conversation;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.Chats;
import io.landline.node.port.CommandException;
import io.landline.node.port.Unread;
import io.landline.room.ConversationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far the user has read, with what was said under earlier words of a room. Any thread; waits for the disk.
public final class ReadMarks {
    private final JoinedTimeline joined;
    private final ConversationWriter writer;

    public ReadMarks(JoinedTimeline joined, ConversationWriter writer) {
        this.joined = joined;
        this.writer = writer;
    }

    /// As [Chats#unread].
    public Unread unread(ConversationId id, @Nullable TimelinePosition seenTo) throws CommandException {
        return DatabaseAccess.of(() -> joined.unread(id, seenTo));
    }

    /// All of it.
    public void read(ConversationId id) throws CommandException {
        writer.read(id);
        for (ConversationId old : joined.past(id)) writer.read(old);
    }

    /// As [Chats#read].
    public void read(ConversationId id, TimelinePosition place, List<TimelinePosition> unseen)
            throws CommandException {
        writer.read(id, place, unseen);
        for (ConversationId old : joined.past(id)) writer.read(old, place, unseen);
    }
}
