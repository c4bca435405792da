package io.landline.ui.acts;

import java.util.List;

/// Polls that were begun and not asked.
public final class PollDrafts extends FormDrafts<PollDrafts.Draft> {
    /// @param options without the empty fields at the end
    record Draft(String question, List<String> options, boolean many, boolean hidden) {
        static final Draft NOTHING = new Draft("", List.of(), false, false);
    }

    public PollDrafts() { super(Draft.NOTHING); }
}
