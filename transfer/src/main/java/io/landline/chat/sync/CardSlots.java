package io.landline.chat.sync;

import io.landline.chat.NameCardStore;
import io.landline.chat.NameCardStore.Kept;
import io.landline.cost.Standing;
import io.landline.peer.Fingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which author's name card has which slot, a small number from 0 on, and who gives way where all are taken. Confined
/// to the conversations' thread.
final class CardSlots {
    /// In all. Somebody who is gone for years has a name still; with the longest names these are 2.5 MB of memory.
    static final int CARDS_MAX = 4_096;
    /// Where all slots are taken, the one that is known least of as many drawn ones gives way.
    static final int DRAWN_MAX = 64;

    private final ChatContext context;
    /// By slot.
    private final List<Fingerprint> authors = new ArrayList<>();
    private final Map<Fingerprint, Integer> slots = new HashMap<>();

    CardSlots(ChatContext context) {
        this.context = context;
    }

    /// A slot for the author of each card that is stored, and for nobody else.
    void fill() {
        authors.clear();
        slots.clear();
        for (Kept each : store().all()) add(each.card().author());
    }

    private NameCardStore store() {
        return context.stores().cards();
    }

    private int add(Fingerprint author) {
        authors.add(author);
        slots.put(author, authors.size() - 1);
        return authors.size() - 1;
    }

    Fingerprint author(int slot) {
        return authors.get(slot);
    }

    @Nullable
    Integer of(Fingerprint author) {
        return slots.get(author);
    }

    /// A slot for an author that has none, as long as there are free ones.
    @Nullable
    Integer tryAdd(Fingerprint author) {
        return authors.size() < CARDS_MAX ? add(author) : null;
    }

    /// The slot of somebody who is known less well, for this author. The other's card is dropped. Null where those who
    /// were drawn are known as well.
    @Nullable
    Integer tryTakeOver(Fingerprint author, boolean vouched) {
        int victim = -1;
        Standing worst = rank(author, vouched);
        for (int i = 0; i < DRAWN_MAX; i++) {
            int drawn = context.random().nextInt(authors.size());
            Fingerprint its = authors.get(drawn);
            Kept kept = store().find(its);
            Standing rank = kept == null ? Standing.STRANGER : rank(its, kept.vouched());
            if (its.equals(context.me()) || !worst.isAbove(rank)) continue;
            victim = drawn;
            worst = rank;
        }
        if (victim < 0) return null;
        Fingerprint gone = authors.set(victim, author);
        store().drop(gone);
        slots.remove(gone);
        slots.put(author, victim);
        return victim;
    }

    private Standing rank(Fingerprint author, boolean vouched) {
        if (author.equals(context.me())) return Standing.TRUSTED;
        if (context.membership().isBlocked(author)) return Standing.STRANGER;
        Standing known = context.standings().of(author);
        if (known.isAtLeast(Standing.MEMBER)) return known;
        return vouched ? Standing.VOUCHED : Standing.OPEN_ROOM;
    }
}
