package io.landline.chat.sync;

import io.landline.chat.ConversationListener.Limit;
import io.landline.chat.EntryStore;
import io.landline.chat.LogKey;
import io.landline.chat.LogState;
import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Which logs are taken at all: none of blocked people, a few of each author, and of all others as many as a
/// conversation may have. At that limit, the newest log of an author unknown to everybody here goes. It is remembered
/// and not asked for again until its author proves a key. Confined to the conversations' thread.
final class LogFilter {
    private final ChatContext context;
    private final Budgets budgets;
    private final LimitWarnings told;
    /// In the order in which the store has them too, so that both forget the same ones.
    private final SequencedSet<LogKey> dropped;
    private final LeavingLogs leaving;
    private final FullRooms full = new FullRooms();
    private boolean isResumed;

    LogFilter(ChatContext context, Budgets budgets, LimitWarnings told) {
        this.context = context;
        this.budgets = budgets;
        this.told = told;
        dropped = new LinkedHashSet<>(context.entries().dropped());
        leaving = new LeavingLogs(context.entries(), this::remember);
    }

    /// Whether nothing of this log is asked for or taken now.
    boolean isClosed(LogKey log) {
        if (context.isOwn(log)) return false;
        return context.membership().isBlocked(log.author()) || isDropped(log) || leaving.contains(log)
                || budgets.isPaused(log);
    }

    private boolean isDropped(LogKey log) {
        return dropped.contains(log) && !context.standings().of(log.author()).isAtLeast(Standing.MEMBER);
    }

    /// Whether a log of which nothing is held may begin; makes room for it where that is due.
    boolean admits(LogKey log, Duration uptime) {
        if (context.isOwn(log)) return true;
        EntryStore entries = context.entries();
        if (entries.logCount(log.conversation(), log.author()) >= CostRules.LOGS_AN_AUTHOR_MAX) {
            told.reached(log.author(), log.conversation(), Limit.LOGS);
            return false;
        }
        int stay = entries.logCount(log.conversation()) - leaving.dropped(log.conversation());
        return stay < context.limits().logs() || makeSpace(log, uptime);
    }

    /// Removes the newest log of an author that is known less well than this one; blocked people's logs go first.
    private boolean makeSpace(LogKey log, Duration uptime) {
        Standing standing = context.standingIn(log.conversation(), log.author());
        if (!full.mayLook(log.conversation(), standing, uptime)) return false;
        Standings standings = context.standingsIn(log.conversation());
        LogKey victim = null;
        Standing worst = standing;
        for (LogKey each : context.entries().newestLogs(log.conversation())) {
            if (context.isOwn(each) || leaving.contains(each)) continue;
            Standing its = context.membership().isBlocked(each.author())
                    ? Standing.STRANGER
                    : standings.of(each.author());
            if (!worst.isAbove(its)) continue;
            victim = each;
            worst = its;
            if (worst == Standing.STRANGER) break;
        }
        told.reached(victim == null ? log.author() : victim.author(), log.conversation(), Limit.ROOM_LOGS);
        if (victim == null) {
            full.lookedInVain(log.conversation(), standing, uptime);
            return false;
        }
        drop(victim);
        return true;
    }

    /// Takes a log away for another one; what of it is more than one step takes follows ([#tick]).
    void drop(LogKey log) {
        leaving.drop(log);
    }

    /// The last one from now on, also where it was dropped before.
    private void remember(LogKey log) {
        dropped.addLast(log);
        if (dropped.size() > EntryStore.DROPPED_MAX) dropped.removeFirst();
    }

    /// The author proved a key, or the user knows the author better now: all of the author's logs are taken again.
    void reconsider(Fingerprint author) {
        budgets.reconsider(author);
        leaving.keep(log -> log.author().equals(author));
        if (!dropped.removeIf(log -> log.author().equals(author))) return;
        context.entries().forgetDropped(author);
    }

    /// What is held of a log beyond its fork goes, one branch alone. Until it is gone the log is closed.
    ///
    /// @return false where it is short enough to go at once: nothing is done
    boolean takeBranch(LogState held) {
        return leaving.takeBranch(held);
    }

    /// Those who wrote directly, where what is still here of it is on its way out.
    void leaving(Consumer<Fingerprint> to) {
        for (LogKey log : leaving.dropped()) if (isDirect(log)) to.accept(log.author());
    }

    private boolean isDirect(LogKey log) {
        return log.conversation().equals(ConversationId.direct(context.me(), log.author()));
    }

    /// Takes some more away of long logs that gave way, and says when to look again; `later` where nothing is left.
    ///
    /// @param branchGone hears of each log of which a branch is gone now
    Duration tick(Duration uptime, Duration later, Consumer<LogKey> branchGone) {
        if (!isResumed) resume();
        return leaving.tick(uptime, later, dropped::contains, branchGone);
    }

    /// What the last run did not take away of logs that gave way then. What its author writes directly comes from the
    /// author alone, and then it is remembered no more.
    private void resume() {
        isResumed = true;
        Map<ConversationId, List<LogKey>> logs = dropped.stream()
                .filter(log -> isDropped(log) || isDirect(log))
                .collect(Collectors.groupingBy(LogKey::conversation));
        logs.forEach((conversation, these) -> context.entries()
                .logs(conversation, these)
                .keySet()
                .forEach(leaving::goOn));
    }
}
