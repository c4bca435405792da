package io.landline.chat.sync;

import io.landline.chat.Fork;
import io.landline.chat.LogKey;
import io.landline.chat.LogState;
import io.landline.frame.MalformedFrameException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which logs have two branches, and from which number on. What stands below is as good as in any log; from there on
/// nothing more is taken, and nothing is handed on. The proofs travel (docs/protocol/conversations.md, "FORK (0xae)"):
/// of each log the lowest that is known. Confined to the conversations' thread.
final class Forks {
    /// Above all numbers.
    static final long NONE = Long.MAX_VALUE;
    /// New ones after which those of dropped logs are forgotten.
    static final int FORKS_TO_SWEEP = 1_024;
    /// Between two times that lower forks are stored, at least; a quiet node does it with its next round.
    static final Duration SAVE_INTERVAL = Duration.ofSeconds(10);
    /// Stored in one step, less than a millisecond: somebody may have thousands of logs with two branches.
    static final int SAVED_A_STEP = 16;
    /// Between two such steps.
    static final Duration STEPS_APART = Duration.ofMillis(20);

    private final ChatContext context;
    private final ConversationAccess access;
    private final LogFilter filter;
    private final ForkRepair repair;
    private final LimitWarnings warnings;
    private final Map<LogKey, Fork> known = new HashMap<>();
    /// Logs with a lower fork than the one that is stored.
    private final Set<LogKey> unsaved = new LinkedHashSet<>();
    private Duration saveAt = Duration.ZERO;
    private int sweptAt;

    Forks(ChatContext context, ConversationAccess access, LogFilter filter, ForkRepair repair, LimitWarnings warnings) {
        this.context = context;
        this.access = access;
        this.filter = filter;
        this.repair = repair;
        this.warnings = warnings;
        sweep();
    }

    /// Forgets those of logs that were dropped meanwhile.
    private void sweep() {
        List<Fork> stored = context.entries().forks(); // read first: if that fails, none is forgotten
        var left = new HashMap<LogKey, Fork>();
        for (Fork fork : stored) left.put(fork.log(), fork);
        unsaved.removeIf(log -> !left.containsKey(log) && context.entries().log(log) == null);
        for (LogKey log : unsaved) left.put(log, Objects.requireNonNull(known.get(log), "it waits to be stored"));
        known.clear();
        known.putAll(left);
        for (PeerLink link : access.links()) link.forksTold.keySet().retainAll(left.keySet());
        sweptAt = known.size() + FORKS_TO_SWEEP;
    }

    /// The first number of this log that has two entries; [#NONE] where it has one branch, as far as we know.
    long of(LogKey log) {
        Fork fork = known.get(log);
        return fork == null ? NONE : fork.number();
    }

    /// Whether a lower fork of this log than the stored one is known: what stands before it is not read with the
    /// others.
    boolean isUnsaved(LogKey log) {
        return unsaved.contains(log);
    }

    /// What is held of a log, if it reaches below the fork. Else null: then only one of two branches is held, and it
    /// gives way to what stands before both.
    @Nullable
    LogState below(@Nullable LogState held) {
        return held == null || held.from() > of(held.key()) ? null : held;
    }

    /// A peer proves that a log has two branches.
    void heard(PeerLink link, Fork fork) throws MalformedFrameException {
        LogKey log = fork.log();
        boolean takes = access.maySync(link, log.conversation())
                && access.isAuthorOf(link, log.conversation(), log.author()) && !filter.isClosed(log);
        if (!takes || fork.number() >= of(log) || context.entries().log(log) == null) return;
        if (!fork.holds()) throw new MalformedFrameException("forged fork");
        link.forksTold.put(log, fork.number());
        found(fork);
    }

    /// Both entries are signed, and the lowest of their log that we know. The first fork of a log is stored at once,
    /// and told to everybody, this user too. A lower one is told to those who say that they have more, and stored with
    /// the next ones: an author may sign a lower one for each entry. If it is lost, they tell it again.
    void found(Fork fork) {
        LogKey log = fork.log();
        if (known.size() >= sweptAt) sweep();
        boolean first = !known.containsKey(log);
        if (context.isOwn(log)) {
            repair.rewrite(log, fork.number(), fork);
        } else if (first) {
            context.entries().markForked(fork);
        } else {
            unsaved.add(log);
        }
        known.put(log, fork); // not before: what the disk did not take is to be heard again
        for (PeerLink link : access.links()) link.inventory.remove(log);
        if (context.isOwn(log)) {
            tellWhatWeHave(log);
        } else if (first) {
            warnings.forked(log);
        }
        if (!first) return; // each HAVE goes beyond a lower one
        for (PeerLink link : access.members(log.conversation())) tell(link, log);
    }

    /// Stores some lower forks, where the last time is long enough ago. Says when to call again, at the latest at
    /// `later`.
    Duration tick(Duration uptime, Duration later) {
        if (!unsaved.isEmpty() && uptime.compareTo(saveAt) >= 0) {
            saveAt = uptime.plus(SAVE_INTERVAL); // before the disk may refuse: all other work waits for this step
            save(SAVED_A_STEP);
            if (!unsaved.isEmpty()) saveAt = uptime.plus(STEPS_APART);
        }
        Duration next = saveAt;
        if (unsaved.isEmpty()) next = letTellOfLeftOut(uptime) ? uptime.plus(PeerRounds.LOOKS_APART) : later;
        return later.compareTo(next) < 0 ? later : next;
    }

    /// What was told while lower forks waited left their logs out. Who was told so hears of these logs now, but no more
    /// often than with the gossip: somebody may sign ever lower forks of one log. Whether somebody is to hear of any.
    private boolean letTellOfLeftOut(Duration uptime) {
        boolean isAnyDue = false;
        for (PeerLink link : access.links()) {
            Duration last = link.leftOutTold;
            boolean isDue = !link.leftOut.isEmpty()
                    && (last == null || last.plus(PeerRounds.GOSSIP_INTERVAL).compareTo(uptime) <= 0);
            link.leftOutDue = isDue;
            isAnyDue |= isDue;
        }
        return isAnyDue;
    }

    /// Stores lower forks of the logs that are still held.
    void save() {
        save(Integer.MAX_VALUE);
    }

    private void save(int most) {
        for (LogKey log : unsaved.stream().limit(most).toList()) {
            Fork fork = known.get(log);
            if (fork != null && context.entries().log(log) != null) context.entries().markForked(fork);
            unsaved.remove(log);
        }
    }

    /// Of a log of which the end gave way, as an own one that was mended: others have what is lacking now, and are
    /// asked for that.
    void tellWhatWeHave(LogKey log) {
        for (PeerLink link : access.members(log.conversation())) {
            link.haveDue.add(log.conversation());
            link.replyDue.add(log.conversation());
        }
    }

    /// The peer has, or may have, entries of a log beyond its fork. Told once a session; what the lane does not take
    /// now is told when the peer says again what it has.
    void tell(PeerLink link, LogKey log) {
        Fork fork = known.get(log);
        if (fork == null || link.forksTold.getOrDefault(log, NONE) <= fork.number()) return;
        if (link.offer(fork.encode())) link.forksTold.put(log, fork.number());
    }
}
