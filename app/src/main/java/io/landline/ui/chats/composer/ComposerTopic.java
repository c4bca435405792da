package io.landline.ui.chats.composer;

import io.landline.node.port.Quote;
import io.landline.node.port.TimelineItem.Called;
import io.landline.room.EntryId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is being written, where it is no new message. Immutable.
public sealed interface ComposerTopic {
    EntryId id();

    /// What the text in the field answers when this is done or given up; null for a new message.
    static @Nullable ComposerTopic after(@Nullable ComposerTopic done) {
        return done instanceof Edit edit ? edit.answered() : null;
    }

    /// @param quote what it answers, as it stood when the answer was begun
    record Reply(EntryId id, Quote quote) implements ComposerTopic {}

    /// @param text of the own message as it stands
    /// @param called the people it calls as it stands
    /// @param draft what stood in the field before
    /// @param answered what that draft answers; null for a new message
    record Edit(EntryId id, String text, List<Called> called, String draft,
            @Nullable Reply answered) implements ComposerTopic {
        /// Whether this is another text than the message has.
        boolean isChange(String now) {
            return !now.isEmpty() && !now.equals(text);
        }

        Edit withDraft(String draft) {
            return new Edit(id, text, called, draft, answered);
        }
    }
}
