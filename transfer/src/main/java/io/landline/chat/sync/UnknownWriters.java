package io.landline.chat.sync;

import io.landline.chat.ConversationListener.Limit;
import io.landline.chat.LogKey;
import io.landline.chat.ReceiptStore.Receipt;
import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// People that this user does not know well and that wrote directly. Each is a conversation that stays in the list, so
/// they are bounded over all: an attacker invents people.
///
/// Where all places are taken, one who is not connected gives way to one who is. Only somebody of those gives way that
/// this user neither read nor answered: of the people known least the one who came last. So inventions that came and
/// went shut nobody out, and those who wrote before them stay. What gave way comes again with its author; the user is
/// told of it. Confined to the conversations' thread.
final class UnknownWriters {
    /// People who are looked at for one who may give way: each costs two questions to the disk.
    static final int LOOKED_AT_MAX = 64;

    private final ChatContext context;
    private final LimitWarnings warnings;
    private final LogFilter filter;
    /// With some that the user knows by now, those first who wrote first. Null: to be read from the store.
    private @Nullable SequencedSet<Fingerprint> people;

    UnknownWriters(ChatContext context, LimitWarnings warnings, LogFilter filter) {
        this.context = context;
        this.warnings = warnings;
        this.filter = filter;
    }

    /// Whether what this person writes directly is taken. Where it is not, the user is told.
    ///
    /// @param connected who has a session now
    boolean admits(Fingerprint person, ConversationId direct, Supplier<Set<Fingerprint>> connected) {
        if (hasPlace(person) || givesWay(person, connected) != null) return true;
        warnings.reached(person, direct, Limit.DIRECT_WRITERS);
        return false;
    }

    /// Something of this person, who was admitted, is about to be stored.
    void wrote(Fingerprint person, Supplier<Set<Fingerprint>> connected) {
        if (isWellKnown(person)) return;
        if (!hasPlace(person)) {
            Fingerprint last = givesWay(person, connected);
            if (last != null) drop(last);
        }
        people().add(person);
    }

    private boolean hasPlace(Fingerprint person) {
        if (isWellKnown(person)) return true;
        Set<Fingerprint> now = people();
        if (now.contains(person) || now.size() < CostRules.UNKNOWN_WRITERS_MAX) return true;
        now.removeIf(this::isWellKnown);
        return now.size() < CostRules.UNKNOWN_WRITERS_MAX;
    }

    private record Candidate(Fingerprint person, Standing standing) {}

    /// Who gives a place to this person; null for nobody.
    private @Nullable Fingerprint givesWay(Fingerprint person, Supplier<Set<Fingerprint>> connected) {
        Standing standing = standing(person);
        Set<Fingerprint> here = connected.get();
        var away = new ArrayList<Candidate>();
        for (Fingerprint each : people().reversed()) {
            if (here.contains(each)) continue;
            Standing its = standing(each);
            if (!its.isAbove(standing)) away.add(new Candidate(each, its));
        }
        // stable: of one standing the newest stay first
        away.sort(Comparator.comparing(Candidate::standing).reversed());
        return away.stream()
                .limit(LOOKED_AT_MAX)
                .map(Candidate::person)
                .filter(each -> !isOfUse(each))
                .findFirst()
                .orElse(null);
    }

    private Standing standing(Fingerprint person) {
        return context.membership().isBlocked(person) ? Standing.STRANGER : context.standings().of(person);
    }

    /// Whether this user read what the person wrote, or this node answered it.
    private boolean isOfUse(Fingerprint person) {
        return logs(person).stream()
                .anyMatch(log -> context.isOwn(log)
                        || context.stores().receipts().upTo(log, context.me(), Receipt.READ) > 0);
    }

    private List<LogKey> logs(Fingerprint person) {
        return context.entries().newestLogs(ConversationId.direct(context.me(), person));
    }

    private void drop(Fingerprint person) {
        List<LogKey> held = logs(person);
        held.forEach(filter::drop);
        people().remove(person);
        if (!held.isEmpty()) warnings.gaveWay(person, ConversationId.direct(context.me(), person));
    }

    /// Some conversations may be empty now.
    void forget() {
        people = null;
    }

    private boolean isWellKnown(Fingerprint person) {
        return context.standings().of(person) == Standing.TRUSTED;
    }

    private SequencedSet<Fingerprint> people() {
        SequencedSet<Fingerprint> now = people;
        if (now == null) {
            now = new LinkedHashSet<>(context.entries().directPeers());
            filter.leaving(now::remove);
            people = now;
        }
        return now;
    }
}
