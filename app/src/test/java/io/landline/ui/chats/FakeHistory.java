package io.landline.ui.chats;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.ChatHistory;
import io.landline.node.port.CommandException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The past of [FakeChats]. An export is two parts.
public final class FakeHistory implements ChatHistory {
    /// With its format and language: `#class HTML fr`.
    final List<String> exported = new ArrayList<>();

    @Override
    public Part export(String conversation, Format format, Words words, @Nullable TimelinePosition after)
            throws CommandException {
        if (after != null) return new Part("the end\n", null);
        exported.add(conversation + " " + format + " " + words.language());
        return new Part("the beginning\n", FakeChats.position(1));
    }
}
