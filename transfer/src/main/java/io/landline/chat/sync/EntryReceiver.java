package io.landline.chat.sync;

import io.landline.chat.ConversationListener.EntrySource;
import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.LogKey;
import io.landline.chat.LogState;
import io.landline.chat.frame.EntriesFrame;
import io.landline.frame.MalformedFrameException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks entries that a peer sent, and stores what joins what is held. Entries that nobody honest can have sent end
/// the session; what is merely of no use here is dropped. Confined to the conversations' thread.
final class EntryReceiver {
    /// What became of a run.
    enum Outcome {
        /// Something new is stored.
        TAKEN,
        /// All of it was here, or nothing of it is of use.
        NOTHING_NEW,
        /// Entries before it are missing: it is not shown, and they are to be asked for.
        GAP,
        /// Its Lamport time is far above all that is held: it is to be asked for again, oldest first, when the clock
        /// has moved.
        LEAP,
        /// It and what is held cannot both be of one log.
        FORK
    }

    /// Entries of a run that are taken in one piece of work.
    static final int PART_MAX = 32;
    /// Acts of such a piece, also where they were asked for. Each takes a millisecond and more where one person sends
    /// very many, since the writer looks at those before it. Each further signature that is checked counts as one more.
    static final int PART_ACTS_MAX = 8;
    /// Bytes of the bodies of such a piece, unless one entry is longer. A friend's message waits until all of their
    /// words are in the search, which takes 40 to 90 ms for this much.
    static final int PART_BYTES_MAX = 16 * 1024;

    private final ChatContext context;
    private final ConversationAccess access;
    private final Receipts receipts;
    private final OwnLogs ownLogs;
    private final LogFilter filter;
    private final LogFloors floors;
    private final Forks forks;
    private final Budgets budgets;
    private final NameCards cards;

    EntryReceiver(ChatContext context, ConversationAccess access, Receipts receipts, OwnLogs ownLogs, LogFilter filter,
            LogFloors floors, Forks forks, Budgets budgets, NameCards cards) {
        this.context = context;
        this.access = access;
        this.receipts = receipts;
        this.ownLogs = ownLogs;
        this.filter = filter;
        this.floors = floors;
        this.forks = forks;
        this.budgets = budgets;
        this.cards = cards;
    }

    /// Cuts a frame into its runs and checks all that can be checked without knowing what is held.
    static List<List<Entry>> runs(EntriesFrame frame) throws MalformedFrameException {
        var runs = new ArrayList<List<Entry>>();
        List<Entry> run = new ArrayList<>();
        for (Entry entry : frame.entries()) {
            if (!entry.bodyHolds()) throw new MalformedFrameException("body is not the one that was signed");
            if (!run.isEmpty() && !run.getLast().log().equals(entry.log())) {
                runs.add(run);
                run = new ArrayList<>();
            }
            if (!run.isEmpty() && !joins(run.getLast(), entry)) {
                throw new MalformedFrameException("entries that do not chain");
            }
            run.add(entry);
        }
        if (!run.isEmpty()) runs.add(run);
        return runs;
    }

    /// Some entries of a run that are taken in one piece of work.
    ///
    /// @param end of the whole run: the chain from these entries to it vouches for them
    record RunPart(List<Entry> entries, RunEnd end) {}

    /// The last entry of a run. Its signature is checked once, however many parts the run has.
    static final class RunEnd {
        private final Entry last;
        private @Nullable Boolean holds;

        private RunEnd(Entry last) { this.last = last; }

        private boolean signatureHolds() {
            Boolean known = holds;
            if (known == null) holds = known = last.signatureHolds();
            return known;
        }
    }

    /// The same runs in parts, so that others have their turn in between: an act may take a millisecond.
    ///
    /// @param most entries of a part
    /// @param lastFirst of these logs the last part is the first, since it joins what is held
    static List<RunPart> parts(List<List<Entry>> runs, int most, Set<LogKey> lastFirst) {
        var parts = new ArrayList<RunPart>();
        for (List<Entry> run : runs) {
            var end = new RunEnd(run.getLast());
            var ofRun = new ArrayList<RunPart>();
            for (int from = 0, to; from < run.size(); from = to) {
                to = endOfPart(run, from, most);
                ofRun.add(new RunPart(run.subList(from, to), end));
            }
            parts.addAll(lastFirst.contains(run.getLast().log()) ? ofRun.reversed() : ofRun);
        }
        return parts;
    }

    private static int endOfPart(List<Entry> run, int from, int most) {
        int end = Math.min(run.size(), from + most);
        int bytes = 0;
        int acts = 0;
        for (int i = from; i < end; i++) {
            byte[] body = run.get(i).body();
            bytes += body == null ? 0 : body.length;
            acts += acts(run.get(i));
            if (bytes > PART_BYTES_MAX || acts > PART_ACTS_MAX) return Math.max(i, from + 1);
        }
        return end;
    }

    private static int acts(Entry entry) {
        int proofs = entry.deletion() == null ? 0 : 1;
        return (entry.kind().isAct() ? 1 : 0) + proofs + Deletion.carriedMost(entry);
    }

    /// Joins runs that follow each other, so that one signature vouches for all their entries.
    static List<List<Entry>> joined(List<List<Entry>> runs) {
        var joined = new ArrayList<List<Entry>>();
        for (List<Entry> run : runs) {
            List<Entry> last = joined.isEmpty() ? List.of() : joined.getLast();
            if (!last.isEmpty() && last.getLast().log().equals(run.getFirst().log())
                    && joins(last.getLast(), run.getFirst())) {
                last.addAll(run);
            } else {
                joined.add(new ArrayList<>(run));
            }
        }
        return joined;
    }

    private static boolean joins(Entry before, Entry next) {
        return next.header().number() == before.header().number() + 1 && next.follows(before.hash())
                && next.header().lamport() > before.header().lamport();
    }

    /// @param asked whether we asked for it: only then may a log begin in its middle
    /// @param start where the clock is at least, as [LamportClock#start] says
    Outcome take(PeerLink link, RunPart part, boolean asked, long start, Duration uptime)
            throws MalformedFrameException {
        List<Entry> all = part.entries();
        Entry last = all.getLast();
        LogKey key = last.log();
        if (!access.isAuthorOf(link, key.conversation(), key.author())) {
            if (ConversationAccess.isDirect(link, key.conversation())) {
                throw new MalformedFrameException("direct entry of somebody else");
            }
            NotTaken.AUTHOR.note(link, context.notTaken());
            return Outcome.NOTHING_NEW;
        }
        if (last.header().number() >= forks.of(key)) forks.tell(link, key);
        List<Entry> run = wanted(all, floors.of(key), forks.of(key));
        if (run.isEmpty() || filter.isClosed(key)) return Outcome.NOTHING_NEW;
        EntryStore.Held here = context.entries().held(key);
        LogState held = here.log();
        long clock = Math.max(start, here.clock());
        if (held != null) obeyDeletions(held, run);
        if (held != null && isHeld(held, run.getLast())) return Outcome.NOTHING_NEW;
        LogState joined = forks.below(held);
        if (joined != null && run.getFirst().header().number() < joined.from()) return takeOlder(joined, run);
        if (!part.end().signatureHolds()) throw new MalformedFrameException("forged entry");
        EntrySource source = sourceOf(link, key, asked);
        return joined == null
                ? begin(key, held, run, asked, source, clock, uptime)
                : takeNewer(link, joined, run, source, clock);
    }

    /// Own entries that come from others were written before this profile was restored.
    private EntrySource sourceOf(PeerLink link, LogKey key, boolean asked) {
        if (context.isOwn(key)) return EntrySource.OWN;
        return !asked && link.peer.equals(key.author()) ? EntrySource.JUST_WRITTEN : EntrySource.ASKED_FOR;
    }

    /// The part of a run that is not below its log's floor, and below its fork.
    private static List<Entry> wanted(List<Entry> run, long floor, long fork) {
        long first = run.getFirst().header().number();
        int end = Math.clamp(fork - first, 0, run.size());
        return run.subList(Math.clamp(floor - first, 0, end), end);
    }

    private boolean isHeld(LogState held, Entry entry) {
        long number = entry.header().number();
        if (number < held.from() || number > held.to()) return false;
        return Arrays.equals(number == held.to() ? held.hash() : context.entries().hashAt(held.key(), number),
                entry.hash());
    }

    /// @param beyond what is held of one branch alone, which gives way
    private Outcome begin(LogKey key, @Nullable LogState beyond, List<Entry> run, boolean asked, EntrySource source,
            long clock, Duration uptime) throws MalformedFrameException {
        if (!asked && run.getFirst().header().number() > 1) return Outcome.GAP;
        if (!run.getFirst().isWhole() || beyond == null && !filter.admits(key, uptime)) return Outcome.NOTHING_NEW;
        if (beyond != null && !context.isOwn(key) && filter.takeBranch(beyond)) return Outcome.NOTHING_NEW;
        Outcome outcome = takeFitting(key, run, source, clock, beyond);
        if (context.entries().log(key) != null) cards.begun(key);
        return outcome;
    }

    private Outcome takeNewer(PeerLink link, LogState held, List<Entry> run, EntrySource source, long clock)
            throws MalformedFrameException {
        var fresh = run.stream().filter(entry -> entry.header().number() > held.to()).toList();
        if (fresh.size() < run.size()) {
            Entry newestHeld = run.get(run.size() - fresh.size() - 1);
            if (!isHeld(held, newestHeld)) return Outcome.FORK;
        }
        if (fresh.isEmpty()) return Outcome.NOTHING_NEW;
        Entry first = fresh.getFirst();
        if (first.header().number() > held.to() + 1) return Outcome.GAP;
        if (!first.follows(held.hash())) return Outcome.FORK;
        if (first.header().lamport() <= held.lamportTo()) {
            NotTaken.ORDER.note(link, context.notTaken());
            return Outcome.NOTHING_NEW;
        }
        return takeFitting(held.key(), fresh, source, clock, null);
    }

    /// Stores what comes before the first entry that has no body, leaps, or is beyond its author's budget.
    private Outcome takeFitting(LogKey key, List<Entry> run, EntrySource source, long clock, @Nullable LogState beyond)
            throws MalformedFrameException {
        int whole = 0;
        while (whole < run.size() && run.get(whole).isWhole()) whole++;
        checkDeletions(run.subList(0, whole));
        int near = LamportClock.before(clock, run.subList(0, whole));
        List<Entry> taken = budgets.store(key, run.subList(0, near), true, fitting -> {
            if (beyond != null) {
                context.entries().rewrite(key, beyond.from(), fitting, LamportClock.after(clock, fitting), null);
            } else {
                store(fitting, clock);
            }
        });
        if (!taken.isEmpty()) {
            tellNewer(taken, source);
            // a peer had more of it than we: a profile was restored
            if (context.isOwn(key) && ownLogs.isCurrent(key)) ownLogs.begin(key.conversation());
        }
        if (taken.size() == near && near < whole) return Outcome.LEAP;
        return taken.isEmpty() ? Outcome.NOTHING_NEW : Outcome.TAKEN;
    }

    /// What comes before the range that is held. The first held entry names its hash, and so vouches for it. No
    /// signature is checked: the peer cannot choose where the run ends, and may have got the last one unchecked itself.
    private Outcome takeOlder(LogState held, List<Entry> run) throws MalformedFrameException {
        var fresh = run.stream().filter(entry -> entry.header().number() < held.from()).toList();
        Entry last = fresh.getLast();
        if (last.header().number() < held.from() - 1) return Outcome.NOTHING_NEW;
        if (!Arrays.equals(held.previous(), last.hash())) {
            return last.signatureHolds() ? Outcome.FORK : Outcome.NOTHING_NEW;
        }
        if (last.header().lamport() >= held.lamportFrom()) return Outcome.NOTHING_NEW;
        int whole = 0;
        while (whole < fresh.size() && fresh.get(fresh.size() - 1 - whole).isWhole()) whole++;
        checkDeletions(fresh.subList(fresh.size() - whole, fresh.size()));
        List<Entry> taken = budgets.store(held.key(), fresh.subList(fresh.size() - whole, fresh.size()), false,
                fitting -> store(fitting, context.entries().clock(held.key().conversation())));
        if (taken.isEmpty()) return Outcome.NOTHING_NEW;
        context.events().add(to -> to.olderStored(taken));
        return Outcome.TAKEN;
    }

    /// A delete that is held was checked when it came; each of the others is checked once.
    private void checkDeletions(List<Entry> run) throws MalformedFrameException {
        var checked = new HashSet<Deletion>();
        for (Entry entry : run) {
            Deletion deletion = entry.deletion();
            if (deletion == null || !checked.add(deletion)) continue;
            Entry delete = deletion.entry();
            byte[] held = context.entries().hashAt(delete.log(), delete.header().number());
            if (!Arrays.equals(held, delete.hash()) && !deletion.signatureHolds()) {
                throw new MalformedFrameException("deleted by a forged entry");
            }
        }
    }

    /// What the peer shows to be deleted, and is held here with its body, loses it.
    private void obeyDeletions(LogState held, List<Entry> run) throws MalformedFrameException {
        for (Entry entry : run) {
            if (entry.deletion() == null || !isHeld(held, entry)) continue;
            long number = entry.header().number();
            List<Entry> here = context.entries().range(held.key(), number, number, false, Entry.SENT_BYTES_MAX);
            if (here.isEmpty() || here.getFirst().body() == null) continue;
            checkDeletions(List.of(entry));
            context.entries().erase(entry);
            context.events().add(to -> to.erased(entry));
        }
    }

    private void store(List<Entry> run, long clock) {
        context.entries().add(run, LamportClock.after(clock, run), Durability.BATCHED);
    }

    private void tellNewer(List<Entry> run, EntrySource source) {
        LogKey key = run.getLast().log();
        long last = run.getLast().header().number();
        if (source == EntrySource.OWN) {
            receipts.restored(key, last);
        } else {
            receipts.stored(key, last);
        }
        for (Entry entry : run) context.events().add(to -> to.stored(entry, source));
    }
}
