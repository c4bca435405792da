package io.landline.ui.chats.composer;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What was being answered or changed in conversations that are not open. It outlives the page, which is made anew in
/// another language; the node does not keep it. JavaFX thread.
public final class ComposerTopics {
    /// @param text what stood in the field: for a change, the new text so far
    record SetAside(ComposerTopic topic, String text) {}

    private final Map<String, SetAside> topics = new HashMap<>();

    void keep(String conversation, SetAside what) {
        topics.put(conversation, what);
    }

    /// What could not be sent there is begun again.
    ///
    /// @param draft what stands in the field there
    /// @param said what was sent
    void takeUp(String conversation, ComposerTopic about, String draft, String said) {
        keep(conversation, switch (about) {
            case ComposerTopic.Reply reply -> new SetAside(reply, draft);
            case ComposerTopic.Edit edit -> new SetAside(edit.withDraft(draft), said);
        });
    }

    /// The same as [#take] takes; it stays.
    @Nullable
    ComposerTopic of(String conversation) {
        SetAside begun = topics.get(conversation);
        return begun == null ? null : begun.topic();
    }

    /// Null where nothing was.
    @Nullable
    public SetAside take(String conversation) {
        return topics.remove(conversation);
    }

    /// What was begun in other conversations than these is gone with them.
    public void keepOnly(Predicate<String> conversations) {
        topics.keySet().removeIf(conversations.negate());
    }
}
