package io.landline.ui.places.sheet;

import io.landline.node.port.Chats;
import io.landline.node.port.Chats.MuteTerm;
import io.landline.node.port.CommandException;
import io.landline.ui.fx.InTurn;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import org.jspecify.annotations.Nullable;

/// Does what the user chooses for a conversation, and says so where it fails. Each takes the conversation's key. JavaFX
/// thread.
final class ConversationCommands {
    private interface Change {
        void make(Chats chats) throws CommandException;
    }

    private final PageContext context;
    /// What is chosen last holds.
    private final InTurn changing;

    ConversationCommands(PageContext context) {
        this.context = context;
        changing = new InTurn(context.background());
    }

    void mute(String key, MuteTerm term) {
        make(key, chats -> chats.mute(key, term));
    }

    void muteButMentions(String key) {
        make(key, chats -> chats.muteButMentions(key));
    }

    void unmute(String key) {
        make(key, chats -> chats.unmute(key));
    }

    void setOnTop(String key, boolean onTop) {
        make(key, chats -> chats.setOnTop(key, onTop));
    }

    void setArchived(String key, boolean archived) {
        make(key, chats -> chats.setArchived(key, archived));
    }

    /// @param name null takes it back
    void setOwnName(String key, @Nullable String name) {
        make(key, chats -> chats.setOwnName(key, name));
    }

    /// All that is there was seen.
    void read(String key) {
        make(key, chats -> {
            chats.read(key);
            chats.history().markUnread(key, false);
        });
    }

    void markUnread(String key) {
        make(key, chats -> chats.history().markUnread(key, true));
    }

    private void make(String key, Change change) {
        changing.run(() -> {
            change.make(context.node().chats());
            return key;
        }, _ -> {}, why -> context.notices().problem(ErrorMessages.sentence(context.language(), why)));
    }
}
