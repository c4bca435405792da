package io.landline.chat.sync;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.room.ConversationId;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Something that this user writes, on its way to the disk. Made by any thread, then the conversations' thread's alone,
/// but for [#written].
final class PendingEntry {
    private final ConversationId conversation;
    private final EntryKind kind;
    private final byte[] body;
    private final Consumer<Entry> committed;
    private final CompletableFuture<Entry> written = new CompletableFuture<>();
    private @Nullable Entry entry;
    private @Nullable RuntimeException failure;

    /// @param body at most [Entry#BODY_BYTES_MAX] bytes
    /// @param committed called when the entry is stored, before anybody hears of it
    PendingEntry(ConversationId conversation, EntryKind kind, byte[] body, Consumer<Entry> committed) {
        if (body.length > Entry.BODY_BYTES_MAX) {
            throw new IllegalArgumentException("entry body of " + body.length + " bytes");
        }
        this.conversation = conversation;
        this.kind = kind;
        this.body = body;
        this.committed = committed;
    }

    ConversationId conversation() {
        return conversation;
    }

    EntryKind kind() {
        return kind;
    }

    byte[] body() {
        return body;
    }

    int sentBytes() {
        return Entry.AROUND_BODY_BYTES + body.length;
    }

    /// It is on the disk. Where `committed` fails, only this one has failed.
    void stored(Entry made) {
        entry = made;
        try {
            committed.accept(made);
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    /// It is on its way to everybody: the ones who wait hear of it.
    void finish() {
        if (failure != null) {
            written.completeExceptionally(failure);
        } else {
            written.complete(entry);
        }
    }

    void fail(RuntimeException why) {
        written.completeExceptionally(why);
    }

    /// Completed on the conversations' thread.
    CompletableFuture<Entry> written() {
        return written;
    }
}
