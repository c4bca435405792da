package io.landline.node.message;

import io.landline.chat.KeptDraft;
import io.landline.chat.TimelinePosition;
import io.landline.filetransfer.FilesToSend;
import io.landline.node.conversation.ChatChanges;
import io.landline.node.conversation.ConversationDrafts;
import io.landline.node.conversation.ConversationList;
import io.landline.node.conversation.ConversationOptions;
import io.landline.node.conversation.ConversationWriter;
import io.landline.node.conversation.PausedPeople;
import io.landline.node.conversation.ReadMarks;
import io.landline.node.conversation.WindowPages;
import io.landline.node.port.ChatHistory;
import io.landline.node.port.ChatHistory.Filter;
import io.landline.node.port.Chats;
import io.landline.node.port.CommandException;
import io.landline.node.port.MessageActs;
import io.landline.node.port.MessageNotes;
import io.landline.node.port.Subscription;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.Unread;
import io.landline.node.room.ConversationIds;
import io.landline.peer.Fingerprint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Conversations as a window and programs see them: finds which one is meant, and asks the part that knows. Keeps
/// nothing of its own. Any thread; waits for the disk.
public final class NodeChats implements Chats {
    /// What is done in conversations.
    ///
    /// @param drafts what was typed and not sent
    public record Writing(MessageActs acts, MessageNotes notes, ConversationWriter writer, ReadMarks read,
            ConversationOptions options, ConversationDrafts drafts) {}

    /// What is seen of conversations.
    public record Reading(ChatHistory history, ConversationList list, WindowPages pages, PausedPeople paused,
            ChatChanges changes) {}

    private final ConversationIds ids;
    private final Writing writing;
    private final Reading reading;

    public NodeChats(ConversationIds ids, Writing writing, Reading reading) {
        this.ids = ids;
        this.writing = writing;
        this.reading = reading;
    }

    @Override
    public MessageActs acts() {
        return writing.acts;
    }

    @Override
    public ChatHistory history() {
        return reading.history;
    }

    @Override
    public MessageNotes notes() {
        return writing.notes;
    }

    @Override
    public List<Conversation> list() {
        return reading.list.all();
    }

    @Override
    public Page page(String conversation, @Nullable TimelinePosition before, int limit) throws CommandException {
        return reading.pages.before(ids.of(conversation), before, limit);
    }

    @Override
    public List<TimelineItem> after(String conversation, TimelinePosition after, int limit) throws CommandException {
        return reading.pages.after(ids.of(conversation), after, limit);
    }

    @Override
    public Page search(String conversation, String words, int limit) throws CommandException {
        return reading.pages.search(ids.of(conversation), words, limit);
    }

    @Override
    public FoundPage searchAll(Filter wanted, int limit) throws CommandException {
        return reading.pages.searchAll(wanted, limit);
    }

    @Override
    public List<Paused> paused(String conversation) throws CommandException {
        return reading.paused.in(ids.of(conversation));
    }

    @Override
    public Set<Fingerprint> paused() {
        return reading.paused.everywhere();
    }

    @Override
    public void allowMore(Fingerprint person) {
        reading.paused.allowMore(person);
    }

    @Override
    public StoredText say(String to, String text) throws CommandException {
        return writing.writer.say(to, text);
    }

    @Override
    public Sent send(String to, FilesToSend what) throws CommandException {
        return writing.writer.send(to, what);
    }

    @Override
    public Subscription watch(Consumer<String> changed) {
        return reading.changes.watch(changed);
    }

    @Override
    public Unread unread(String conversation, @Nullable TimelinePosition seenTo) throws CommandException {
        return writing.read.unread(ids.of(conversation), seenTo);
    }

    @Override
    public void read(String conversation) throws CommandException {
        writing.read.read(ids.of(conversation));
    }

    @Override
    public void read(String conversation, TimelinePosition place, List<TimelinePosition> unseen)
            throws CommandException {
        writing.read.read(ids.of(conversation), place, unseen);
    }

    @Override
    public Map<String, KeptDraft> drafts() {
        return writing.drafts.all();
    }

    @Override
    public void keepDraft(String conversation, KeptDraft draft) throws CommandException {
        writing.drafts.keep(conversation, draft);
    }

    @Override
    public void mute(String conversation, MuteTerm term) throws CommandException {
        reading.list.bringBack();
        writing.options.mute(conversation, term);
    }

    @Override
    public void muteButMentions(String conversation) throws CommandException {
        writing.options.muteButMentions(conversation);
    }

    @Override
    public void unmute(String conversation) throws CommandException {
        writing.options.unmute(conversation);
    }

    @Override
    public void setOnTop(String conversation, boolean onTop) throws CommandException {
        writing.options.setOnTop(conversation, onTop);
    }

    @Override
    public void setArchived(String conversation, boolean archived) throws CommandException {
        writing.options.setArchived(conversation, archived);
    }

    @Override
    public void setOwnName(String room, @Nullable String name) throws CommandException {
        writing.options.setOwnName(room, name);
    }
}
