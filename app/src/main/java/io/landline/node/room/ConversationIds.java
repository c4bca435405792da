package io.landline.node.room;

import io.landline.node.port.CommandException;
import io.landline.node.room.ConversationResolver.Addressee;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.Room;

/// The conversation that a person or a window names, for all that needs no membership: a whole fingerprint is taken as
/// it is. What was said with a former member stays readable; only writing requires membership. Any thread; reads the
/// database.
public final class ConversationIds {
    private final ConversationResolver resolver;
    private final Fingerprint self;

    public ConversationIds(ConversationResolver resolver, Fingerprint self) {
        this.resolver = resolver;
        this.self = self;
    }

    /// The room, or the other person.
    public Addressee find(String conversation) throws CommandException {
        return Fingerprint.isWhole(conversation)
                ? new Addressee.Direct(Fingerprint.parse(conversation))
                : resolver.findToRead(conversation);
    }

    /// As [ConversationResolver#room].
    public Room room(String name) throws CommandException {
        return resolver.room(name);
    }

    public ConversationId of(String conversation) throws CommandException {
        return of(find(conversation));
    }

    public ConversationId of(Addressee addressee) {
        return addressee.conversation(self);
    }
}
