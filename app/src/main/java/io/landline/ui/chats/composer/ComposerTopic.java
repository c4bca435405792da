package io.landline.ui.chats.composer;

import io.landline.node.port.Chats.Called;
import io.landline.room.EntryId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is being written, where it is no new message. Immutable.
public sealed interface ComposerTopic {
    EntryId id();

    /// @param name the author of the message that it answers: somebody's text
    /// @param text of that message: somebody's text
    record Reply(EntryId id, String name, String text) implements ComposerTopic {}

    /// @param text of the own message as it stands
    /// @param called the people it calls as it stands
    /// @param draft what stood in the field before
    /// @param answered what that draft answers; null for a new message
    record Edit(EntryId id, String text, List<Called> called, String draft,
            @Nullable Reply answered) implements ComposerTopic {
        Edit withDraft(String draft) {
            return new Edit(id, text, called, draft, answered);
        }
    }
}
