package io.landline.chat.sync;

import io.landline.chat.ConversationListener.Limit;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.util.HashSet;
import java.util.Set;

/// Tells the user that somebody reached a limit: once a day for each person and kind of limit, and for a few people
/// only, because an attacker invents people. Confined to the conversations' thread.
final class LimitWarnings {
    /// More than this many a day say nothing new.
    static final int TOLD_A_DAY_MAX = 16;

    private record Told(Fingerprint person, Limit limit) {}

    private final ChatContext parts;
    private final Set<Told> told = new HashSet<>();

    LimitWarnings(ChatContext parts) { this.parts = parts; }

    void reached(Fingerprint person, ConversationId conversation, Limit limit) {
        if (told.size() >= TOLD_A_DAY_MAX || !told.add(new Told(person, limit))) return;
        parts.events().add(to -> to.limitReached(person, conversation, limit));
    }

    void newDay() {
        told.clear();
    }
}
