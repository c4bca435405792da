package io.landline.chat.sync;

import io.landline.chat.ConversationListener.EntrySource;
import io.landline.chat.Entry;
import io.landline.chat.EntryHeader;
import io.landline.chat.EntryStore;
import io.landline.chat.Fork;
import io.landline.chat.LogKey;
import io.landline.chat.LogState;
import io.landline.chat.RewrittenMessage;
import io.landline.chat.frame.EntriesFrame;
import io.landline.room.ConversationId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds by halving where two branches of a log part, and mends our own: writes what only we have into another log.
/// Confined to the conversations' thread.
final class ForkRepair {
    /// Up to `equal` both branches are the same, at `differs` they are not.
    ///
    /// @param theirs the peer's entry at `differs`; null as long as it is not known
    record Search(LogKey log, long equal, long differs, @Nullable Entry theirs) {
        /// What to ask the peer for.
        long middle() {
            return differs == equal + 1 ? differs : equal + (differs - equal) / 2;
        }

        boolean isDone() {
            return differs == equal + 1 && theirs != null;
        }
    }

    private final ChatContext context;
    private final OwnLogs ownLogs;

    ForkRepair(ChatContext context, OwnLogs ownLogs) {
        this.context = context;
        this.ownLogs = ownLogs;
    }

    /// Begins where a run that its author signed contradicts what is held.
    void begin(PeerLink link, List<Entry> run) {
        LogKey log = run.getLast().log();
        LogState held = context.entries().log(log);
        if (held == null || held.isEmpty() || link.search != null) return;
        long from = held.from();
        for (Entry theirs : run) {
            long number = theirs.header().number();
            if (number < from || number > held.to() || isHeld(theirs)) continue;
            boolean parted = number == from || Arrays.equals(hashAt(log, number - 1), theirs.header().previous());
            link.search = new Search(log, parted ? number - 1 : from - 1, number, theirs);
            return;
        }
        long differs = run.getFirst().header().number() > held.to() ? held.to() : from;
        link.search = new Search(log, from - 1, differs, null);
    }

    private boolean isHeld(Entry entry) {
        return Arrays.equals(hashAt(entry.log(), entry.header().number()), entry.hash());
    }

    private byte @Nullable [] hashAt(LogKey log, long number) {
        return context.entries().hashAt(log, number);
    }

    /// @param run the peer's entries from the one in the middle on; empty where it has none there: then the halves
    ///        cannot be told apart, and the search ends
    void narrow(PeerLink link, Search search, List<Entry> run) {
        link.search = null;
        boolean answers = !run.isEmpty() && run.getFirst().log().equals(search.log())
                && run.getFirst().header().number() == search.middle() && run.getLast().signatureHolds();
        if (!answers) {
            leave(search.log());
            return;
        }
        Entry middle = run.getFirst();
        if (!isHeld(middle)) {
            link.search = new Search(search.log(), search.equal(), search.middle(), middle);
        } else if (search.middle() < search.differs()) {
            link.search = new Search(search.log(), search.middle(), search.differs(), search.theirs());
        }
    }

    /// Where the branches part is not to be found out: what we write goes into another log.
    void leave(LogKey log) {
        if (context.isOwn(log) && ownLogs.isCurrent(log)) ownLogs.begin(log.conversation());
    }

    /// What a search that is done has found; null where a signature on the way was lost, and nobody can prove it.
    @Nullable
    Fork proof(Search search) {
        List<Entry> ours = context.entries()
                .range(search.log(), search.differs(), search.differs(), false,
                        Integer.MAX_VALUE);
        Entry theirs = search.theirs();
        if (ours.isEmpty() || theirs == null || !Fork.contradict(ours.getFirst(), theirs)) return null;
        var fork = new Fork(ours.getFirst(), theirs);
        return fork.holds() ? fork : null;
    }

    /// Whether the branch that others have may take the place of ours, after ours was written again: the first time.
    /// If we had left this log before, others may have both.
    boolean mayGiveWay(LogKey log) {
        return ownLogs.isCurrent(log);
    }

    /// Writes an own branch again and takes it away: the same words and wall-clock times, new numbers and Lamport
    /// times.
    ///
    /// @param from the first number of the branch
    /// @param fork remembered with it; null where the branch that others have takes its place
    void rewrite(LogKey lost, long from, @Nullable Fork fork) {
        EntryStore store = context.entries();
        ConversationId conversation = lost.conversation();
        LogState held = store.log(lost);
        Long current = store.ownLog(conversation);
        LogKey target = current == null || current == lost.log()
                ? ownLogs.begin(conversation)
                : new LogKey(conversation, context.me(), current);
        LogState state = store.log(target);
        long clock = store.clock(conversation);
        var again = new ArrayList<Entry>();
        long to = held == null ? 0 : held.to();
        for (long number = held == null ? 1 : Math.max(from, held.from()); number <= to;) {
            List<Entry> page = store.range(lost, number, to, false, EntriesFrame.ENTRY_BYTES_MAX);
            if (page.isEmpty()) break;
            number = page.getLast().header().number() + 1;
            for (Entry entry : page) {
                byte[] lostBody = entry.body();
                if (lostBody == null) continue;
                Entry copy = ownLogs.next(target, state, clock, entry.header().writtenMillis(), entry.kind(),
                        RewrittenMessage.body(entry, lostBody));
                clock = LamportClock.after(clock, List.of(copy));
                EntryHeader header = copy.header();
                state = new LogState(target, header.authorKey(), 1, header.number(), copy.hash(), header.previous(),
                        header.lamport(), header.lamport());
                again.add(copy);
            }
        }
        store.rewrite(lost, from, again, clock, fork);
        for (Entry entry : again) context.events().add(each -> each.stored(entry, EntrySource.OWN));
    }
}
