package io.landline.node.conversation;

import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.LogKey;
import io.landline.node.port.Subscription;
import io.landline.node.room.ConversationLabels;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Tells windows which conversation shows something new. Before that, what was kept of it is forgotten. Any thread;
/// mostly the conversations' queue.
public final class ChatChanges implements ConversationListener {
    private final ConversationLabels labels;
    private final UnreadCalls calls;
    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();

    public ChatChanges(ConversationLabels labels, UnreadCalls calls) {
        this.labels = labels;
        this.calls = calls;
    }

    /// Calls the listener with the conversation that holds something new.
    public Subscription watch(Consumer<String> changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    /// Something else than a new entry changed it, such as that it was read here.
    public void changed(ConversationId conversation) {
        calls.forget(conversation);
        tell(conversation);
    }

    private void tell(ConversationId conversation) {
        if (watchers.isEmpty()) return;
        String label = labels.label(conversation);
        for (Consumer<String> watcher : watchers) watcher.accept(label);
    }

    @Override
    public void stored(Entry entry, EntrySource source) {
        calls.came(List.of(entry));
        tell(entry.header().conversation());
    }

    @Override
    public void olderStored(List<Entry> entries) {
        calls.came(entries);
        if (!entries.isEmpty()) tell(entries.getFirst().header().conversation());
    }

    @Override
    public void erased(Entry entry) {
        changed(entry.header().conversation());
    }

    /// The conversation with that author alone has the name as its title, and is named by the author.
    @Override
    public void named(ConversationId conversation, Fingerprint author) {
        tell(conversation);
        for (Consumer<String> watcher : watchers) watcher.accept(author.hex());
    }

    @Override
    public void delivered(ConversationId conversation, Fingerprint peer, LogKey log, long upTo) {
        tell(conversation);
    }

    @Override
    public void read(ConversationId conversation, Fingerprint peer, LogKey log, long upTo) {
        tell(conversation);
    }

    @Override
    public void paused(Pause pause) {
        tell(pause.conversation());
    }

    @Override
    public void pauseEnded(Pause pause) {
        tell(pause.conversation());
    }
}
