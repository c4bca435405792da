package io.landline.ui.acts;

import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.CommandException;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.MessageActs.Version;
import io.landline.node.port.MessageActs.Votes;
import io.landline.node.port.MessageNotes.Receiver;
import io.landline.node.port.TimelineItem;
import io.landline.peer.Fingerprint;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.ConversationWatch;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.PageContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What became of one message: the people it reached, and what it said before. Confined to the JavaFX thread.
final class MessageViewModel implements AutoCloseable {
    /// @param read people who saw it, as far as they share that
    /// @param delivered people with a computer that has it; people of `read` are left out
    /// @param waiting the other people of the conversation: as far as this node knows, they do not have it yet
    /// @param votes nobody's where it is no poll
    /// @param versions all that it ever said, the first text first; empty where it was never edited
    record Shown(List<Receiver> read, List<Receiver> delivered, List<Contact> waiting, Votes votes,
            List<Version> versions) {}

    private final NodePorts node;
    private final String conversation;
    private final TimelineItem item;
    private final Refresh<Shown> refresh;
    private final ConversationWatch watch;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();

    MessageViewModel(PageContext context, String conversation, TimelineItem item) {
        this.conversation = conversation;
        this.item = item;
        node = context.node();
        refresh = new Refresh<>(context.background(), this::load, shown::set);
        watch = new ConversationWatch(node, context.background(), changed -> {
            if (changed.equals(conversation)) refresh.changed();
        }, refresh::changed);
    }

    private Shown load() throws CommandException {
        List<Version> versions = node.chats().acts().versions(item.id());
        List<Version> edited = versions.size() > 1 ? versions : List.of();
        Votes votes = item instanceof TimelineItem.PollItem ? node.chats().acts().votes(item.id()) : Votes.NONE;
        if (!item.own()) return new Shown(List.of(), List.of(), List.of(), votes, edited);
        List<Receiver> reached = node.chats().notes().receivers(item.id());
        Set<Fingerprint> there = reached.stream().map(Receiver::person).collect(Collectors.toSet());
        return new Shown(reached.stream().filter(Receiver::isRead).toList(),
                reached.stream().filter(each -> !each.isRead()).toList(), without(there), votes, edited);
    }

    /// Who is in the conversation beside these and this user.
    private List<Contact> without(Set<Fingerprint> people) {
        String label = node.chats()
                .list()
                .stream()
                .filter(each -> each.key().equals(conversation))
                .map(Conversation::label)
                .findFirst()
                .orElse(conversation);
        return node.contacts()
                .contacts()
                .stream()
                .filter(each -> isIn(each, label))
                .filter(each -> !people.contains(each.peer()))
                .toList();
    }

    private boolean isIn(Contact contact, String label) {
        if (contact.peer().hex().equals(conversation)) return true;
        return contact.member() && contact.rooms().contains(label);
    }

    /// Null until it is loaded.
    ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    @Override
    public void close() {
        refresh.close();
        watch.close();
    }
}
