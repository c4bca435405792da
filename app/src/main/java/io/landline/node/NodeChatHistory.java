package io.landline.node;

import io.landline.chat.TimelinePosition;
import io.landline.node.conversation.ConversationOptions;
import io.landline.node.conversation.DatabaseAccess;
import io.landline.node.conversation.Exports;
import io.landline.node.conversation.ItemReader;
import io.landline.node.conversation.WindowPages;
import io.landline.node.port.ChatHistory;
import io.landline.node.port.Chats.Page;
import io.landline.node.port.CommandException;
import io.landline.node.profile.OpenProfile;
import io.landline.node.room.ConversationIds;
import io.landline.peer.Fingerprint;
import io.landline.peer.NameOrder;
import io.landline.room.ConversationId;
import io.landline.storage.chat.Timelines;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The past of conversations, from the database. Keeps nothing of its own. Any thread; waits for the disk.
final class NodeChatHistory implements ChatHistory {
    private final NodeParts parts;
    private final ConversationIds ids;
    private final ConversationOptions options;
    private final Timelines timelines;
    private final WindowPages pages;
    private final Supplier<ItemReader> readers;
    private final Exports exports;

    NodeChatHistory(OpenProfile profile, NodeParts parts, ConversationIds ids, ConversationOptions options,
            WindowPages pages, Supplier<ItemReader> readers) {
        this.parts = parts;
        this.pages = pages;
        this.ids = ids;
        this.options = options;
        this.readers = readers;
        timelines = profile.timelines();
        exports = new Exports(parts.talk.joined, readers, parts.talk.names::own, profile.clock());
    }

    @Override
    public Part export(String conversation, Format format, Words words, @Nullable TimelinePosition after)
            throws CommandException {
        String title = Fingerprint.isWhole(conversation)
                ? parts.talk.names.name(Fingerprint.parse(conversation))
                : conversation;
        return DatabaseAccess.of(() -> exports.part(ids.of(conversation), conversation, title, format, words, after));
    }

    @Override
    public Page search(String conversation, Filter filter, int limit) throws CommandException {
        return pages.search(ids.of(conversation), filter, limit);
    }

    @Override
    public List<Author> authors(String conversation) throws CommandException {
        ConversationId id = ids.of(conversation);
        return authors(() -> List.copyOf(parts.talk.joined.authors(id)));
    }

    @Override
    public List<Author> authors() throws CommandException {
        return authors(timelines::authors);
    }

    private List<Author> authors(Supplier<List<Fingerprint>> all) throws CommandException {
        return DatabaseAccess.of(() -> {
            ItemReader reader = readers.get();
            return all.get()
                    .stream()
                    .map(each -> new Author(each, reader.name(each)))
                    .sorted(Comparator.comparing(Author::name, NameOrder.BY_NAME).thenComparing(Author::peer))
                    .limit(AUTHORS_MAX)
                    .toList();
        });
    }

    @Override
    public Page files(String conversation, @Nullable TimelinePosition before, int limit) throws CommandException {
        return pages.files(ids.of(conversation), before, limit);
    }

    @Override
    public void markUnread(String conversation, boolean unread) throws CommandException {
        options.setUnread(conversation, unread);
    }

    @Override
    public Keep kept(String conversation) throws CommandException {
        ConversationId id = ids.of(conversation);
        return DatabaseAccess.of(() -> parts.retention.of(id));
    }

    @Override
    public void keep(String conversation, Keep keep) throws CommandException {
        ConversationId id = ids.of(conversation);
        DatabaseAccess.run(() -> {
            parts.retention.keep(id, keep);
            for (ConversationId old : parts.talk.joined.past(id)) parts.retention.keep(old, keep);
        });
    }
}
