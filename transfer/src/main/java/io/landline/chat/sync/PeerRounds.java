package io.landline.chat.sync;

import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks after the connected peers in rounds, some at a time: what is due to them, and what is to be asked of them.
/// Once a minute it tells one member of each room what is held here. Confined to the conversations' thread.
final class PeerRounds {
    /// *What I have* goes to one random member of each room this often (docs/protocol/conversations.md, "Who speaks
    /// when"), and with it *what I have* of the direct conversation with that member. So whatever was missed is found.
    static final Duration GOSSIP_INTERVAL = Duration.ofMinutes(1);

    /// Peers that one tick looks after, some milliseconds each at worst: what this user writes waits no longer than
    /// that.
    private static final int LINKS_A_TICK = 16;
    /// Between two looks after some peers, while something waits.
    static final Duration LOOKS_APART = Duration.ofMillis(250);

    private final ChatContext context;
    private final ConversationAccess access;
    private final InventorySync inventories;
    private final EntryFetcher fetcher;
    private final Budgets budgets;
    private Duration gossipAt = GOSSIP_INTERVAL;
    private final Set<Session> askDue = new LinkedHashSet<>();
    /// When peers were looked after last, and when the next look is at the latest.
    private Duration lookedAt = Duration.ZERO;
    private Duration lookAt = Duration.ZERO;
    /// The peers that this round has not looked after yet.
    private Iterator<PeerLink> round = Collections.emptyIterator();

    PeerRounds(ChatContext context, ConversationAccess access, InventorySync inventories, EntryFetcher fetcher,
            Budgets budgets) {
        this.context = context;
        this.access = access;
        this.inventories = inventories;
        this.fetcher = fetcher;
        this.budgets = budgets;
    }

    /// Looks after the next peers where that is due, and says when the next call is.
    Duration tick(Duration uptime) {
        Duration again = lookedAt.plus(LOOKS_APART);
        if (lookAt.compareTo(uptime) <= 0 || again.compareTo(uptime) <= 0) {
            lookedAt = uptime;
            again = lookAt = look(uptime);
        }
        return again.compareTo(lookAt) < 0 ? again : lookAt;
    }

    /// When a member is told next what is held here.
    Duration gossipAt() {
        return gossipAt;
    }

    /// Looks after some peers, and says when the next look is: soon as long as something waits.
    private Duration look(Duration uptime) {
        if (!round.hasNext()) round = List.copyOf(access.links()).iterator();
        for (int i = 0; i < LINKS_A_TICK && round.hasNext(); i++) {
            PeerLink link = round.next();
            if (access.isThere(link)) tick(link, uptime);
        }
        budgets.tick(uptime);
        if (uptime.compareTo(gossipAt) >= 0) {
            gossipAt = uptime.plus(GOSSIP_INTERVAL);
            gossip();
        }
        if (round.hasNext()) return uptime;
        boolean waiting = access.links().stream().anyMatch(PeerLink::isWaiting);
        return waiting ? uptime.plus(Receipts.INTERVAL_MIN) : gossipAt;
    }

    private void tick(PeerLink link, Duration uptime) {
        fetcher.expire(link, uptime);
        boolean isDue = !link.haveDue.isEmpty() || link.leftOutDue || !link.answersDue.isEmpty();
        if (isDue || fetcher.mayAsk(link, uptime)) {
            askDue.add(link.session);
        }
    }

    /// Sessions with a peer to be told, answered or asked for something, since the last call: each by
    /// [ConversationsCore#ask], in its own turn, because finding out what is held, what to answer and what to ask for
    /// takes some milliseconds.
    List<Session> takeAskDue() {
        List<Session> due = List.copyOf(askDue);
        askDue.clear();
        return due;
    }

    /// To one member of each room, and to nobody else: a word with everybody once a minute would be most of what a
    /// quiet node sends.
    private void gossip() {
        Map<ConversationId, List<PeerLink>> members = new HashMap<>();
        for (PeerLink link : access.links()) {
            for (RoomId room : link.session.joined()) {
                members.computeIfAbsent(ConversationId.of(room), _ -> new ArrayList<>()).add(link);
            }
        }
        var drawn = new LinkedHashSet<PeerLink>();
        members.forEach((room, links) -> {
            PeerLink link = links.get(context.random().nextInt(links.size()));
            inventories.tell(link, room, true);
            drawn.add(link);
        });
        for (PeerLink link : drawn) inventories.tell(link, link.direct, true);
    }
}
