package io.landline.node.network;

import io.landline.cost.AskPace;
import io.landline.node.event.PacedEvents;
import io.landline.node.port.NodeEvent;
import io.landline.peer.Fingerprint;
import io.landline.peer.LeaveReason;
import io.landline.people.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How often programs and windows are told of one person's comings, goings and changes. Somebody who changes without
/// end would have them read nothing else. What comes too fast waits, and the newest of it is told: who appeared,
/// without those who left, is always the true list as it was at most a moment ago. Not thread-safe.
final class PeoplePace implements PacedEvents.Pace {
    private static final class News {
        /// Whether the person is here by what was told last.
        final boolean wasHere;
        private Person person;
        /// Null where the person is here.
        private @Nullable LeaveReason left;

        News(boolean wasHere, Person person, @Nullable LeaveReason left) {
            this.wasHere = wasHere;
            this.person = person;
            this.left = left;
        }

        @Nullable
        NodeEvent event() {
            LeaveReason gone = left;
            if (gone != null) return wasHere ? new NodeEvent.PeerLeft(person, gone) : null;
            return wasHere ? new NodeEvent.PeerChanged(person) : new NodeEvent.PeerAppeared(person);
        }
    }

    private final AskPace pace = AskPace.ofPeople();
    private final Map<Fingerprint, News> waiting = new LinkedHashMap<>();

    /// Something is news of a person. What is to be told of it now; null for nothing.
    ///
    /// @param wasHere whether the person was here before
    /// @param left why the person is here no longer; null where the person is
    @Nullable
    NodeEvent take(Person person, boolean wasHere, @Nullable LeaveReason left, Duration now) {
        News waits = waiting.get(person.peer());
        if (waits != null) {
            waits.person = person;
            waits.left = left;
            return null;
        }
        var news = new News(wasHere, person, left);
        if (pace.allow(person.peer(), 1, now) > 0) return news.event();
        waiting.put(person.peer(), news);
        return null;
    }

    @Override
    public boolean isWaiting() {
        return !waiting.isEmpty();
    }

    @Override
    public List<NodeEvent> due(Duration now) {
        var due = new ArrayList<NodeEvent>();
        for (Iterator<Map.Entry<Fingerprint, News>> all = waiting.entrySet().iterator(); all.hasNext();) {
            Map.Entry<Fingerprint, News> each = all.next();
            NodeEvent event = each.getValue().event();
            if (event != null && pace.allow(each.getKey(), 1, now) == 0) continue;
            if (event != null) due.add(event);
            all.remove();
        }
        return due;
    }

    /// All of it: the last state of each person.
    @Override
    public List<NodeEvent> rest() {
        var rest = new ArrayList<NodeEvent>();
        for (News each : waiting.values()) {
            NodeEvent event = each.event();
            if (event != null) rest.add(event);
        }
        waiting.clear();
        return rest;
    }
}
