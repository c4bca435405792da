package io.landline.ui.acts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Polls that were begun and not asked, one a conversation at most. It outlives the page, which is made anew in another
/// language; the node does not keep it. JavaFX thread.
public final class PollDrafts {
    /// @param options without the empty fields at the end
    record Draft(String question, List<String> options, boolean many, boolean hidden) {
        static final Draft NOTHING = new Draft("", List.of(), false, false);
    }

    private final Map<String, Draft> drafts = new HashMap<>();

    Draft of(String conversation) {
        return drafts.getOrDefault(conversation, Draft.NOTHING);
    }

    void keep(String conversation, Draft draft) {
        if (draft.equals(Draft.NOTHING)) {
            drafts.remove(conversation);
        } else {
            drafts.put(conversation, draft);
        }
    }

    /// What was begun in other conversations than these is gone with them.
    public void keepOnly(Predicate<String> conversations) {
        drafts.keySet().removeIf(conversations.negate());
    }
}
