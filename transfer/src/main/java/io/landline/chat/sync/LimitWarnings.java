package io.landline.chat.sync;

import io.landline.chat.ConversationListener.Limit;
import io.landline.chat.LogKey;
import io.landline.cost.Standing;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.util.HashSet;
import java.util.Set;

/// Tells the user what people do that is to be known: that somebody reached a limit, gave a place to another, has two
/// branches of one log, or writes directly out of an open room. Of each once a day for each person, and of a few people
/// only, because an attacker invents people. Confined to the conversations' thread.
final class LimitWarnings {
    /// Of each kind. More than this many a day say nothing new.
    static final int TOLD_A_DAY_MAX = 16;

    private record Told(Fingerprint person, Limit limit) {}

    private final ChatContext context;
    private final Set<Told> limits = new HashSet<>();
    /// Apart from the others: inventions that come and go give way to each other, and drown no other warning.
    private final Set<Fingerprint> gaveWay = new HashSet<>();
    private final Set<Fingerprint> forked = new HashSet<>();
    private final Set<Fingerprint> heldBack = new HashSet<>();

    LimitWarnings(ChatContext context) { this.context = context; }

    void reached(Fingerprint person, ConversationId conversation, Limit limit) {
        if (!isNew(limits, new Told(person, limit))) return;
        context.events().add(to -> to.limitReached(person, conversation, limit));
    }

    /// All that this person wrote directly is gone here, because somebody else got the place.
    void gaveWay(Fingerprint person, ConversationId direct) {
        if (!isNew(gaveWay, person)) return;
        context.events().add(to -> to.limitReached(person, direct, Limit.WRITER_GAVE_WAY));
    }

    /// A log has two branches. Each log of somebody that the user knows well is told of: perhaps a profile was copied.
    void forked(LogKey log) {
        boolean isWellKnown = context.standings().of(log.author()) == Standing.TRUSTED;
        if (isWellKnown || isNew(forked, log.author())) context.events().add(to -> to.forked(log));
    }

    /// Somebody of an open room wrote directly, and nothing of it is taken.
    void heldBack(Fingerprint person) {
        if (isNew(heldBack, person)) context.events().add(to -> to.directHeldBack(person));
    }

    private static <T> boolean isNew(Set<T> told, T what) {
        return told.size() < TOLD_A_DAY_MAX && told.add(what);
    }

    void newDay() {
        limits.clear();
        gaveWay.clear();
        forked.clear();
        heldBack.clear();
    }
}
