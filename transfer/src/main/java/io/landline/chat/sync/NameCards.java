package io.landline.chat.sync;

import io.landline.chat.LogKey;
import io.landline.chat.NameCard;
import io.landline.chat.NameCardStore;
import io.landline.chat.NameCardStore.Kept;
import io.landline.chat.frame.NameCardsFrame;
import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.cost.TokenBucket;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.BoundedMap;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names of authors, signed by themselves, handed on from member to member: so a latecomer sees those of authors
/// who left (docs/protocol/conversations.md, "NAME_CARDS (0xb6)"). A peer is told of the authors of logs that it lists
/// or is given, each card once a session. Confined to the conversations' thread.
///
/// Each card that is kept has a slot ([CardSlots]). What a session was told is a bit for each slot, so a thousand
/// sessions with all cards are half a megabyte.
final class NameCards {
    /// Of one session, ahead of the entries that make them count: the cards of one frame.
    static final int WAITING_MAX = NameCardsFrame.CARDS_MAX;
    /// Frames to one person: all cards at once, then as much as people change their names.
    static final int TOLD_BURST = CardSlots.CARDS_MAX / NameCardsFrame.CARDS_MAX;
    static final Duration TOLD_EVERY = Duration.ofSeconds(10);
    /// Frames from one person: twice as many, as a program that was started again tells all once more. What is above
    /// is passed over unread. So one person costs 13 signatures a second in the long run.
    static final int TAKEN_BURST = 2 * TOLD_BURST;
    static final Duration TAKEN_EVERY = TOLD_EVERY.dividedBy(2);
    /// The same of people who share only open rooms with us: anybody may be many of them, and each card may cost a
    /// signature.
    static final int TAKEN_OPEN_BURST = TAKEN_BURST / 4;
    /// Between two looks at what is due, while something is.
    static final Duration LOOKS_APART = Duration.ofSeconds(1);
    /// New logs of absent authors without a card, until some members hear of them. The rest learns of them by what
    /// members tell each other each minute.
    static final int LACKING_MAX = 1_024;
    /// Members that hear of such a log. As with questions for members, it is likely that one of them knows.
    static final int ASKED_MAX = 3;

    /// Outlives sessions, so that to come again wins nothing.
    private record Pace(TokenBucket told, TokenBucket taken) {
        static Pace of(Standing standing) {
            int burst = standing.isAtLeast(Standing.MEMBER) ? TAKEN_BURST : TAKEN_OPEN_BURST;
            return new Pace(new TokenBucket(TOLD_EVERY, TOLD_BURST), new TokenBucket(TAKEN_EVERY, burst));
        }
    }

    /// What is known of one session.
    static final class Link {
        /// By slot: what the peer was told, or told us.
        private final BitSet told = new BitSet();
        private final BitSet due = new BitSet();
        /// Signed cards of authors with no log here yet.
        private final Map<Fingerprint, NameCard> waiting = BoundedMap.firstComeFirstGone(WAITING_MAX);
        /// Where the next frame begins, so that those who change their names all the time keep nobody back.
        private int next;
        /// The next frame was counted, and its lane was full.
        private boolean counted;
    }

    private final ChatContext context;
    private final ConversationAccess access;
    private final Map<Fingerprint, Pace> paces = BoundedMap.leastRecentlyUsed(CostRules.SESSIONS_MAX);
    private final CardSlots slots;
    /// By slot: signatures that held in this run. What a damaged disk gave is handed on to nobody.
    private final BitSet checked = new BitSet();
    private final Set<PeerLink> due = new LinkedHashSet<>();
    private final Set<LogKey> lacking = new LinkedHashSet<>();
    private Duration lackingAt = Duration.ZERO;
    private boolean isOpened;
    /// Signatures that were looked at for what goes out now: with the cards of one frame it is enough for a turn.
    private int looked;
    private Duration lookAt = Duration.ZERO;

    NameCards(ChatContext context, ConversationAccess access) {
        this.context = context;
        this.access = access;
        slots = new CardSlots(context);
        slots.fill();
    }

    private NameCardStore store() {
        return context.stores().cards();
    }

    /// This user has this name from now on. If the last card has another one, a new card is made, and told at once to
    /// those who have the last one.
    void named(PeerName name, Duration uptime) {
        if (!isOpened) open();
        Kept last = store().find(context.me());
        if (last != null && last.card().name().equals(name) || !PeerName.mayBeChosen(name.value())) return;
        long now = context.clock().millis();
        long at = last == null || last.card().isFarAhead(now) ? now : Math.max(now, last.card().millis() + 1);
        put(null, new Kept(NameCard.signed(context.self(), name, at), true));
        for (PeerLink link : List.copyOf(due)) tell(link, uptime);
    }

    /// Forgets authors without a log here, once a run and before the first session.
    private void open() {
        isOpened = true;
        store().dropWithoutLog(context.me());
        slots.fill();
        for (PeerLink link : access.links()) {
            link.cards.told.clear();
            link.cards.due.clear();
        }
    }

    /// Keeps the cards that are news, one in each piece of work. A forged one ends the session.
    FrameWork received(PeerLink link, byte[] body, Duration uptime) throws MalformedFrameException {
        if (!pace(link).taken.take(uptime)) return FrameWork.DONE;
        Iterator<NameCard> cards = NameCardsFrame.decode(body).cards().iterator();
        return () -> {
            if (cards.hasNext()) take(link, cards.next());
            return cards.hasNext();
        };
    }

    private Pace pace(PeerLink link) {
        return paces.computeIfAbsent(link.peer, peer -> Pace.of(context.standings().of(peer)));
    }

    private void take(PeerLink link, NameCard card) throws MalformedFrameException {
        Fingerprint author = card.author();
        if (author.equals(context.me()) || context.membership().isBlocked(author)) return;
        Kept held = store().find(author);
        if (held != null && !isNews(card, held)) {
            Integer slot = slots.of(author);
            if (slot == null || card.millis() != held.card().millis()) return;
            if (isInCommonRoom(link, author)) link.cards.told.set(slot);
            return;
        }
        if (!card.signatureHolds()) throw new MalformedFrameException("forged name card");
        if (!isInCommonRoom(link, author)) {
            link.cards.waiting.put(author, card);
        } else {
            keep(link, card, held);
        }
    }

    private boolean isNews(NameCard card, @Nullable Kept held) {
        return held == null || card.isNewerThan(held.card(), context.clock().millis());
    }

    /// Whether a log of the author is here in a room that is joined with this peer.
    private boolean isInCommonRoom(PeerLink link, Fingerprint author) {
        return link.session.joined().stream().anyMatch(room -> hasLog(ConversationId.of(room), author));
    }

    private boolean hasLog(ConversationId conversation, Fingerprint author) {
        return context.entries().logCount(conversation, author) > 0;
    }

    /// The first entries of this log are stored.
    void begun(LogKey log) {
        Fingerprint author = log.author();
        boolean isHere = author.equals(context.me());
        for (PeerLink link : access.links()) {
            isHere |= link.peer.equals(author); // then that peer tells it, if anybody
            if (link.cards.waiting.isEmpty() || !link.isJoined(log.conversation().asRoom())) continue;
            NameCard card = link.cards.waiting.remove(author);
            Kept held = store().find(author);
            if (card != null && isNews(card, held)) keep(link, card, held);
        }
        if (!isHere && lacking.size() < LACKING_MAX && store().find(author) == null) lacking.add(log);
    }

    /// New logs of one conversation without a name of their author: the peer that had them may be of an earlier
    /// version. Some members are to hear that they are here. Each log once.
    List<LogKey> takeLacking(Duration uptime) {
        if (lacking.isEmpty() || uptime.compareTo(lackingAt) < 0) return List.of();
        lackingAt = uptime.plus(LOOKS_APART);
        ConversationId conversation = lacking.iterator().next().conversation();
        var taken = new ArrayList<LogKey>();
        for (Iterator<LogKey> all = lacking.iterator(); all.hasNext() && taken.size() < NameCardsFrame.CARDS_MAX;) {
            LogKey log = all.next();
            if (!log.conversation().equals(conversation)) continue;
            all.remove();
            if (store().find(log.author()) == null) taken.add(log);
        }
        return taken;
    }

    private void keep(PeerLink from, NameCard card, @Nullable Kept held) {
        boolean vouched = held != null && held.vouched();
        for (RoomId room : from.session.joined()) {
            ConversationId conversation = ConversationId.of(room);
            if (!hasLog(conversation, card.author())) continue;
            vouched |= context.isVouchedFor(room, card.author());
            context.events().add(to -> to.named(conversation, card.author()));
        }
        put(from, new Kept(card, vouched));
    }

    /// The peer that brought it knows it. Peers that were told the last one are told this one, unless the room of the
    /// author was left since. Each room is looked at once for all of them.
    private void put(@Nullable PeerLink from, Kept card) {
        Integer slot = slot(card);
        if (slot == null) return;
        store().put(card);
        checked.set(slot);
        Fingerprint author = card.card().author();
        Map<RoomId, Boolean> wrote = new HashMap<>();
        for (PeerLink link : access.links()) {
            if (link == from || !link.cards.told.get(slot)) continue;
            boolean isCommon = author.equals(context.me()) || link.session.joined()
                    .stream()
                    .anyMatch(room -> wrote.computeIfAbsent(room, each -> hasLog(ConversationId.of(each), author)));
            if (isCommon) {
                isDue(link, slot);
            } else {
                link.cards.told.clear(slot);
            }
        }
        if (from != null) from.cards.told.set(slot);
    }

    private void isDue(PeerLink link, int slot) {
        link.cards.told.clear(slot);
        link.cards.due.set(slot);
        due.add(link);
    }

    /// Null where there is no slot for one more, and nobody who is known less well has one.
    private @Nullable Integer slot(Kept card) {
        Fingerprint author = card.card().author();
        Integer slot = slots.of(author);
        if (slot == null) slot = slots.tryAdd(author);
        if (slot != null) return slot;
        Integer freed = slots.tryTakeOver(author, card.vouched());
        if (freed != null) forget(freed);
        return freed;
    }

    /// Nothing that is known of a slot holds for its next author.
    private void forget(int slot) {
        checked.clear(slot);
        for (PeerLink link : access.links()) {
            link.cards.told.clear(slot);
            link.cards.due.clear(slot);
        }
    }

    /// The peer has logs of these authors in this conversation, or is about to get some: their cards are of use to it.
    ///
    /// @param of authors of logs that are here in this very conversation: anybody may name an author of another room
    void wanted(PeerLink link, ConversationId conversation, Collection<Fingerprint> of) {
        if (ConversationAccess.isDirect(link, conversation)) return;
        for (Fingerprint author : of) {
            Integer slot = slots.of(author);
            if (slot != null && !link.cards.told.get(slot)) isDue(link, slot);
        }
    }

    /// Sends what is due to this peer, as far as its lane and its pace go, and as far as it takes few milliseconds.
    void tell(PeerLink link, Duration uptime) {
        Link its = link.cards;
        looked = 0;
        while (!its.due.isEmpty()) {
            List<Integer> chosen = next(its);
            if (chosen.isEmpty()) break;
            if (!its.counted && !pace(link).told.take(uptime)) return;
            its.counted = true;
            if (!link.offer(new NameCardsFrame(chosen.stream().map(this::card).toList()).encode())) return;
            its.counted = false;
            for (int slot : chosen) {
                its.due.clear(slot);
                its.told.set(slot);
            }
            its.next = chosen.getLast() + 1;
            if (looked > 0 && !its.due.isEmpty()) return;
        }
        due.remove(link);
    }

    private NameCard card(int slot) {
        return Objects.requireNonNull(store().find(slots.author(slot)), "looked at before").card();
    }

    /// The next ones that are due. Those that may not go out are due no more.
    private List<Integer> next(Link its) {
        var chosen = new ArrayList<Integer>();
        int left = its.due.cardinality();
        for (int at = its.next; left > 0 && chosen.size() < NameCardsFrame.CARDS_MAX; left--) {
            int slot = its.due.nextSetBit(at);
            if (slot < 0) slot = its.due.nextSetBit(0);
            at = slot + 1;
            if (goesOut(slot)) {
                chosen.add(slot);
            } else {
                its.due.clear(slot);
            }
        }
        return chosen;
    }

    /// Cards of blocked people are handed on to nobody, nor is one that the disk did not take or gave back damaged.
    private boolean goesOut(int slot) {
        Fingerprint author = slots.author(slot);
        Kept kept = store().find(author);
        if (kept == null || context.membership().isBlocked(author)) return false;
        if (checked.get(slot)) return true;
        looked++;
        if (kept.card().signatureHolds()) checked.set(slot);
        return checked.get(slot);
    }

    /// Another connection carries the session: what was on the last one may be lost.
    static void carriedAnew(PeerLink link) {
        link.cards.told.clear();
    }

    void closed(PeerLink link) {
        due.remove(link);
    }

    /// Sends what is due, and says when to look again; `later` where nothing is.
    Duration tick(Duration uptime, Duration later) {
        if (lookAt.compareTo(uptime) <= 0) {
            lookAt = uptime.plus(LOOKS_APART);
            for (PeerLink link : List.copyOf(due)) {
                due.remove(link);
                due.add(link); // the next turn begins behind it
                tell(link, uptime);
                if (looked == 0) continue;
                lookAt = uptime;
                break;
            }
        }
        Duration next = due.isEmpty() || later.compareTo(lookAt) < 0 ? later : lookAt;
        return lacking.isEmpty() || next.compareTo(lackingAt) < 0 ? next : lackingAt;
    }
}
