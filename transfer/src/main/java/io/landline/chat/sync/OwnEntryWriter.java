package io.landline.chat.sync;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.RetiredRoomException;
import io.landline.peer.Fingerprint;
import io.landline.queue.PartClosedException;
import io.landline.queue.SerialQueue;
import io.landline.room.ConversationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/// Has written what is handed in: in the order in which it came, together with what waits beside it, and not before
/// [WritingGate] lets it. Any thread hands in; it is written on the conversations' thread.
final class OwnEntryWriter {
    private final ChatContext context;
    private final ConversationsCore core;
    private final SerialQueue queue;
    private final Map<ConversationId, Fingerprint> addressed;
    private final WritingGate gate;
    private final Consumer<RuntimeException> failed;
    private final UnwrittenEntries drafts = new UnwrittenEntries();

    /// @param queue the conversations' thread
    /// @param addressed the other sides of direct conversations, as far as this run knows them
    /// @param failed told of what could not be written, as are those who handed it in
    OwnEntryWriter(ChatContext context, ConversationsCore core, SerialQueue queue,
            Map<ConversationId, Fingerprint> addressed, WritingGate gate, Consumer<RuntimeException> failed) {
        this.context = context;
        this.core = core;
        this.queue = queue;
        this.addressed = addressed;
        this.gate = gate;
        this.failed = failed;
    }

    /// As [Conversations#append].
    Entry append(ConversationId conversation, EntryKind kind, byte[] body, Consumer<Entry> committed) {
        var pending = new PendingEntry(conversation, kind, body, committed);
        awaitMayWrite(conversation);
        drafts.add(pending);
        try {
            queue.call(() -> {
                while (!pending.written().isDone()) writeNext();
                return pending;
            });
        } catch (PartClosedException e) {
            if (drafts.takeBack(pending)) throw e;
        }
        return written(pending);
    }

    private static Entry written(PendingEntry pending) {
        try {
            return pending.written().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException why) throw why;
            throw e;
        }
    }

    /// As [Conversations#appendSoon].
    CompletableFuture<Entry> appendSoon(ConversationId conversation, EntryKind kind, byte[] body) {
        var pending = new PendingEntry(conversation, kind, body, _ -> {});
        awaitMayWrite(conversation);
        drafts.add(pending);
        Runnable closed = () -> {
            if (drafts.takeBack(pending)) pending.fail(new PartClosedException("the queue of conversations"));
        };
        if (!queue.post(this::writeNext, closed)) closed.run();
        return pending.written();
    }

    /// As [Conversations#appendLater].
    void appendLater(ConversationId conversation, EntryKind kind, byte[] body, Consumer<Entry> committed) {
        var pending = new PendingEntry(conversation, kind, body, committed);
        drafts.add(pending);
        if (!queue.post(this::writeNext)) drafts.takeBack(pending);
    }

    private void awaitMayWrite(ConversationId conversation) {
        if (!queue.isRunningHere()) gate.await(conversation);
    }

    /// Writes what waits together. Each draft comes with such a step, so none is forgotten. Where the queue is closing
    /// and takes no step, its draft is taken back: a step before the end would write what its author was refused.
    private void writeNext() {
        List<PendingEntry> group = mayBeWritten(drafts.next());
        if (group.isEmpty()) return; // written together with those before
        try {
            core.append(addressed.get(group.getFirst().conversation()), group, queue.uptime());
            group.forEach(PendingEntry::finish);
        } catch (RuntimeException e) {
            failed.accept(e);
            group.forEach(pending -> pending.fail(e));
        }
    }

    /// These without what was said too late: the room goes on with other words, and who was left out would read it.
    /// What belongs to files that were offered there before is written there.
    ///
    /// @param group of one conversation
    private List<PendingEntry> mayBeWritten(List<PendingEntry> group) {
        if (group.isEmpty()) return group;
        if (!context.membership().isRetired(group.getFirst().conversation().asRoom())) return group;
        var allowed = new ArrayList<PendingEntry>();
        for (PendingEntry pending : group) {
            if (pending.kind().isShown() || pending.kind().isAct()) {
                pending.fail(new RetiredRoomException());
            } else {
                allowed.add(pending);
            }
        }
        return allowed;
    }
}
