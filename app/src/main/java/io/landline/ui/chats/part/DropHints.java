package io.landline.ui.chats.part;

import io.landline.language.Texts;
import io.landline.ui.control.FileDrop;
import java.util.List;

/// Says what happens to files and folders that are dropped here. Stateless.
public final class DropHints {
    private DropHints() {}

    /// Where something waits above the composer, what is dropped waits with it.
    public static String added(Texts texts) {
        return texts.get("conversation.drop.add");
    }

    /// `Send 3 items to Ada`, `Send holiday.jpg to Ada`.
    ///
    /// @param names of what is held above, at least one: somebody's text
    /// @param to as it is shown
    public static String of(Texts texts, List<String> names, String to) {
        if (names.size() > 1) return texts.format("conversation.drop", names.size(), to);
        return texts.format("conversation.drop.one", FileDrop.firstOf(names), to);
    }
}
