package io.landline.chat.sync;

import io.landline.chat.EntryStore;
import io.landline.chat.LogKey;
import io.landline.chat.LogState;
import io.landline.chat.frame.WantFrame.Range;
import io.landline.chat.pace.ClaimBudget;
import io.landline.cost.Standing;
import io.landline.room.ConversationId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Hints of what to ask one peer for: what it says it has and we lack, log by log. Each claim goes through stages:
/// first the newest part of its log is asked for, then what is older. A claim with entries that leap waits until the
/// clock has moved. Confined to the conversations' thread.
final class PeerInventory {
    /// More are learnt from the peer's next *what I have*.
    static final int CLAIMS_MAX = 8_192;

    /// Logs in one request. Each log of the answer costs a signature and a write, and what the peer says next waits for
    /// all of them. With 256 logs of one entry a receipt waited for 1.2 s.
    static final int LOGS_A_REQUEST = 16;

    /// Entries in one request. What the peer says next waits for all of these too, and an offer costs most of a
    /// millisecond. With a frame full of small ones a receipt waited for 0.8 s.
    static final int ENTRIES_A_REQUEST = 64;

    /// @param recent as in [io.landline.chat.frame.HaveFrame.Row]
    /// @param disputed the peer's hash of `to` is not ours: that one entry, with its signature, tells who is right
    /// @param oldestFirst the newest part leapt, so the log is asked for from its beginning on
    record Claim(long from, long to, long recent, boolean disputed, boolean oldestFirst) {
        Claim(long from, long to, long recent, boolean disputed) {
            this(from, to, recent, disputed, false);
        }

        private Claim asOldestFirst() {
            return new Claim(from, to, recent, disputed, true);
        }
    }

    private final Map<LogKey, Claim> newest = new LinkedHashMap<>();
    private final Map<LogKey, Claim> older = new LinkedHashMap<>();
    private final Map<LogKey, Claim> leaping = new LinkedHashMap<>();
    private final ClaimBudget budget;
    private final Supplier<Standing> standing;
    /// As the budget knows it.
    private int counted;

    /// @param budget of all peers
    /// @param standing this peer's
    PeerInventory(ClaimBudget budget, Supplier<Standing> standing) {
        this.budget = budget;
        this.standing = standing;
    }

    private int size() {
        return newest.size() + older.size() + leaping.size();
    }

    private void count() {
        budget.changed(counted, size());
        counted = size();
    }

    /// The peer has gone.
    void clear() {
        newest.clear();
        older.clear();
        leaping.clear();
        count();
    }

    void put(LogKey log, Claim claim) {
        Claim before = get(log);
        if (before == null && (size() >= CLAIMS_MAX || !budget.fits(size(), standing.get()))) return;
        boolean oldestFirst = before != null && before.oldestFirst();
        remove(log);
        newest.put(log, oldestFirst ? claim.asOldestFirst() : claim);
        count();
    }

    @Nullable
    Claim get(LogKey log) {
        Claim claim = newest.get(log);
        if (claim == null) claim = older.get(log);
        return claim == null ? leaping.get(log) : claim;
    }

    void remove(LogKey log) {
        newest.remove(log);
        older.remove(log);
        leaping.remove(log);
        count();
    }

    void removeAllOf(ConversationId conversation) {
        for (Map<LogKey, Claim> stage : List.of(newest, older, leaping)) {
            stage.keySet().removeIf(log -> log.conversation().equals(conversation));
        }
        count();
    }

    /// The log's entries leap: it is asked for again when the clock of its conversation has moved.
    void leapt(LogKey log) {
        Claim claim = get(log);
        if (claim == null) return;
        remove(log);
        leaping.put(log, claim.asOldestFirst());
        count();
    }

    /// The clock has moved.
    void retryLeaps(ConversationId conversation) {
        for (Iterator<Map.Entry<LogKey, Claim>> each = leaping.entrySet().iterator(); each.hasNext();) {
            Map.Entry<LogKey, Claim> claim = each.next();
            if (!claim.getKey().conversation().equals(conversation)) continue;
            newest.put(claim.getKey(), claim.getValue());
            each.remove();
        }
    }

    /// Whether there is something to ask for now.
    boolean isEmpty() {
        return newest.isEmpty() && older.isEmpty();
    }

    /// What to ask for next, of one conversation: newest parts, or else older ones. Claims that are answered already
    /// go.
    ///
    /// @param elsewhere whether another peer is being asked for a log
    List<Range> next(Predicate<LogKey> elsewhere, EntryStore store, Forks forks) {
        List<Range> ranges = next(newest, elsewhere, store, forks);
        if (ranges.isEmpty()) ranges = next(older, elsewhere, store, forks);
        count(); // answered ones have gone
        return ranges;
    }

    private List<Range> next(Map<LogKey, Claim> stage, Predicate<LogKey> elsewhere, EntryStore store, Forks forks) {
        var ranges = new ArrayList<Range>();
        ConversationId conversation = null;
        long left = ENTRIES_A_REQUEST;
        while (ranges.size() < LOGS_A_REQUEST && left > 0) {
            List<LogKey> some = some(stage, elsewhere, conversation, ranges);
            if (some.isEmpty()) break;
            conversation = some.getFirst().conversation();
            Map<LogKey, LogState> held = store.logs(conversation, some);
            for (LogKey log : some) {
                if (left == 0) break;
                Claim claim = Objects.requireNonNull(stage.get(log));
                LogState there = forks.below(held.get(log));
                Range range = stage == newest ? newer(log, claim, there) : older(log, claim, there);
                if (range != null) {
                    Range part = range.atMost(left);
                    ranges.add(part);
                    left -= part.to() - part.from() + 1;
                } else {
                    advance(stage, log, there);
                }
            }
        }
        return ranges;
    }

    /// Logs that may be asked for and are not among the ranges yet.
    private static List<LogKey> some(Map<LogKey, Claim> stage, Predicate<LogKey> elsewhere,
            @Nullable ConversationId only,
            List<Range> ranges) {
        var some = new ArrayList<LogKey>();
        ConversationId conversation = only;
        int skip = ranges.size();
        for (LogKey log : stage.keySet()) {
            if (elsewhere.test(log) || conversation != null && !conversation.equals(log.conversation())) continue;
            if (skip-- > 0) continue; // those in front are the ones that became ranges
            if (ranges.size() + some.size() == LOGS_A_REQUEST) break;
            conversation = log.conversation();
            some.add(log);
        }
        return some;
    }

    /// Nothing is to be asked for in this stage.
    private void advance(Map<LogKey, Claim> stage, LogKey log, @Nullable LogState held) {
        Claim claim = stage.remove(log);
        if (stage == newest && claim != null && older(log, claim, held) != null) older.put(log, claim);
    }

    private static @Nullable Range newer(LogKey log, Claim claim, @Nullable LogState held) {
        if (held == null) {
            long from = claim.oldestFirst() ? claim.from() : claim.recent();
            return from > claim.to() ? null : new Range(log, from, claim.to(), false);
        }
        if (claim.disputed()) return new Range(log, claim.to(), claim.to(), false);
        boolean joins = claim.to() > held.to() && claim.from() <= held.to() + 1;
        return joins ? new Range(log, held.to() + 1, claim.to(), false) : null;
    }

    private static @Nullable Range older(LogKey log, Claim claim, @Nullable LogState held) {
        if (held == null) return new Range(log, claim.from(), claim.to(), false);
        boolean joins = claim.from() < held.from() && claim.to() >= held.from() - 1;
        return joins ? new Range(log, claim.from(), held.from() - 1, true) : null;
    }
}
