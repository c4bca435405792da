package io.landline.ui.acts;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/// What was begun in a form and not sent, one a conversation at most. It outlives the page, which is made anew in
/// another language; the node does not keep it. JavaFX thread.
///
/// @param <D> what stands in the fields
public abstract sealed class FormDrafts<D> permits PollDrafts, NewBoxDrafts {
    private final D nothing;
    private final Map<String, D> drafts = new HashMap<>();

    /// @param nothing a form that was not begun
    FormDrafts(D nothing) { this.nothing = nothing; }

    final D of(String conversation) {
        return drafts.getOrDefault(conversation, nothing);
    }

    final void keep(String conversation, D draft) {
        if (draft.equals(nothing)) {
            drafts.remove(conversation);
        } else {
            drafts.put(conversation, draft);
        }
    }

    /// What was begun in other conversations than these is gone with them.
    public final void keepOnly(Predicate<String> conversations) {
        drafts.keySet().removeIf(conversations.negate());
    }
}
