package io.landline.chat.sync;

import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.EntryHeader;
import io.landline.chat.EntryHeader.Place;
import io.landline.chat.EntryKind;
import io.landline.chat.LogKey;
import io.landline.chat.LogState;
import io.landline.chat.act.Delete;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What this node writes: numbers, chains, signs and commits it. Confined to the conversations' thread; while
/// that waits for the store, the store's thread makes the entry.
final class OwnLogs {
    private final ChatContext context;

    OwnLogs(ChatContext context) { this.context = context; }

    /// Writes the next entries. They begin a new log if this node has none yet. On the disk when this returns. Made
    /// within the store's own transaction, so that nothing has to be read before it.
    ///
    /// @param directPeer the other side of a direct conversation, as far as this run knows it
    /// @param drafts one at least, of one conversation
    List<Entry> append(@Nullable Fingerprint directPeer, List<PendingEntry> drafts) {
        long written = context.clock().millis();
        ConversationId conversation = drafts.getFirst().conversation();
        return context.entries().append(conversation, context.me(), directPeer, own -> {
            Long log = own.id();
            Chain chain = log == null
                    ? new Chain(newLog(conversation), null, own.clock())
                    : new Chain(new LogKey(conversation, context.me(), log), own.held(), own.clock());
            List<Unsigned> next = drafts.stream()
                    .map(pending -> new Unsigned(chain.next(written, pending.kind(), pending.body()), pending.body()))
                    .toList();
            // a header names the hash of the one before, not its signature: so all can be signed at once
            return next.size() == 1 // nearly always
                    ? List.of(signed(next.getFirst()))
                    : next.parallelStream().map(this::signed).toList();
        });
    }

    /// A delete for a room into which nothing is written any more. It is no entry of a log: others get it in the place
    /// of what it deletes. Any thread.
    Deletion deletionFor(ConversationId room, Delete act) {
        byte[] body = act.toBody();
        long clock = context.entries().clock(room);
        Unsigned delete = new Unsigned(new Chain(newLog(room), null, clock).next(context.clock().millis(),
                EntryKind.DELETE, body), body);
        return Objects.requireNonNull(Deletion.orNull(signed(delete)), "an own delete of an own message");
    }

    private record Unsigned(EntryHeader header, byte[] body) {}

    private Entry signed(Unsigned entry) {
        return Entry.signed(context.self(), entry.header(), entry.body());
    }

    private LogKey newLog(ConversationId conversation) {
        return new LogKey(conversation, context.me(), context.random().nextLong());
    }

    /// From now on this node writes into a new log: peers may hold entries of the present one that we lack.
    LogKey begin(ConversationId conversation) {
        LogKey log = newLog(conversation);
        context.entries().setOwnLog(conversation, log.log());
        return log;
    }

    boolean isCurrent(LogKey log) {
        Long current = context.entries().ownLog(log.conversation());
        return current != null && current == log.log();
    }

    /// The entry that comes after what is held of a log.
    Entry next(LogKey log, @Nullable LogState held, long clock, long writtenMillis, EntryKind kind, byte[] body) {
        return signed(new Unsigned(new Chain(log, held, clock).next(writtenMillis, kind, body), body));
    }

    /// Headers that follow each other in a log.
    private final class Chain {
        private final LogKey log;
        private long number;
        private byte[] previous;
        private long lamport;

        Chain(LogKey log, @Nullable LogState held, long clock) {
            this.log = log;
            number = held == null ? 0 : held.to();
            previous = held == null ? new byte[Sha256.BYTES] : held.hash();
            lamport = Math.max(clock, held == null ? 0 : held.lamportTo());
        }

        EntryHeader next(long writtenMillis, EntryKind kind, byte[] body) {
            var header = new EntryHeader(log.conversation(), context.self().publicKey(),
                    new Place(log.log(), ++number, previous), ++lamport, Math.max(0, writtenMillis), kind, body.length,
                    Sha256.of(body));
            previous = Sha256.of(header.encode());
            return header;
        }
    }
}
