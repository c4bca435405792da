package io.landline.chat.sync;

import io.landline.chat.ConversationListener.Limit;
import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// People that this user does not know well and that wrote directly. Each is a conversation that stays in the list, so
/// they are bounded over all: an attacker invents people. Confined to the conversations' thread.
final class UnknownWriters {
    private final ChatContext parts;
    private final LimitWarnings warnings;
    /// With some that the user knows by now. Null: to be read from the store.
    private @Nullable Set<Fingerprint> people;

    UnknownWriters(ChatContext parts, LimitWarnings warnings) {
        this.parts = parts;
        this.warnings = warnings;
    }

    /// Whether what this person writes directly is taken. Where it is not, the user is told.
    boolean admits(Fingerprint person, ConversationId direct) {
        if (isWellKnown(person)) return true;
        Set<Fingerprint> now = people();
        if (now.contains(person) || now.size() < CostRules.UNKNOWN_WRITERS_MAX) return true;
        now.removeIf(this::isWellKnown);
        if (now.size() < CostRules.UNKNOWN_WRITERS_MAX) return true;
        warnings.reached(person, direct, Limit.DIRECT_WRITERS);
        return false;
    }

    /// Something of this person is about to be stored.
    void wrote(Fingerprint person) {
        if (!isWellKnown(person)) people().add(person);
    }

    /// Some conversations may be empty now.
    void forget() {
        people = null;
    }

    private boolean isWellKnown(Fingerprint person) {
        return parts.standings().of(person) == Standing.TRUSTED;
    }

    private Set<Fingerprint> people() {
        Set<Fingerprint> now = people;
        if (now == null) {
            now = new HashSet<>(parts.entries().directPeers());
            people = now;
        }
        return now;
    }
}
