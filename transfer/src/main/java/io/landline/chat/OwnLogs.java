package io.landline.chat;

import io.landline.chat.EntryHeader.Place;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import org.jspecify.annotations.Nullable;

/// What this node writes: numbers, chains, signs and commits it. Confined to the conversations' thread; while
/// that waits for the store, the store's thread makes the entry.
final class OwnLogs {
    private final ChatContext parts;

    OwnLogs(ChatContext parts) { this.parts = parts; }

    /// Writes the next entry. It begins a new log if this node has none yet, or if the present one is forked. On the
    /// disk when this returns. Made within the store's own transaction, so that nothing has to be read before it.
    ///
    /// @param directPeer the other side of a direct conversation, as far as this run knows it
    Entry append(ConversationId conversation, @Nullable Fingerprint directPeer, EntryKind kind, byte[] body) {
        long written = parts.clock().millis();
        return parts.entries().append(conversation, parts.me(), directPeer, own -> {
            LogState held = own.held();
            Long log = held != null && held.forked() ? null : own.id();
            return log == null
                    ? next(newLog(conversation), null, own.clock(), written, kind, body)
                    : next(new LogKey(conversation, parts.me(), log), held, own.clock(), written, kind, body);
        });
    }

    private LogKey newLog(ConversationId conversation) {
        return new LogKey(conversation, parts.me(), parts.random().nextLong());
    }

    /// From now on this node writes into a new log: peers may hold entries of the present one that we lack.
    LogKey begin(ConversationId conversation) {
        LogKey log = newLog(conversation);
        parts.entries().setOwnLog(conversation, log.log());
        return log;
    }

    boolean isCurrent(LogKey log) {
        Long current = parts.entries().ownLog(log.conversation());
        return current != null && current == log.log();
    }

    /// The entry that comes after what is held of a log.
    Entry next(LogKey log, @Nullable LogState held, long clock, long writtenMillis, EntryKind kind, byte[] body) {
        long number = held == null ? 1 : held.to() + 1;
        byte[] previous = held == null ? new byte[Sha256.BYTES] : held.hash();
        long lamport = Math.max(clock, held == null ? 0 : held.lamportTo()) + 1;
        var header = new EntryHeader(log.conversation(), parts.self().publicKey(),
                new Place(log.log(), number, previous), lamport, Math.max(0, writtenMillis), kind, body.length,
                Sha256.of(body));
        return Entry.signed(parts.self(), header, body);
    }
}
