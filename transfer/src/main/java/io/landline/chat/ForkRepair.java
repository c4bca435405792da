package io.landline.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Mends an own log that has two branches, because a profile was restored or copied and both wrote on: finds by halving
/// where a peer's branch leaves ours, writes what only we have into a new log, and makes room for the peer's branch,
/// which others have already. Confined to the conversations' thread.
final class ForkRepair {
    /// Up to `equal` both branches are the same, at `differs` they are not.
    record Search(LogKey log, long equal, long differs) {
        long middle() {
            return equal + (differs - equal) / 2;
        }

        boolean isDone() {
            return differs == equal + 1;
        }
    }

    private final ChatContext parts;
    private final OwnLogs ownLogs;

    ForkRepair(ChatContext parts, OwnLogs ownLogs) {
        this.parts = parts;
        this.ownLogs = ownLogs;
    }

    /// Begins where an entry with our signature contradicts one that is held.
    void begin(PeerSync link, LogKey log, Entry contradiction) {
        LogState held = parts.entries().log(log);
        if (held == null || link.search != null) return;
        long differs = Math.min(contradiction.header().number(), held.to());
        if (differs < held.from()) return;
        link.search = new Search(log, held.from() - 1, differs);
    }

    /// The peer's entry in the middle, or null where it has none there: then the halves cannot be told apart, and the
    /// log is left as it is. True when the search has come to its end.
    boolean narrow(PeerSync link, Search search, @Nullable Entry middle) {
        if (middle == null || middle.header().number() != search.middle() || !middle.signatureHolds()) {
            link.search = null;
            parts.entries().markForked(search.log());
            parts.events().add(to -> to.forked(search.log()));
            return true;
        }
        boolean same = Arrays.equals(parts.entries().hashAt(search.log(), search.middle()), middle.hash());
        link.search = same
                ? new Search(search.log(), search.middle(), search.differs())
                : new Search(search.log(), search.equal(), search.middle());
        return link.search.isDone();
    }

    /// Writes the lost branch again: the same words and wall-clock times, new numbers and Lamport times.
    void rewrite(Search search) {
        LogKey lost = search.log();
        EntryStore store = parts.entries();
        LogState held = store.log(lost);
        if (held == null) return;
        LogKey target = ownLogs.begin(lost.conversation());
        long clock = store.clock(lost.conversation());
        LogState state = null;
        var again = new ArrayList<Entry>();
        for (long number = search.differs(); number <= held.to();) {
            List<Entry> page = store.range(lost, number, held.to(), false, EntriesFrame.ENTRY_BYTES_MAX);
            if (page.isEmpty()) break;
            number = page.getLast().header().number() + 1;
            for (Entry entry : page) {
                byte[] lostBody = entry.body();
                if (lostBody == null) continue;
                byte[] body = Again.body(entry, lostBody);
                Entry copy = ownLogs.next(target, state, clock, entry.header().writtenMillis(), entry.kind(), body);
                clock = LamportClock.after(clock, List.of(copy));
                EntryHeader header = copy.header();
                state = new LogState(target, header.authorKey(), 1, header.number(), copy.hash(), header.previous(),
                        header.lamport(), header.lamport(), false);
                again.add(copy);
            }
        }
        store.rewrite(lost, search.differs(), again, clock);
        for (Entry entry : again) parts.events().add(to -> to.stored(entry, true));
    }
}
