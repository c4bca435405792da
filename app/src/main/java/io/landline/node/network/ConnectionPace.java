package io.landline.node.network;

import io.landline.cost.AskPace;
import io.landline.cost.TokenBucket;
import io.landline.node.event.PacedEvents;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.Joined;
import io.landline.node.port.NodeEvent.Refused;
import io.landline.node.port.NodeEvent.SessionClosed;
import io.landline.node.port.NodeEvent.SessionOpened;
import io.landline.node.port.NodeEvent.Warning;
import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// How often programs and windows are told of one person's sessions and refusals. Somebody who connects and hangs up
/// without end would have them read nothing else. What comes too fast waits, and of it the newest is told: sessions
/// that opened, without those that closed, are always the true list as it was at most a while ago. Refusals have a pace
/// over all people too, since strangers come under any number of names. Not thread-safe.
final class ConnectionPace implements PacedEvents.Pace {
    /// Refusals of one person that wait. Rooms of any name may be refused; the oldest goes first.
    static final int REFUSALS_MAX = 16;

    /// Refusals of all people together that are told in a second: nobody reads more.
    static final int REFUSALS_PER_SECOND = 16;
    /// The same after a pause: a school has new words for its room.
    static final int REFUSALS_SAVED_MAX = 256;
    /// People with news that wait. Of those without a session the oldest refusals go first.
    static final int PEOPLE_MAX = 1_024;

    private enum Kind {
        CLOSED, OPENED, JOINED, REFUSED
    }

    /// What a later event of the same takes the place of.
    ///
    /// @param about the room, and the reason of a refusal; a warning is one too
    private record Key(Kind kind, List<Object> about) {
        static Key of(NodeEvent event) {
            return switch (event) {
                case SessionOpened _ -> new Key(Kind.OPENED, List.of());
                case SessionClosed _ -> new Key(Kind.CLOSED, List.of());
                case Joined joined -> new Key(Kind.JOINED, List.of(joined.room()));
                case Refused(_, _, String room, var reason) -> new Key(Kind.REFUSED,
                        room == null ? List.of(reason) : List.of(reason, room));
                case Warning(var code, String message, _) -> new Key(Kind.REFUSED, List.of(code, message));
                default -> throw new IllegalArgumentException("no news of a connection: " + event);
            };
        }
    }

    private final AskPace pace = AskPace.ofConnections();
    private final TokenBucket refusals = new TokenBucket(REFUSALS_PER_SECOND, REFUSALS_SAVED_MAX);
    /// What is to be told of each person, the oldest first.
    private final Map<Fingerprint, Map<Key, NodeEvent>> waiting = new LinkedHashMap<>();
    /// People with an open session, by what was told last.
    private final Set<Fingerprint> open = new HashSet<>();

    /// A session opened or closed, a room was joined on it, or somebody was refused.
    ///
    /// @return what is to be told of it now
    List<NodeEvent> take(Fingerprint peer, NodeEvent event, Duration now) {
        if (!waiting.containsKey(peer) && passes(peer, Key.of(event), now)) return List.of(told(peer, event));
        Map<Key, NodeEvent> news = waiting.computeIfAbsent(peer, _ -> new LinkedHashMap<>());
        add(event, news, open.contains(peer));
        if (news.isEmpty()) waiting.remove(peer);
        if (waiting.size() > PEOPLE_MAX) forgetWhoIsRefusedAlone();
        return List.of();
    }

    private void forgetWhoIsRefusedAlone() {
        Iterator<Map<Key, NodeEvent>> eldest = waiting.values().iterator();
        while (eldest.hasNext()) {
            if (eldest.next().keySet().stream().anyMatch(each -> each.kind != Kind.REFUSED)) continue;
            eldest.remove();
            return;
        }
    }

    private boolean passes(Fingerprint peer, Key key, Duration now) {
        return pace.allow(peer, 1, now) > 0 && (key.kind != Kind.REFUSED || refusals.take(now));
    }

    private static void add(NodeEvent event, Map<Key, NodeEvent> news, boolean wasOpen) {
        Key key = Key.of(event);
        if (key.kind == Kind.CLOSED) {
            // nobody was told that it opened, or that another one did since
            news.keySet().removeIf(each -> each.kind != Kind.REFUSED);
            if (!wasOpen) return;
        }
        news.remove(key); // the newest stands last
        news.put(key, event);
        if (key.kind == Kind.REFUSED) forgetOldRefusals(news);
    }

    private static void forgetOldRefusals(Map<Key, NodeEvent> news) {
        List<Key> refusals = news.keySet().stream().filter(each -> each.kind == Kind.REFUSED).toList();
        if (refusals.size() > REFUSALS_MAX) news.remove(refusals.getFirst());
    }

    private NodeEvent told(Fingerprint peer, NodeEvent event) {
        if (event instanceof SessionOpened) open.add(peer);
        if (event instanceof SessionClosed) open.remove(peer);
        return event;
    }

    @Override
    public boolean isWaiting() {
        return !waiting.isEmpty();
    }

    @Override
    public List<NodeEvent> due(Duration now) {
        var due = new ArrayList<NodeEvent>();
        waiting.entrySet().removeIf(each -> {
            // sessions do not wait for the refusals of others
            addDue(each, kind -> kind != Kind.REFUSED, now, due);
            addDue(each, kind -> kind == Kind.REFUSED, now, due);
            return each.getValue().isEmpty();
        });
        return due;
    }

    private void addDue(Map.Entry<Fingerprint, Map<Key, NodeEvent>> person, Predicate<Kind> these, Duration now,
            List<NodeEvent> due) {
        Iterator<Map.Entry<Key, NodeEvent>> news = person.getValue().entrySet().iterator();
        while (news.hasNext()) {
            Map.Entry<Key, NodeEvent> next = news.next();
            if (!these.test(next.getKey().kind)) continue;
            if (!passes(person.getKey(), next.getKey(), now)) return;
            due.add(told(person.getKey(), next.getValue()));
            news.remove();
        }
    }

    /// All of it: the last state of each person.
    @Override
    public List<NodeEvent> rest() {
        var rest = new ArrayList<NodeEvent>();
        waiting.forEach((peer, news) -> news.values().forEach(event -> rest.add(told(peer, event))));
        waiting.clear();
        return rest;
    }
}
