package io.landline.chat;

import io.landline.chat.EntryHeader.Place;
import io.landline.chat.EntryStore.Durability;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What this node writes: numbers, chains, signs and commits it. Confined to the conversations' thread.
final class OwnLogs {
    private final ChatContext parts;

    OwnLogs(ChatContext parts) { this.parts = parts; }

    /// The entry is on the disk when this returns.
    Entry append(ConversationId conversation, EntryKind kind, byte[] body) {
        long clock = parts.entries().clock(conversation);
        LogKey log = current(conversation);
        LogState held = parts.entries().log(log);
        if (held != null && held.forked()) {
            log = begin(conversation);
            held = null;
        }
        Entry entry = next(log, held, clock, parts.clock().millis(), kind, body);
        parts.entries().add(List.of(entry), LamportClock.after(clock, List.of(entry)), Durability.FULL);
        return entry;
    }

    private LogKey current(ConversationId conversation) {
        Long log = parts.entries().ownLog(conversation);
        return log == null ? begin(conversation) : new LogKey(conversation, parts.me(), log);
    }

    /// From now on this node writes into a new log: peers may hold entries of the present one that we lack.
    LogKey begin(ConversationId conversation) {
        long log = parts.random().nextLong();
        parts.entries().setOwnLog(conversation, log);
        return new LogKey(conversation, parts.me(), log);
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
