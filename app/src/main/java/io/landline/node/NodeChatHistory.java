package io.landline.node;

import io.landline.chat.EntryStoreException;
import io.landline.chat.TimelinePosition;
import io.landline.node.port.ChatHistory;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.CommandException;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.StorageException;
import org.jspecify.annotations.Nullable;

/// The past of conversations, from the database. Keeps nothing of its own. Any thread; waits for the disk.
final class NodeChatHistory implements ChatHistory {
    private final NodeParts parts;
    private final Fingerprint self;
    private final Exports exports;

    NodeChatHistory(OpenProfile profile, NodeParts parts, Fingerprint self) {
        this.parts = parts;
        this.self = self;
        exports = new Exports(profile.timelines(), () -> new ItemReader(self, parts.names, profile.timelines(),
                profile.timelineViews(), false), () -> profile.name().value());
    }

    private interface Question<T> {
        T ask() throws CommandException;
    }

    private static <T> T ask(Question<T> question) throws CommandException {
        try {
            return question.ask();
        } catch (StorageException | EntryStoreException e) {
            throw new CommandException(Code.STORAGE, String.valueOf(e.getMessage()));
        }
    }

    /// What was said stays readable when the other is a member of no room any more.
    private ConversationId id(String conversation) throws CommandException {
        if (Fingerprint.isWhole(conversation)) return ConversationId.direct(self, Fingerprint.parse(conversation));
        return parts.resolver.find(conversation).conversation(self);
    }

    @Override
    public Part export(String conversation, Format format, Words words, @Nullable TimelinePosition after)
            throws CommandException {
        String title = Fingerprint.isWhole(conversation)
                ? parts.names.name(Fingerprint.parse(conversation))
                : conversation;
        return ask(() -> exports.part(id(conversation), title, format, words, after));
    }
}
