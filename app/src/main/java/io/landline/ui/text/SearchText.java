package io.landline.ui.text;

import io.landline.chat.view.FoldedText;

/// Names and titles as people look for them, by any part: letters are compared as in a search of messages. Stateless;
/// any thread.
public final class SearchText {
    private SearchText() {}

    /// What is sought, and what it is sought in, compare in this form.
    public static String folded(String text) {
        return FoldedText.whole(text);
    }
}
