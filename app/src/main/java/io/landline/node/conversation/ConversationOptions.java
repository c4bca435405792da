package io.landline.node.conversation;

import io.landline.node.port.Chats.MuteTerm;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Muting;
import io.landline.node.profile.ConversationChoices;
import io.landline.node.room.ConversationIds;
import io.landline.node.room.ConversationResolver.Addressee;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps in the profile what the user chose for conversations: which notify, and where they stand in the list. Any
/// thread; waits for the disk.
public final class ConversationOptions implements Muting {
    private final ConversationIds ids;
    private final ConversationChoices choices;
    private final Consumer<ConversationId> changed;

    /// @param changed is told the conversation afterwards
    public ConversationOptions(ConversationIds ids, ConversationChoices choices, Consumer<ConversationId> changed) {
        this.ids = ids;
        this.choices = choices;
        this.changed = changed;
    }

    private interface Change {
        void make(ConversationId conversation, @Nullable Fingerprint peer);
    }

    @Override
    public void mute(String conversation, MuteTerm term) throws CommandException {
        change(conversation, (id, peer) -> choices.mute(id, peer, term.length()));
    }

    @Override
    public void muteButMentions(String conversation) throws CommandException {
        change(conversation, choices::muteButMentions);
    }

    @Override
    public void unmute(String conversation) throws CommandException {
        change(conversation, (id, _) -> choices.unmute(id));
    }

    public void setOnTop(String conversation, boolean onTop) throws CommandException {
        change(conversation, (id, peer) -> choices.setOnTop(id, peer, onTop));
    }

    public void setArchived(String conversation, boolean archived) throws CommandException {
        change(conversation, (id, peer) -> choices.setArchived(id, peer, archived));
    }

    public void setUnread(String conversation, boolean unread) throws CommandException {
        change(conversation, (id, peer) -> choices.setUnread(id, peer, unread));
    }

    /// As [io.landline.node.port.Chats#setOwnName], by the room's real name.
    public void setOwnName(String room, @Nullable String name) throws CommandException {
        if (name != null && !RoomName.mayBeChosen(name)) {
            throw new CommandException(Code.MALFORMED, OwnRooms.NAME_RULE + " Nothing was changed.");
        }
        ConversationId id = ConversationId.of(ids.room(room).id());
        DatabaseAccess.run(() -> choices.name(id, name));
        changed.accept(id);
    }

    private void change(String conversation, Change change) throws CommandException {
        Addressee of = ids.find(conversation);
        ConversationId id = ids.of(of);
        DatabaseAccess.run(() -> change.make(id, of.person()));
        changed.accept(id);
    }
}
