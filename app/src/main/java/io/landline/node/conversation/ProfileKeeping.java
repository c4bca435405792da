package io.landline.node.conversation;

import io.landline.node.port.ChatHistory.Keep;
import io.landline.node.port.CommandException;
import io.landline.node.port.Keeping;
import io.landline.node.room.ConversationResolver;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteRetention;

/// For how long conversations are kept, where no node runs: a choice is stored, and the next node removes what is too
/// old by it. Any thread; waits for the disk.
public final class ProfileKeeping implements Keeping {
    private final SqliteRetention chosen;
    private final JoinedTimeline joined;
    private final ConversationResolver resolver;
    private final Fingerprint self;

    public ProfileKeeping(SqliteRetention chosen, JoinedTimeline joined, ConversationResolver resolver,
            Fingerprint self) {
        this.chosen = chosen;
        this.joined = joined;
        this.resolver = resolver;
        this.self = self;
    }

    @Override
    public Keep kept(String conversation) throws CommandException {
        ConversationId id = id(conversation);
        return DatabaseAccess.of(() -> Keep.ofDays(chosen.days(id)));
    }

    @Override
    public void keep(String conversation, Keep keep) throws CommandException {
        ConversationId id = id(conversation);
        DatabaseAccess.run(() -> {
            chosen.keep(id, keep.days());
            for (ConversationId old : joined.past(id)) chosen.keep(old, keep.days());
        });
    }

    /// A whole fingerprint is taken as it is: what was said stays readable when the other is a member no more.
    private ConversationId id(String conversation) throws CommandException {
        if (Fingerprint.isWhole(conversation)) return ConversationId.direct(self, Fingerprint.parse(conversation));
        return resolver.find(conversation).conversation(self);
    }
}
