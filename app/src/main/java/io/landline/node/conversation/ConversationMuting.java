package io.landline.node.conversation;

import io.landline.node.port.Chats.MuteTerm;
import io.landline.node.port.CommandException;
import io.landline.node.port.Muting;
import io.landline.node.profile.ConversationChoices;
import io.landline.node.room.ConversationResolver;
import io.landline.node.room.ConversationResolver.Addressee;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps in the profile which conversations notify. Any thread; waits for the disk.
public final class ConversationMuting implements Muting {
    private final ConversationResolver resolver;
    private final Fingerprint self;
    private final ConversationChoices choices;
    private final Consumer<ConversationId> changed;

    /// @param changed is told the conversation afterwards
    public ConversationMuting(ConversationResolver resolver, Fingerprint self, ConversationChoices choices,
            Consumer<ConversationId> changed) {
        this.resolver = resolver;
        this.self = self;
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

    /// A whole fingerprint is taken as it is: the conversation with a former member stays.
    private void change(String conversation, Change change) throws CommandException {
        Addressee of = Fingerprint.isWhole(conversation)
                ? new Addressee.Direct(Fingerprint.parse(conversation))
                : resolver.find(conversation);
        ConversationId id = of.conversation(self);
        DatabaseAccess.run(() -> change.make(id, of instanceof Addressee.Direct(Fingerprint peer) ? peer : null));
        changed.accept(id);
    }
}
