package io.landline.chat.sync;

import io.landline.chat.BudgetStore.Account;
import io.landline.chat.ConversationListener.Pause;
import io.landline.chat.LogKey;
import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.peer.Fingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The logs that are taken no further today, and what a person is shown of them. Changed on the conversations' thread;
/// [#shown] may be asked on any thread.
final class Pauses {
    /// More are not remembered: what their authors bring is refused each time anew. As many as a conversation has logs.
    static final int LOGS_MAX = ConversationLimits.LOGS_MAX;

    /// A paused log.
    ///
    /// @param pause what a person is shown of it
    /// @param full the account that has nothing left
    record Paused(LogKey log, Pause pause, Account full) {}

    private final ChatContext context;
    private final Map<LogKey, Paused> logs = new HashMap<>();
    /// How many of them each author has.
    private final Map<Fingerprint, Integer> ofAuthor = new HashMap<>();
    /// In the order in which they began, with how many logs each has.
    private final Map<Pause, Integer> counts = new LinkedHashMap<>();
    private volatile List<Pause> shown = List.of();

    Pauses(ChatContext context) { this.context = context; }

    boolean contains(LogKey log) {
        return logs.containsKey(log);
    }

    /// @param standing the author's in the log's conversation
    void add(LogKey log, Pause pause, Account full, Standing standing) {
        boolean isFull = ofAuthor.getOrDefault(log.author(), 0) >= CostRules.LOGS_AN_AUTHOR_MAX
                || logs.size() >= CostRules.level(standing, LOGS_MAX);
        if (isFull || logs.containsKey(log)) return;
        logs.put(log, new Paused(log, pause, full));
        ofAuthor.merge(log.author(), 1, Integer::sum);
        counts.merge(pause, 1, Integer::sum);
        show();
    }

    void removeIf(Predicate<Paused> over) {
        var gone = logs.values().stream().filter(over).toList();
        for (Paused each : gone) {
            logs.remove(each.log());
            takeOne(ofAuthor, each.log().author());
            takeOne(counts, each.pause());
        }
        if (!gone.isEmpty()) show();
    }

    private static <K> void takeOne(Map<K, Integer> from, K key) {
        from.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
    }

    /// The first of them: an attacker invents people.
    List<Pause> shown() {
        return shown;
    }

    private void show() {
        List<Pause> before = shown;
        List<Pause> now = counts.keySet().stream().limit(LimitWarnings.TOLD_A_DAY_MAX).toList();
        if (now.equals(before)) return;
        shown = now;
        var changed = new ArrayList<>(now);
        changed.removeAll(before);
        for (Pause pause : changed) context.events().add(to -> to.paused(pause));
        var ended = new ArrayList<>(before);
        ended.removeAll(now);
        for (Pause pause : ended) context.events().add(to -> to.pauseEnded(pause));
    }
}
