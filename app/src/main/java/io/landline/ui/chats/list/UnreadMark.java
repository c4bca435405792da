package io.landline.ui.chats.list;

import io.landline.node.port.Chats.Conversation;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Marks conversations to come back to, until they are opened. JavaFX thread.
public final class UnreadMark {
    private final PageContext context;

    public UnreadMark(PageContext context) { this.context = context; }

    /// New messages of a conversation; a mark counts as one where there are none.
    static int count(Conversation of) {
        return count(of, of.unread());
    }

    private static int count(Conversation of, int told) {
        return told == 0 && of.markedUnread() ? 1 : told;
    }

    /// What counts outside of the list: nothing of an archived conversation, and where the user is told of mentions
    /// only, these.
    ///
    /// @param mutedToo whether muted conversations count like others; else nothing of theirs counts
    static int countAll(List<Conversation> all, boolean mutedToo) {
        return all.stream()
                .filter(each -> !each.archived() && (mutedToo || !each.muted()))
                .mapToInt(each -> count(each, each.mentionsOnly() ? each.calls() : each.unread()))
                .sum();
    }

    /// The user opened it.
    public void opened(@Nullable Conversation of) {
        if (of != null && of.markedUnread()) set(of.key(), false);
    }

    public void set(String key, boolean marked) {
        context.background().run(() -> {
            context.node().chats().history().markUnread(key, marked);
            return key;
        }, _ -> {}, why -> context.notices().problem(ErrorMessages.sentence(context.language(), why)));
    }
}
