package io.landline.node.conversation;

import io.landline.node.port.ChatHistory.Keep;
import io.landline.node.port.CommandException;
import io.landline.node.port.Keeping;
import io.landline.node.room.ConversationIds;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteRetention;

/// For how long conversations are kept, where no node runs: a choice is stored, and the next node removes what is too
/// old by it. Any thread; waits for the disk.
public final class ProfileKeeping implements Keeping {
    private final SqliteRetention chosen;
    private final JoinedTimeline joined;
    private final ConversationIds ids;

    public ProfileKeeping(SqliteRetention chosen, JoinedTimeline joined, ConversationIds ids) {
        this.chosen = chosen;
        this.joined = joined;
        this.ids = ids;
    }

    @Override
    public Keep kept(String conversation) throws CommandException {
        ConversationId id = ids.of(conversation);
        return DatabaseAccess.of(() -> Keep.ofDays(chosen.days(id)));
    }

    @Override
    public void keep(String conversation, Keep keep) throws CommandException {
        ConversationId id = ids.of(conversation);
        DatabaseAccess.run(() -> {
            chosen.keep(id, keep.days());
            for (ConversationId old : joined.past(id)) chosen.keep(old, keep.days());
        });
    }
}
