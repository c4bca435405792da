package io.landline.chat.sync;

import io.landline.chat.EntryStore;
import io.landline.chat.LogKey;
import io.landline.chat.LogState;
import io.landline.room.ConversationId;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Logs that go, a few entries in each step: a member may have made one very long, and what all others write waits for
/// a step. They go from the end, so what is left is a log at any time. Nothing of them is taken meanwhile. Confined to
/// the conversations' thread.
final class LeavingLogs {
    /// Between two steps, of some milliseconds each.
    static final Duration STEPS_APART = Duration.ofMillis(100);

    private final EntryStore entries;
    private final Consumer<LogKey> stepDone;
    /// Those that gave way. The store remembers them too.
    private final Set<LogKey> dropped = new LinkedHashSet<>();
    /// Those of which one of two branches alone is held. After a restart they are found anew.
    private final Set<LogKey> branches = new LinkedHashSet<>();
    private Duration stepAt = Duration.ZERO;

    /// @param stepDone hears of each log of which the store dropped something
    LeavingLogs(EntryStore entries, Consumer<LogKey> stepDone) {
        this.entries = entries;
        this.stepDone = stepDone;
    }

    void drop(LogKey log) {
        if (dropSome(log)) dropped.add(log);
    }

    private boolean dropSome(LogKey log) {
        boolean isLeft = entries.drop(log);
        stepDone.accept(log);
        return isLeft;
    }

    /// The rest of a log goes that was dropped in an earlier run.
    void goOn(LogKey log) {
        dropped.add(log);
    }

    /// Takes what is held of a log for one branch alone, which goes.
    ///
    /// @return false where it is short enough to go at once: nothing is done
    boolean takeBranch(LogState held) {
        if (held.to() - held.from() < EntryStore.DROPPED_AT_ONCE) return false;
        branches.add(held.key());
        return true;
    }

    boolean contains(LogKey log) {
        return dropped.contains(log) || branches.contains(log);
    }

    /// How many logs of a conversation gave way and are not gone yet.
    int dropped(ConversationId conversation) {
        return (int) dropped.stream().filter(log -> log.conversation().equals(conversation)).count();
    }

    /// Those that gave way and are not gone yet.
    List<LogKey> dropped() {
        return List.copyOf(dropped);
    }

    /// What is left of them stays, but for what is of one branch.
    void keep(Predicate<LogKey> these) {
        dropped.removeIf(these);
    }

    /// Takes some more away, and says when to look again; `later` where nothing is left.
    ///
    /// @param isDropped whether a log is still one that gave way
    /// @param branchGone hears of each branch that is gone, so that what stands before it is asked for
    Duration tick(Duration uptime, Duration later, Predicate<LogKey> isDropped, Consumer<LogKey> branchGone) {
        keep(isDropped.negate());
        if (isEmpty()) return later;
        if (stepAt.compareTo(uptime) <= 0) {
            stepAt = uptime.plus(STEPS_APART);
            if (dropped.isEmpty()) {
                stepOfBranch(branches.iterator().next(), branchGone);
            } else {
                LogKey log = dropped.iterator().next();
                if (!dropSome(log)) dropped.remove(log);
            }
        }
        return isEmpty() || later.compareTo(stepAt) < 0 ? later : stepAt;
    }

    private boolean isEmpty() {
        return dropped.isEmpty() && branches.isEmpty();
    }

    private void stepOfBranch(LogKey log, Consumer<LogKey> branchGone) {
        LogState held = entries.log(log);
        long from = held == null ? 0 : Math.max(held.from(), held.to() - EntryStore.DROPPED_AT_ONCE + 1);
        if (held != null) entries.rewrite(log, from, List.of(), 0, null);
        if (held != null && from > held.from()) return;
        branches.remove(log);
        branchGone.accept(log);
    }
}
