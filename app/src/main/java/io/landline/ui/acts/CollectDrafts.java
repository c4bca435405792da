package io.landline.ui.acts;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/// Hand-in boxes that were begun and not made, one a conversation at most. It outlives the page, which is made anew in
/// another language; the node does not keep it. JavaFX thread.
public final class CollectDrafts {
    /// What stands in the fields.
    record Draft(String title, String until, String names, String size) {
        static final Draft NOTHING = new Draft("", "", "", "");
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
